extension [Int32] {
  /// Brings the numbers in ascending order, each once.
  mutating func sortDistinct() {
    if count < 2 { return }
    // Most are few: the sort of the library takes three times as long for them.
    if count > 24 { sort() } else { sortByInsertion() }
    var kept = 1
    for at in 1..<count where self[at] != self[kept - 1] {
      self[kept] = self[at]
      kept += 1
    }
    removeLast(count - kept)
  }

  private mutating func sortByInsertion() {
    var numbers = mutableSpan
    for next in 1..<numbers.count {
      let number = numbers[next]
      var at = next
      while at > 0 && numbers[at - 1] > number {
        numbers[at] = numbers[at - 1]
        at -= 1
      }
      numbers[at] = number
    }
  }
}
