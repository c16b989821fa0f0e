/// Values with numbers in the order in which they are first asked for, equal ones with the same number.
struct NumberedValues<Value: Hashable> {
  private(set) var values: [Value]
  private var numbers: [Value: Int32]

  /// - Parameter first: the value with number 0.
  init(first: Value) {
    values = [first]
    numbers = [first: 0]
  }

  mutating func number(of value: Value) -> Int32 {
    if let number = numbers[value] { return number }
    let number = Int32(values.count)
    values.append(value)
    numbers[value] = number
    return number
  }
}
