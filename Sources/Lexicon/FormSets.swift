/// Which forms belong to which of the sets that patterns name: one bit each.
///
/// Only forms that patterns name have a row, so the table stays small enough for the cache.
struct FormSets: Sendable {
  /// The row of every form; row 0 is empty.
  private let rows: [Int32]
  private let bits: [UInt64]
  private let stride: Int

  init(sets: [[Int32]], formCount: Int) {
    var rows = [Int32](repeating: 0, count: formCount)
    var count: Int32 = 1
    for form in sets.joined() where rows[Int(form)] == 0 {
      rows[Int(form)] = count
      count += 1
    }
    let stride = (sets.count + 63) / 64
    var bits = [UInt64](repeating: 0, count: Int(count) * stride)
    for (number, set) in sets.enumerated() {
      for form in set { bits[Int(rows[Int(form)]) * stride + number / 64] |= 1 << UInt64(number % 64) }
    }
    self.rows = rows
    self.bits = bits
    self.stride = stride
  }

  /// How many words of bits a set of sets takes.
  var width: Int { stride }

  /// Adds the sets that a form belongs to.
  func add(setsOf form: Int32, to present: inout [UInt64]) {
    let row = Int(rows[Int(form)])
    guard row != 0 else { return }
    for word in 0..<stride { present[word] |= bits[row * stride + word] }
  }

  func contains(_ form: Int32, in set: Int32) -> Bool {
    let row = Int(rows[Int(form)])
    return row != 0 && bits[row * stride + Int(set) / 64] >> UInt64(set % 64) & 1 != 0
  }
}
