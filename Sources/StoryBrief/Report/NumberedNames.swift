/// Values by the order in which they came.
struct NumberedNames<Name: Hashable> {
  private(set) var all: [Name] = []
  private var numbers: [Name: Int] = [:]

  mutating func number(of name: Name) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = all.count
    all.append(name)
    return all.count - 1
  }
}
