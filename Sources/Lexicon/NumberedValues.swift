/// Values with numbers in the order in which they are first asked for, equal ones with the same number.
struct NumberedValues<Value: Scattered> {
  private(set) var values: [Value]
  /// An open-addressing hash table of numbers, negative where a slot is free, at most half full.
  private var slots = [Int32](repeating: -1, count: 64)

  /// - Parameter first: the value with number 0.
  init(first: Value) {
    values = []
    _ = number(of: first)
  }

  mutating func number(of value: Value) -> Int32 {
    var at = slot(of: value)
    while slots[at] >= 0 {
      if values[Int(slots[at])] == value { return slots[at] }
      at = (at + 1) & (slots.count - 1)
    }
    let number = Int32(values.count)
    slots[at] = number
    values.append(value)
    if slots.count < 2 * values.count { grow() }
    return number
  }

  /// The slot at which the search for a value begins.
  private func slot(of value: Value) -> Int {
    Int(truncatingIfNeeded: value.scatter &>> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for (number, value) in zip(Int32(0)..., values) {
      var at = slot(of: value)
      while slots[at] >= 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = number
    }
  }
}
