/// One line of a lexicon file.
struct TextLine {
  /// Counted from 1.
  let number: Int
  let bytes: ArraySlice<UInt8>
  /// Offset of the line's first byte in the file.
  let start: Int

  var isBlank: Bool { bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }
  var isComment: Bool { bytes.first == UInt8(ascii: "#") }

  /// The column of a slice of this line, counted from 1 in bytes.
  func column(of slice: ArraySlice<UInt8>) -> Int { slice.startIndex - start + 1 }

  /// The parts between tabs.
  var cells: [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
  }
}

extension ArraySlice<UInt8> {
  /// The words between spaces.
  var spaced: [ArraySlice<UInt8>] { split(separator: UInt8(ascii: " ")) }

  var string: String { String(decoding: self, as: UTF8.self) }

  /// A decimal number such as `-0.25` in ten-thousandths; nil if it is none or has more than four
  /// decimals.
  var fixed: Fixed? {
    var rest = self
    var sign: Fixed = 1
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      rest = rest.dropFirst()
    }
    var value: Fixed = 0
    var decimals = -1
    var digits = 0
    for byte in rest {
      if byte == UInt8(ascii: ".") && decimals < 0 {
        decimals = 0
      } else if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") && digits < 9 && decimals < 4
      {
        value = value * 10 + Fixed(byte - UInt8(ascii: "0"))
        digits += 1
        if decimals >= 0 { decimals += 1 }
      } else {
        return nil
      }
    }
    guard digits > 0, value < 200_000_000 else { return nil }
    for _ in Swift.max(decimals, 0)..<4 {
      guard value < 200_000_000 else { return nil }
      value *= 10
    }
    return sign * value
  }
}
