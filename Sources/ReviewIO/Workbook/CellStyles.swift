/// How the numbers in cells are shown, by the style that a cell names.
final class CellStyles: XMLContent {
  private static let most = 1 << 20
  private var codes: [Int: NumberFormat] = [:]
  private var formats: [NumberFormat] = []
  private var isInCells = false

  /// The format of a style; general where there is no such style.
  subscript(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .general
  }

  func begin(_ tag: WorkbookTag, _ attributes: XMLAttributes) {
    switch tag {
    case .numFmt where codes.count < CellStyles.most:
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      codes[id] = NumberFormat(code: attributes["formatCode"] ?? "")
    case .cellXfs: isInCells = true
    case .xf where isInCells && formats.count < CellStyles.most:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end(_ tag: WorkbookTag) {
    if tag == .cellXfs { isInCells = false }
  }

  func text(_ bytes: Span<UInt8>) {}
}
