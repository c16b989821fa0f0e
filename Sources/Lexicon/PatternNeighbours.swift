/// Which forms may stand right beside the anchor of a pattern.
///
/// Most patterns are words in a row: a look at the bits of the tokens beside the anchor spares most attempts.
struct PatternNeighbours {
  /// The bits of all forms of each class, by the class's bit.
  private let bitsOfClass: [UInt64]

  init(_ table: FormTable) {
    var bits = [UInt64](repeating: 0, count: ClassSet.capacity)
    for form in 1..<Int32(table.count) {
      table[form].classes.forEachBit { bits[$0] |= PatternElement.bit(of: form) }
    }
    bitsOfClass = bits
  }

  /// All bits where anything may stand before the anchor.
  func before(_ pattern: Pattern, _ elements: [PatternElement]) -> UInt64 {
    let anchor = Int(pattern.anchor)
    guard anchor > Int(pattern.first), elements[anchor].gap == 0 else { return .max }
    return bits(of: elements[anchor - 1])
  }

  /// All bits where anything may stand behind the anchor.
  func behind(_ pattern: Pattern, _ elements: [PatternElement]) -> UInt64 {
    let next = Int(pattern.anchor) + 1
    guard next < Int(pattern.end), elements[next].gap == 0 else { return .max }
    return bits(of: elements[next])
  }

  private func bits(of element: PatternElement) -> UInt64 {
    guard !element.isOptional, element.classes.isDisjoint(with: .seen) else { return .max }
    var bits = element.forms
    element.classes.forEachBit { bits |= bitsOfClass[$0] }
    return bits
  }
}
