import Foundation
import Testing

@testable import ReviewIO

@Suite struct WorkbookTests {
  static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
  }

  static let texts = [
    "Prima\nGewoon goed, niks bijzonders.",
    "Na drie weken nog steeds \"niks\" gehoord; belachelijk.",
    "Zó lief\nDe bezorger liep terug\nom de doos naar zolder te dragen!",
    "Goed | snel\tklaar, café 👍🏽 ß €12,50",
    "Tja\nMocht niet van het systeem. Toen werd ik doorverbonden.",
    "Zomaar een kaartje erbij, met de hand geschreven.",
  ]

  /// Made by openpyxl and by LibreOffice; days counted from 1900 and from 1904.
  @Test(arguments: ["plain.xlsx", "libreoffice-plain.xlsx", "mac.xlsx"])
  func aSheetIsATable(_ name: String) throws {
    let readout = try Readout(try Self.fixture(name))
    #expect(readout.texts == Self.texts)
    #expect(readout.rows.map(\.id) == ["1", "2", "3", "4", "5", "6"])
    #expect(readout.rows.map(\.rating) == [8, 2, 10, 7, 1, 9].map { $0 * 10_000 })
    #expect(readout.rows.map(\.date) == (1...6).map { "2026-03-0\($0)" })
    #expect(readout.rows.map(\.fields)[1] == ["winkel=Zwolle"])
    #expect(readout.rows.map(\.number) == Array(2...7))
    #expect(readout.findings == [])
    #expect(
      readout.summary
        == "xlsx, sheet Reviews, text: recensie, title: titel, id: id, rating: cijfer, date: datum, scale 1-10"
    )
  }

  /// Titles, an empty column and rows, merged, hidden and wrong cells, more sheets.
  @Test(arguments: ["sheets.xlsx", "libreoffice-sheets.xlsx"])
  func theTableIsFoundAndWhatIsOddIsSaid(_ name: String) throws {
    let readout = try Readout(try Self.fixture(name), name: "maart.xlsx")
    #expect(readout.texts == Self.texts)
    #expect(readout.rows.map(\.number) == Array(6...11))
    #expect(readout.summary.hasPrefix("xlsx, sheet Klanten & co, header in row 4, text: recensie"))
    let shops = ["Gent", "", "", "", name.hasPrefix("libre") ? "Gent" : "", "Luik"]
    #expect(readout.rows.map(\.fields) == shops.map { ["winkel=\($0)"] })
    #expect(readout.rows.last?.rating == nil)
    var kinds: [Diagnostic.Kind] = [
      .badRating, .mergedCells, .hiddenRows, .hiddenColumns, .errorCell,
    ]
    if !name.hasPrefix("libre") { kinds.append(.formulaWithoutValue) }
    #expect(readout.kinds == kinds + [.otherSheets])
    #expect(
      readout.findings[0]
        == "maart.xlsx:Klanten & co:11: a grade that cannot be read (veel). hint: give it as a number, or fix --rating"
    )
    #expect(readout.findings.contains { $0.contains("(1, the first in G9)") })
    #expect(readout.findings.last?.contains("(Voorblad, Uitleg)") == true)
  }

  @Test(arguments: [("3", "Oud"), ("oud", "Oud"), ("Oud", "Oud"), ("5", "Uitleg")])
  func aSheetIsTakenByNameOrNumber(_ asked: String, _ name: String) throws {
    let readout = try Readout(
      try Self.fixture("sheets.xlsx"), options: ReaderOptions { $0.sheet = asked })
    #expect(readout.summary.hasPrefix("xlsx, sheet \(name),"))
    #expect(readout.rows.count == 1 && readout.findings == [])
  }

  @Test func aSheetThatIsNotThereIsToldWithThoseThatAre() throws {
    let failure = Readout.failure(
      try Self.fixture("sheets.xlsx"), options: ReaderOptions { $0.sheet = "6" })
    #expect(failure?.kind == .unknownSheet)
    #expect(
      failure?.hint
        == "give --sheet the name or the number of one of: 1 Voorblad, 2 Klanten & co, 3 Oud (hidden), 4 Leeg, 5 Uitleg"
    )
    let empty = try Readout(
      try Self.fixture("sheets.xlsx"), options: ReaderOptions { $0.sheet = "Leeg" })
    #expect(empty.rows.isEmpty)
  }

  /// What is written about the reviews, on a sheet before theirs, is none of them.
  @Test func aSheetWithAHeaderComesBeforeOneOfRemarks() throws {
    var made = MadeWorkbook(data: MadeWorkbook.rows([["Hier staat wat u moet weten."]]))
    made.replace("xl/workbook.xml", "</sheets>", "<sheet name=\"Twee\" r:id=\"r9\"/></sheets>")
    made.replace(
      "xl/_rels/workbook.xml.rels", "</Relationships>",
      "<Relationship Id=\"r9\" Type=\"a/worksheet\" Target=\"two.xml\"/></Relationships>")
    made.add(
      "xl/two.xml",
      "<worksheet><sheetData>\(MadeWorkbook.rows([["id", "recensie"], ["1", "Goed"]]))</sheetData></worksheet>"
    )
    let readout = try Readout(made.bytes)
    #expect(readout.texts == ["Goed"] && readout.summary.hasPrefix("xlsx, sheet Twee, text:"))
    #expect(readout.findings.map { $0.contains("(Blad1)") } == [true])
  }

  /// Columns that were asked for lead to their sheet, and to their row below others.
  @Test func columnsThatAreNamedAreFound() throws {
    let options = ReaderOptions { $0.textColumns = ["Titel"] }
    let readout = try Readout(try Self.fixture("sheets.xlsx"), options: options)
    #expect(readout.texts == ["Prima", "", "Zó lief", "", "Tja", ""])
    let wrong = Readout.failure(
      try Self.fixture("sheets.xlsx"), options: ReaderOptions { $0.textColumns = ["tekst"] })
    #expect(wrong?.kind == .unknownColumn)
  }

  @Test(arguments: ["values.xlsx", "libreoffice-values.xlsx"])
  func numbersAreAsShown(_ name: String) throws {
    let readout = try Readout(try Self.fixture(name))
    #expect(
      readout.texts
        == ["Goed geholpen.", "Slecht\ngeholpen.", "Heel erg fijn.", "  =1+1 is geen formule  "])
    let names = ["getal", "procent", "afgerond", "tijd", "duur", "waar", "bestelnummer"]
    let values = [
      ["0.3", "85.6%", "7", "09:05:00", "26:05:00", "true", "123456789012"],
      ["-4.1", "100.0%", "3", "00:00:00", "00:03:00", "false", "0.0000001"],
    ]
    #expect(
      readout.rows.prefix(2).map(\.fields) == values.map { zip(names, $0).map { "\($0)=\($1)" } })
    #expect(readout.rows.map(\.date) == ["2026-03-01", "1900-02-28", nil, nil])
    // The day that Excel counts and the calendar does not have.
    #expect(
      readout.findings.map { $0.contains(":5: a date that cannot be read (1900-02-29)") } == [true])
  }

  @Test func aSheetWithoutHeaderOrMoreThanOneColumnIsRead() throws {
    let readout = try Readout(try Self.fixture("bare.xlsx"))
    #expect(readout.texts.count == 6 && readout.rows[0].number == 1)
    #expect(readout.summary == "xlsx, sheet Sheet, no header, text: column1")
  }

  @Test func anOldWorkbookIsRefused() throws {
    let failure = Readout.failure(try Self.fixture("old.xls"))
    #expect(failure?.kind == .unsupportedFormat)
    #expect(failure?.message.contains("old Excel workbook (xls)") == true)
    #expect(failure?.hint.contains("xlsx") == true)
  }

  @Test func aWorkbookWithAPasswordIsRefused() {
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let bytes: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0] + Array(repeating: 0, count: 508) + name
    let failure = Readout.failure(bytes)
    #expect(failure?.kind == .unsupportedFormat)
    #expect(failure?.message.contains("password") == true)
    #expect(failure?.hint.contains("take the password off") == true)
  }

  @Test func gzipAroundAWorkbookIsTakenOff() throws {
    let bytes = try Self.fixture("plain.xlsx")
    let (plain, packed) = (try Readout(bytes), try Readout(gzip(bytes)))
    #expect(packed.rows == plain.rows && packed.summary.hasPrefix("xlsx (gzip), "))
  }

  /// Rows are read as any other table is, wherever reads and chunks are cut.
  @Test(arguments: [(1, 1), (7, 64), (1 << 18, 1000)])
  func everyChunkingGivesTheSame(_ readBytes: Int, _ chunkBytes: Int) throws {
    let bytes = try Self.fixture("sheets.xlsx")
    let cut = try Readout(
      bytes,
      options: ReaderOptions {
        $0.readBytes = readBytes
        $0.chunkBytes = chunkBytes
      })
    #expect(cut.hasSameContents(as: try Readout(bytes)))
    #expect(cut.chunks > 1 || chunkBytes == 1000)
  }

  // MARK: Made by hand

  @Test func textsAreSharedRichReadAloudAndEscaped() throws {
    let made = MadeWorkbook(
      data: """
        <row r="1"><c r="A1" t="s"><v>0</v></c></row>
        <row r="3"><c r="A3" t="s"><v>1</v></c></row>
        <row r="4"><c r="A4" t="s"><v>2</v></c></row>
        <row r="5"><c r="A5" t="str"><f>A1</f><v>een_x000D_&#10;twee &lt;b&gt; _x005F_x0041_</v></c></row>
        <row r="6"><c r="A6" t="s"><v>99</v></c></row>
        """,
      shared: """
        <si><t>recensie</t></si>
        <si><r><t xml:space="preserve">Heel </t></r><r><rPr><b/></rPr><t>fijn</t></r><rPh sb="0" eb="1"><t>nee</t></rPh></si>
        <si><t>Gewoon goed</t></si>
        """)
    let readout = try Readout(made.bytes)
    #expect(
      readout.texts == ["Heel fijn", "Gewoon goed", "een\r\ntwee <b> _x0041_"])
    #expect(readout.rows.map(\.number) == [3, 4, 5])
    #expect(readout.findings.map { $0.contains("(1, the first in A6)") } == [true])
  }

  /// Prefixes, missing references, no shared texts, cells out of order, nothing deflated.
  @Test func writersThatDoItOtherwiseAreRead() throws {
    var made = MadeWorkbook(data: "")
    made.parts.removeLast()
    made.isDeflated = false
    made.add(
      "XL/Worksheets/Sheet1.xml",
      """
      <x:worksheet xmlns:x="a"><x:sheetData>
      <x:row><x:c t="inlineStr"><x:is><x:t>id</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>recensie</x:t></x:is></x:c></x:row>
      <x:row><x:c r="B9" t="inlineStr"><x:is><x:t>Goed geholpen</x:t></x:is></x:c><x:c r="A9"><x:v>1E3</x:v></x:c></x:row>
      </x:sheetData></x:worksheet>
      """)
    let readout = try Readout(made.bytes)
    #expect(readout.texts == ["Goed geholpen"] && readout.rows[0].id == "1000")
  }

  /// A sheet that looks like something else as text.
  @Test func cellsAreNoSyntax() throws {
    for text in ["sep=;", "{&quot;a&quot;:1}", "a\\&quot;,b", "een;twee;drie", "&quot;", "\\"] {
      let made = MadeWorkbook(data: MadeWorkbook.rows([["recensie"], [text], ["Fijn"]]))
      let readout = try Readout(made.bytes)
      #expect(readout.texts == [text.replacing("&quot;", with: "\""), "Fijn"])
      #expect(readout.findings == [])
    }
  }

  @Test func aRowBeyondTheLimitIsPassedOverAlone() throws {
    let long = String(repeating: "lang\n", count: 500)
    let made = MadeWorkbook(
      data: MadeWorkbook.rows([["id", "recensie"], ["1", "Goed"], ["2", long], ["3", "Fijn"]]))
    let readout = try Readout(made.bytes, options: ReaderOptions { $0.maximumRecordBytes = 1000 })
    #expect(readout.texts == ["Goed", "", "Fijn"])
    #expect(readout.kinds == [.tooLong] && readout.findings[0].contains(":3: longer"))
  }

  @Test func cellsOutsideTheTableAreCounted() throws {
    var rows = Array(repeating: ["1", "Goed geholpen"], count: 250)
    rows[230].append("los")
    rows[240] += ["", "los"]
    let made = MadeWorkbook(data: MadeWorkbook.rows([["id", "recensie"]] + rows))
    let readout = try Readout(made.bytes)
    #expect(readout.rows.allSatisfy { $0.text == "Goed geholpen" && $0.fields.isEmpty })
    #expect(readout.kinds == [.cellOutsideTable])
    #expect(readout.findings[0].contains("(2, the first in C232)"))
  }

  /// A few bytes that mean a megabyte are handed on as they are asked for.
  @Test func fewBytesThatMeanManyAreReadInSteps() throws {
    let text = String(repeating: "woord ", count: 5_000)
    let rows = (2...2_000).map { "<row r=\"\($0)\"><c t=\"s\"><v>1</v></c></row>" }
    let made = MadeWorkbook(
      data: "<row><c t=\"s\"><v>0</v></c></row>" + rows.joined(),
      shared: "<si><t>recensie</t></si><si><t>\(text)</t></si>")
    let workbook = try Workbook(ZipArchive(ByteSource(bytes: made.bytes, name: "dump")))
    let source = try SheetSource(
      workbook, workbook.sheets[0], file: "dump", asked: [], rowLimit: 1 << 20)
    var (total, most) = (0, 0)
    while true {
      var bytes: [UInt8] = []
      let count = try source.fill(&bytes, count: 1 << 18)
      if count == 0 { break }
      total += count
      most = max(most, count)
    }
    #expect(total > 1_999 * 30_000 && most < 8 << 20)
  }

  /// Lines about the export above the table have names in them too.
  @Test(
    arguments: [
      [["Datum:", "8-5-2024"], ["Periode:", "mei"]], [["Bron:", "Website"]],
      [["Klant", "", "Beoordeling", ""]], [["Overzicht"]],
    ])
  func theHeaderHasTheMostNames(_ lines: [[String]]) throws {
    let rows =
      lines + [
        ["id", "datum", "cijfer", "tekst"], ["1", "3-5-2024", "8", "Heel snel"],
        ["2", "4-5-2024", "4", "Doos kapot"],
      ]
    let data = rows.map { row in
      "<row>"
        + row.map { $0.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
        + "</row>"
    }.joined()
    let readout = try Readout(MadeWorkbook(data: data).bytes)
    #expect(readout.texts == ["Heel snel", "Doos kapot"])
    #expect(readout.rows.map(\.rating) == [80_000, 40_000])
  }

  // MARK: Numbers

  @Test(
    arguments: [
      ("General", 45_000.5, "45000.5"), ("0", 2.5, "3"), ("0", -0.4, "0"), ("0.00", 1.005, "1.01"),
      ("#,##0.00", 1234.5, "1234.50"), ("0%", 0.85, "85%"), ("0.0\\%", 8.5, "8.5"),
      ("\"dag\" 0", 3, "3"), ("[Red]0.0;[Blue]-0.0", -1.25, "-1.3"), ("0.00E+00", 12_345, "12345"),
      ("dd-mm-yyyy", 46_082, "2026-03-01"), ("[$-413]d mmmm yyyy", 46_082, "2026-03-01"),
      ("mmm", 46_082, "2026-03-01"), ("d/m/yy h:mm", 46_082.25, "2026-03-01 06:00:00"),
      ("h:mm AM/PM", 0.75, "18:00:00"), ("[h]:mm", 1.5, "36:00:00"), ("mm:ss", 0.5, "12:00:00"),
      ("yyyy", 1, "1900-01-01"), ("yyyy", 59, "1900-02-28"), ("yyyy", 60, "1900-02-29"),
      ("yyyy", 61, "1900-03-01"), ("yyyy", 2_958_465, "9999-12-31"), ("yyyy", -1, "-1"),
      ("yyyy", 3e9, "3000000000"), ("# ?/?", 0.5, "0.5"), ("@", 7, "7"),
      ("yyyy", 46_081.999_999_9, "2026-03-01"),
    ] as [(String, Double, String)])
  func aFormatShows(_ code: String, _ value: Double, _ shown: String) {
    var bytes: [UInt8] = []
    NumberFormat(code: code).append(value, isFrom1904: false, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == shown)
  }

  @Test func daysFrom1904AreTheSameDays() {
    for (value, shown) in [(0.0, "1904-01-01"), (44_620, "2026-03-01")] {
      var bytes: [UInt8] = []
      NumberFormat.date.append(value, isFrom1904: true, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == shown)
    }
  }

  @Test(
    arguments: [
      ("A1", 0, 1), ("$C$12", 2, 12), ("XFD1048576", 16_383, 1_048_576), ("B2:D9", 1, 2),
      ("c3", 2, 3),
    ])
  func aReferenceIsAPlace(_ text: String, _ column: Int, _ row: Int) {
    let place = CellReference(text.utf8)
    #expect(place?.column == column && place?.row == row)
    #expect(SheetSource.name(column) == text.prefix { $0 != ":" }.filter(\.isLetter).uppercased())
  }

  @Test(arguments: ["", "A", "1", "1A", "A1B", "XFE1", "A1048577", "A0", "é1"])
  func whatIsNoReferenceIsNone(_ text: String) { #expect(CellReference(text.utf8) == nil) }
}
