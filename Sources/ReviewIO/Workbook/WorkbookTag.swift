/// The elements of a workbook that are looked at; those of which there are most come first.
enum WorkbookTag: String, CaseIterable {
  /// A cell, its value, a text, and a row.
  case c, v, t, row
  /// A text that is shared or stands in a cell, its formula, and how it is read aloud (`rPh`).
  case si, `is`, f, rPh
  case col, mergeCell
  case sheet, workbookPr
  case relationship = "Relationship"
  case xf, cellXfs, numFmt
}
