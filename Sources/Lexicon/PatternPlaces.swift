/// The distinct places of all patterns: for each, the forms and classes that may stand there.
///
/// Membership is a table of bits with a row for each form that patterns name, so that a test is one look-up.
struct PatternPlaces: Sendable {
  /// What may stand in one place.
  struct Place: Hashable {
    /// Numbers of forms, ascending.
    var forms: [Int32]
    var classes: ClassSet
  }

  /// The row of every form; row 0 is empty.
  private let rows: [Int32]
  private let bits: [UInt64]
  /// Words of bits in a row.
  private let width: Int

  init(_ places: [Place], formCount: Int) {
    var rows = [Int32](repeating: 0, count: formCount)
    var count: Int32 = 1
    // In the order of the forms, of which the common ones come first.
    for form in Set(places.flatMap(\.forms)).sorted() {
      rows[Int(form)] = count
      count += 1
    }
    let width = max(1, (places.count + 63) / 64)
    var bits = [UInt64](repeating: 0, count: Int(count) * width)
    for (number, place) in places.enumerated() {
      let bit: UInt64 = 1 << UInt64(number % 64)
      for form in place.forms { bits[Int(rows[Int(form)]) * width + number / 64] |= bit }
    }
    self.rows = rows
    self.bits = bits
    self.width = width
  }

  /// Whether a form may stand in a place by itself, its classes aside.
  @inline(__always)
  func contains(_ form: Int32, in place: Int32) -> Bool {
    let row = Int(rows[Int(form)]) * width
    return row != 0 && bits[row + Int(place) / 64] >> UInt64(place % 64) & 1 != 0
  }
}
