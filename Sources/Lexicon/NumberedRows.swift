/// Rows of numbers, each kept once, numbered in the order in which they are first met; row 0 is empty.
struct NumberedRows {
  /// Row `r` is `values[starts[r]..<starts[r + 1]]`.
  private(set) var starts: [Int32] = [0, 0]
  private(set) var values: [Int32] = []
  /// An open-addressing hash table of the numbers of rows, 0 where a slot is free, at most half full.
  private var slots: [Int32]

  /// - Parameters:
  ///   - count: for how many rows to make room; it grows for more.
  ///   - valueCount: for how many numbers in all of them.
  init(capacity count: Int, valueCount: Int = 0) {
    var capacity = 64
    while capacity < 2 * count { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    starts.reserveCapacity(count + 2)
    values.reserveCapacity(valueCount)
  }

  /// How many rows there are, row 0 included.
  var count: Int { starts.count - 1 }

  mutating func number(of numbers: [Int32]) -> Int32 {
    let row = numbers.span
    if row.isEmpty { return 0 }
    var at = slot(of: row)
    while slots[at] != 0 {
      if holds(row, at: range(of: Int(slots[at]))) { return slots[at] }
      at = (at + 1) & (slots.count - 1)
    }
    let number = Int32(count)
    slots[at] = number
    values += numbers
    starts.append(Int32(values.count))
    if slots.count < 2 * count { grow() }
    return number
  }

  func range(of row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  private func holds(_ row: Span<Int32>, at range: Range<Int>) -> Bool {
    guard range.count == row.count else { return false }
    for place in row.indices where values[range.lowerBound + place] != row[place] { return false }
    return true
  }

  /// The slot at which the search for a row begins: multiplicative hashing, number by number.
  private func slot(of row: Span<Int32>) -> Int {
    var hash: UInt64 = 0
    for place in row.indices {
      hash = (hash ^ UInt64(truncatingIfNeeded: row[place])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    for number in 1..<count {
      var at = slot(of: values.span.extracting(range(of: number)))
      while slots[at] != 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = Int32(number)
    }
  }
}
