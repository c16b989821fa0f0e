/// The texts that the cells of a workbook refer to by number.
///
/// They stand before or behind the sheets, so all of them are kept: the bytes in one array, and where each ends.
final class SharedStrings: XMLContent {
  /// The most that is kept, in bytes and in texts.
  static let mostBytes = 512 << 20
  static let mostTexts = 16 << 20

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Whether a text is being read, and how deep in what says how it is read aloud.
  private var isInText = false
  private var phonetics = 0
  private(set) var isTooLarge = false

  /// - Parameter size: bytes of the file they stand in.
  init(size: Int = 0) { bytes.reserveCapacity(min(size, SharedStrings.mostBytes)) }

  /// Appends one of the texts, at most so many bytes of it; whether there is one.
  func append(_ number: Int, to output: inout [UInt8], most: Int) -> Bool {
    guard ends.indices.contains(number) else { return false }
    let bytes = bytes
    let start = number == 0 ? 0 : Int(ends[number - 1])
    output.append(bytes.span, start..<min(Int(ends[number]), start + most))
    return true
  }

  func begin(_ tag: WorkbookTag, _ attributes: XMLAttributes) {
    switch tag {
    case .t: isInText = phonetics == 0
    case .rPh: phonetics += 1
    default: break
    }
  }

  func text(_ piece: Span<UInt8>) {
    guard isInText, !isTooLarge else { return }
    isTooLarge = bytes.count + piece.count > SharedStrings.mostBytes
    if !isTooLarge { bytes.append(piece, 0..<piece.count) }
  }

  func end(_ tag: WorkbookTag) {
    switch tag {
    case .t: isInText = false
    case .rPh: phonetics -= 1
    case .si:
      isTooLarge = isTooLarge || ends.count == SharedStrings.mostTexts
      guard !isTooLarge else { return }
      CellText.unescape(&bytes, from: ends.last.map(Int.init) ?? 0)
      ends.append(UInt32(bytes.count))
    default: break
    }
  }
}
