/// What stands in the file of a workbook itself: the names of its sheets, and from when it counts days.
final class WorkbookOutline: XMLContent {
  /// A sheet by the relation that leads to it.
  struct Sheet {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  static let mostSheets = 1_000
  private(set) var sheets: [Sheet] = []
  private(set) var isFrom1904 = false

  func begin(_ tag: WorkbookTag, _ attributes: XMLAttributes) {
    switch tag {
    case .workbookPr: isFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    case .sheet where sheets.count < WorkbookOutline.mostSheets:
      sheets.append(
        Sheet(
          name: attributes["name"] ?? "", relation: attributes["id"] ?? "",
          isHidden: (attributes["state"] ?? "visible") != "visible"))
    default: break
    }
  }

  func end(_ tag: WorkbookTag) {}
  func text(_ bytes: Span<UInt8>) {}
}
