/// A text, or what stands around its moment where it is very long.
struct Excerpt {
  let text: [UInt8]
  /// In bytes; 0 where there is none, or where it was cut off.
  let titleLength: Int
  let moment: Range<Int>?
  let isCutBefore: Bool
  let isCutBehind: Bool

  /// Bytes that are kept of a text.
  static let most = 16 << 10

  /// - Parameters:
  ///   - whole: title, a newline and body, or the body alone.
  ///   - titleLength: in bytes; 0 without one.
  ///   - moment: its bytes; nil without one.
  init(_ whole: [UInt8], titleLength: Int, moment: Range<Int>?) {
    let moment = moment.map { $0.clamped(to: 0..<whole.count) }
    let isCut = whole.count > Self.most
    let middle = moment.map { ($0.lowerBound + $0.upperBound) / 2 } ?? 0
    let start = isCut ? Self.border(whole, max(0, middle - Self.most / 2)) : 0
    let end = isCut ? Self.border(whole, min(whole.count, start + Self.most)) : whole.count
    text = Array(whole[start..<end])
    self.titleLength = start == 0 ? min(titleLength, end) : 0
    self.moment = moment.map {
      let shown = $0.clamped(to: start..<end)
      return shown.lowerBound - start..<shown.upperBound - start
    }
    isCutBefore = start > 0
    isCutBehind = end < whole.count
  }

  /// The first start of a character from a place on.
  private static func border(_ text: [UInt8], _ place: Int) -> Int {
    var place = place
    while place < text.count && text[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }
}
