import Lexicon

/// How often each driver is spoken of.
struct DriverCounts {
  /// By the driver's number.
  private var counts = [Int32](repeating: 0, count: UInt16.bitWidth)
  /// The drivers that are spoken of, one bit each: few are in one text.
  private var spoken: UInt16 = 0

  var isEmpty: Bool { spoken == 0 }

  mutating func removeAll() {
    if spoken == 0 { return }
    spoken = 0
    for at in counts.indices { counts[at] = 0 }
  }

  /// Counts the drivers of which a bit is set.
  mutating func add(_ drivers: UInt16) {
    spoken |= drivers
    var counts = counts.mutableSpan
    var rest = drivers
    while rest != 0 {
      counts[rest.trailingZeroBitCount] &+= 1
      rest &= rest - 1
    }
  }

  /// Calls with every driver that is spoken of, in the order of their numbers, and how often it is.
  func forEachDriver(_ body: (Driver, Int) -> Void) {
    var rest = spoken
    while rest != 0 {
      let number = rest.trailingZeroBitCount
      if let driver = Driver(rawValue: UInt8(number)) { body(driver, Int(counts[number])) }
      rest &= rest - 1
    }
  }
}
