/// The places of all patterns, classes aside: for each, the forms that may stand there. Those that hold the same words
/// are one.
///
/// The forms of a place are kept in a row, ascending: most places have few, and all places together then take little
/// room, which counts for more than the search.
struct PatternPlaces: Sendable {
  /// The forms of place `p`: `forms[starts[p]..<starts[p + 1]]`.
  private var starts: [Int32] = [0]
  private var forms: [Int32] = []

  /// How many there are.
  var count: Int { starts.count - 1 }

  mutating func reserveCapacity(_ count: Int, forms formCount: Int) {
    starts.reserveCapacity(count + 1)
    forms.reserveCapacity(formCount)
  }

  /// Adds a place.
  ///
  /// - Parameter row: the forms that may stand there, ascending.
  mutating func append(_ row: [Int32]) {
    forms += row
    starts.append(Int32(forms.count))
  }

  /// The forms that may stand in a place, ascending.
  subscript(place: Int32) -> ArraySlice<Int32> {
    forms[Int(starts[Int(place)])..<Int(starts[Int(place) + 1])]
  }

  /// Whether a form may stand in a place by itself, its classes aside.
  @inline(__always)
  func contains(_ form: Int32, in place: Int32) -> Bool {
    var low = Int(starts[Int(place)])
    var high = Int(starts[Int(place) + 1])
    // Halves until few are left, which are then looked at one by one.
    while high - low > 8 {
      let middle = (low + high) / 2
      if forms[middle] <= form { low = middle } else { high = middle }
    }
    while low < high {
      if forms[low] == form { return true }
      low += 1
    }
    return false
  }
}
