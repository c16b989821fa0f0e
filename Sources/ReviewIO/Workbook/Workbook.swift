/// An Excel workbook (xlsx): its sheets, and what they share.
struct Workbook {
  struct Sheet {
    let name: String
    let isHidden: Bool
    let entry: ZipArchive.Entry
  }

  let archive: ZipArchive
  /// In the order of their tabs; charts are not among them.
  let sheets: [Sheet]
  let isFrom1904: Bool
  let styles: CellStyles
  let strings: SharedStrings

  /// Whether an archive holds a workbook, and none of the binary kind.
  static func isIn(_ archive: ZipArchive) -> Bool {
    archive["xl/workbook.bin"] == nil
      && archive.entries.contains { $0.name.lowercased().hasPrefix("xl/") }
  }

  init(_ archive: ZipArchive) throws(ZipArchive.Damage) {
    self.archive = archive
    let main =
      try WorkbookRelations.read(archive, of: "").first { $0.kind == "officeDocument" }?.path
      ?? "xl/workbook.xml"
    guard let entry = archive[main] else {
      throw ZipArchive.Damage(reason: "\(main) is missing")
    }
    let outline = WorkbookOutline()
    try WorkbookPart.read(archive, entry, outline)
    isFrom1904 = outline.isFrom1904
    let relations = try WorkbookRelations.read(archive, of: main)
    var sheets: [Sheet] = []
    for sheet in outline.sheets {
      guard let relation = relations.first(where: { $0.id == sheet.relation }) else {
        throw ZipArchive.Damage(reason: "the sheet \"\(sheet.name)\" is nowhere")
      }
      guard relation.kind == "worksheet" else { continue }
      guard let entry = archive[relation.path] else {
        throw ZipArchive.Damage(
          reason: "the sheet \"\(sheet.name)\" is missing (\(relation.path))")
      }
      sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, entry: entry))
    }
    guard !sheets.isEmpty else { throw ZipArchive.Damage(reason: "it has no sheets") }
    self.sheets = sheets
    styles = CellStyles()
    if let entry = relations.first(where: { $0.kind == "styles" }).flatMap({ archive[$0.path] }) {
      try WorkbookPart.read(archive, entry, styles)
    }
    let shared = relations.first { $0.kind == "sharedStrings" }.flatMap { archive[$0.path] }
    strings = SharedStrings(size: shared?.size ?? 0)
    if let shared {
      try WorkbookPart.read(archive, shared, strings)
      if strings.isTooLarge {
        throw ZipArchive.Damage(
          reason: "its texts take more than \(SharedStrings.mostBytes >> 20) MiB")
      }
    }
  }

  /// Whether a sheet holds anything, as far as its first megabyte tells.
  func holdsText(_ sheet: Sheet) -> Bool {
    guard
      let rows = try? SheetSource(self, sheet, file: "", asked: [], rowLimit: 1 << 20)
    else { return false }
    var bytes: [UInt8] = []
    return ((try? rows.fill(&bytes, count: 1)) ?? 0) > 0
  }
}
