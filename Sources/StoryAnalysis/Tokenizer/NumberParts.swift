/// The groups of digits of a number and what stands between them.
struct NumberParts {
  /// Separators, as bits.
  struct Separators: OptionSet {
    let rawValue: UInt8
    static let comma = Separators(rawValue: 1 << 0)
    static let stop = Separators(rawValue: 1 << 1)
    static let colon = Separators(rawValue: 1 << 2)
    static let slash = Separators(rawValue: 1 << 3)
    static let dash = Separators(rawValue: 1 << 4)
  }

  /// Groups of digits, 1 or more; beyond the fourth they are counted but not kept.
  private(set) var groups = 1
  private var values = SIMD4<Int32>()
  private var widths = SIMD4<Int32>()
  private var separators: Separators = []

  /// Nil where `range` holds another byte than digits and separators.
  init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    for index in range {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard groups <= 4 else { continue }
        let group = groups - 1
        widths[group] += 1
        // Large values only have to stay large.
        values[group] = min(values[group] &* 10 &+ Int32(byte & 0x0F), 100_000)
        continue
      case UInt8(ascii: ","): separators.insert(.comma)
      case UInt8(ascii: "."): separators.insert(.stop)
      case UInt8(ascii: ":"): separators.insert(.colon)
      case UInt8(ascii: "/"): separators.insert(.slash)
      case UInt8(ascii: "-"): separators.insert(.dash)
      default: return nil
      }
      groups += 1
    }
  }

  /// Value of a group, 0 where there is none; from 100,000 up it is 100,000.
  subscript(_ group: Int) -> Int32 { values[group] }

  /// Digits in a group.
  func width(_ group: Int) -> Int32 { widths[group] }

  func has(_ separator: Separators) -> Bool { separators.contains(separator) }

  var hasDecimals: Bool { has(.comma) || has(.stop) }

  /// One kind of separator only.
  var isUniform: Bool { separators.rawValue.nonzeroBitCount == 1 }
}
