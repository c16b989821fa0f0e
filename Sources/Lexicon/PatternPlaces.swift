/// The distinct places of all patterns: for each, the forms and classes that may stand there.
///
/// Membership is a table of bits with a row for each form that patterns name and for each class, so that a
/// test is one look-up, and the places that a sentence can fill are the union of its tokens' rows.
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
  /// Row `b` is for class bit `b`.
  private let classBits: [UInt64]
  /// Classes that some place asks for.
  private let usedClasses: ClassSet
  /// Words of bits in a row, and how many of them hold witnesses.
  private let width: Int
  private let witnessWidth: Int

  /// - Parameter witnessCount: how many places, the first ones, are asked for in whole sentences.
  init(_ places: [Place], witnessCount: Int, formCount: Int) {
    var rows = [Int32](repeating: 0, count: formCount)
    var count: Int32 = 1
    // In the order of the forms, of which the common ones come first.
    for form in Set(places.flatMap(\.forms)).sorted() {
      rows[Int(form)] = count
      count += 1
    }
    let width = max(1, (places.count + 63) / 64)
    var bits = [UInt64](repeating: 0, count: Int(count) * width)
    var classBits = [UInt64](repeating: 0, count: ClassSet.capacity * width)
    var usedClasses: ClassSet = []
    for (number, place) in places.enumerated() {
      let bit: UInt64 = 1 << UInt64(number % 64)
      for form in place.forms { bits[Int(rows[Int(form)]) * width + number / 64] |= bit }
      for each in 0..<ClassSet.capacity where place.classes.contains(ClassSet(bit: each)) {
        classBits[each * width + number / 64] |= bit
      }
      usedClasses.formUnion(place.classes)
    }
    self.rows = rows
    self.bits = bits
    self.classBits = classBits
    self.usedClasses = usedClasses
    self.width = width
    witnessWidth = max(1, (witnessCount + 63) / 64)
  }

  /// Sets `present` to the witness places that some token of a sentence can fill.
  func fill(_ present: inout [UInt64], from tokens: Span<Symbol>, _ sentence: Range<Int>) {
    present.removeAll(keepingCapacity: true)
    present.append(contentsOf: repeatElement(0, count: witnessWidth))
    var classes: ClassSet = []
    for at in sentence {
      classes.formUnion(tokens[at].classes)
      let row = Int(rows[Int(tokens[at].form)]) * width
      if row != 0 {
        for word in 0..<witnessWidth { present[word] |= bits[row + word] }
      }
    }
    var rest = classes.intersection(usedClasses).rawValue
    while rest != 0 {
      let row = rest.trailingZeroBitCount * width
      for word in 0..<witnessWidth { present[word] |= classBits[row + word] }
      rest &= rest - 1
    }
  }

  /// Whether a form may stand in a place by itself, its classes aside.
  @inline(__always)
  func contains(_ form: Int32, in place: Int32) -> Bool {
    let row = Int(rows[Int(form)]) * width
    return row != 0 && bits[row + Int(place) / 64] >> UInt64(place % 64) & 1 != 0
  }
}
