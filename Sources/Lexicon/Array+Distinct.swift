extension [Int32] {
  /// Brings the numbers in ascending order, each once.
  mutating func sortDistinct() {
    if count < 2 { return }
    sort()
    var kept = 1
    for at in 1..<count where self[at] != self[kept - 1] {
      self[kept] = self[at]
      kept += 1
    }
    removeLast(count - kept)
  }
}
