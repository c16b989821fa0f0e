"""Makes the workbooks of this folder with openpyxl, and of two of them another by LibreOffice.

python3 make.py        needs openpyxl (PyPI) and soffice (Debian: libreoffice-calc-nogui)
All texts are invented.
"""

import datetime as dt
import pathlib
import shutil
import subprocess
import tempfile

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = pathlib.Path(__file__).parent
HEADER = ["id", "datum", "cijfer", "titel", "recensie", "winkel"]
ROWS = [
    [1, dt.date(2026, 3, 1), 8, "Prima", "Gewoon goed, niks bijzonders.", "Gent"],
    [2, dt.date(2026, 3, 2), 2, None, 'Na drie weken nog steeds "niks" gehoord; belachelijk.', "Zwolle"],
    [3, dt.date(2026, 3, 3), 10, "Zó lief", "De bezorger liep terug\nom de doos naar zolder te dragen!", None],
    [4, dt.date(2026, 3, 4), 7, None, "Goed | snel\tklaar, café 👍🏽 ß €12,50", "Gent"],
    [5, dt.date(2026, 3, 5), 1, "Tja", "Mocht niet van het systeem. Toen werd ik doorverbonden.", "Gent"],
    [6, dt.date(2026, 3, 6), 9, None, "Zomaar een kaartje erbij, met de hand geschreven.", "Luik"],
]


def plain():
    """The reviews alone."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Reviews"
    sheet.append(HEADER)
    for row in ROWS:
        sheet.append(row)
    return book


def sheets():
    """A front page, the reviews below a title, a hidden sheet, an empty one; merged, hidden and wrong cells."""
    book = Workbook()
    front = book.active
    front.title = "Voorblad"
    front["A1"] = "Klanttevredenheid"
    front["B3"] = 2026
    sheet = book.create_sheet("Klanten & co")
    sheet["B1"] = "Reacties van maart"
    sheet.merge_cells("B1:G1")
    sheet["B2"] = "Alle winkels"
    for column, name in enumerate(HEADER, 2):
        sheet.cell(4, column, name)
    for number, row in enumerate(ROWS, 6):
        for column, value in enumerate(row, 2):
            sheet.cell(number, column, value)
    sheet.merge_cells("G6:G7")
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["G"].hidden = True
    sheet["G9"] = "#N/A"
    sheet["G9"].data_type = "e"
    sheet["G10"] = "=CONCATENATE(\"Ge\",\"nt\")"
    sheet["D11"] = "veel"
    hidden = book.create_sheet("Oud")
    hidden.sheet_state = "hidden"
    hidden.append(["recensie"])
    hidden.append(["Deze staat verborgen."])
    book.create_sheet("Leeg")
    extra = book.create_sheet("Uitleg")
    extra.append(["Het cijfer loopt van 1 tot 10."])
    book.active = 0
    return book


def values():
    """What a cell may hold: numbers as shown, days, times, truth, rich text, escapes, white space."""
    book = Workbook()
    sheet = book.active
    sheet.append(["recensie", "getal", "procent", "afgerond", "tijdstip", "tijd", "duur", "waar", "bestelnummer"])
    sheet.append(["Goed geholpen.", 0.1 + 0.2, 0.856, 7.46, dt.datetime(2026, 3, 1, 14, 30), dt.time(9, 5), dt.timedelta(hours=26, minutes=5), True, 123456789012])
    sheet.append(["Slecht\x0d\ngeholpen.", -4.1, 1, 2.5, dt.datetime(1900, 2, 28), dt.time(0, 0), dt.timedelta(minutes=3), False, 1e-7])
    for row in (2, 3):
        sheet.cell(row, 3).number_format = "0.0%"
        sheet.cell(row, 4).number_format = '#,##0" punten"'
        sheet.cell(row, 5).number_format = "d mmmm yyyy\\ hh:mm"
        sheet.cell(row, 6).number_format = "hh:mm"
        sheet.cell(row, 7).number_format = "[h]:mm"
    sheet["A4"] = CellRichText("Heel ", TextBlock(InlineFont(b=True), "erg"), " fijn.")
    sheet["A5"] = "  =1+1 is geen formule  "
    sheet["A5"].data_type = "s"
    sheet["E5"] = 60
    sheet["E5"].number_format = "yyyy-mm-dd"
    return book


def mac():
    """Days counted from 1904."""
    book = plain()
    book.epoch = CALENDAR_MAC_1904
    return book


def bare():
    """No header, one column."""
    book = Workbook()
    for row in ROWS:
        book.active.append([row[4]])
    return book


def save(book, name):
    # Without the moment it was made, so that making it again gives the same.
    book.properties.created = book.properties.modified = dt.datetime(2026, 1, 1)
    book.save(HERE / name)


if __name__ == "__main__":
    for make in (plain, sheets, values, mac, bare):
        save(make(), f"{make.__name__}.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("plain", "sheets", "values"):
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                 "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, HERE / f"{name}.xlsx"], check=True)
            shutil.copy(f"{folder}/{name}.xlsx", HERE / f"libreoffice-{name}.xlsx")
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xls",
             "--outdir", folder, HERE / "bare.xlsx"], check=True)
        shutil.copy(f"{folder}/bare.xls", HERE / "old.xls")
