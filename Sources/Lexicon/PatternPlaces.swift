/// The distinct places of all patterns: for each, the forms that may stand there.
///
/// The forms of a place are kept in a row, ascending: most places have few, and all places together then take little
/// room, which counts for more than the search.
struct PatternPlaces: Sendable {
  /// What may stand in one place.
  struct Place: Hashable {
    /// Numbers of forms, ascending.
    var forms: [Int32]
    var classes: ClassSet
  }

  /// The forms of place `p`: `forms[starts[p]..<starts[p + 1]]`.
  private let starts: [Int32]
  private let forms: [Int32]

  init(_ places: [Place]) {
    var starts: [Int32] = [0]
    var forms: [Int32] = []
    for place in places {
      forms += place.forms
      starts.append(Int32(forms.count))
    }
    self.starts = starts
    self.forms = forms
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
