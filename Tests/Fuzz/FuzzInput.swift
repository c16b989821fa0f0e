/// Bytes of which the last steer the call and the others are what is read: so seeds are files as people have them,
/// with a line of such signs behind them.
struct FuzzInput {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var bytes: [UInt8] { Array(rest) }

  /// A number below `count` from the last byte; digits and then letters stand for the first numbers.
  mutating func choice(_ count: Int) -> Int { Int((rest.popLast() ?? 0x30) &- 0x30) % count }

  mutating func choice<Element>(among elements: [Element]) -> Element {
    elements[choice(elements.count)]
  }
}
