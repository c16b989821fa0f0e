extension RatingScale {
  /// Finds the scale of grades: as they say themselves, as the header says, or by their range.
  ///
  /// One grade in fifty may be a slip of the pen and lie outside it.
  init?(of grades: [Grade], named: RatingScale?) {
    let told = grades.compactMap(\.outOf)
    let isTold = told.count * 2 > grades.count
    // What few say they are out of can be put on any scale.
    var values = (isTold ? grades : grades.filter { $0.outOf == nil }).map(\.value).sorted()
    let possible = values.prefix { $0 <= Self.percent.bounds.upperBound }
    if possible.count * 2 > values.count { values = Array(possible) }
    guard let lowest = values.first, let last = values.last else {
      guard let named else { return nil }
      self = named
      return
    }
    let highest = Self.highest(of: values)
    switch isTold ? Self.highest(of: told.sorted()) : 0 {
    case 5:
      self = .oneToFive
      return
    case 10:
      self = lowest <= 0 || named == .zeroToTen ? .zeroToTen : .oneToTen
      return
    case 100:
      self = .percent
      return
    default: break
    }
    if let named, highest <= named.bounds.upperBound {
      self = named
    } else if highest > 102_500 {
      self = .percent
    } else if highest > 50_000 || (last > 50_000 && !Self.endsAtFive(values)) {
      self = values.contains(0) ? .zeroToTen : .oneToTen
    } else {
      self = .oneToFive
    }
  }

  /// The highest of sorted values, without as many as may be slips.
  private static func highest(of values: [Int32]) -> Int32 {
    values[values.count - 1 - values.count / 50]
  }

  /// Whether fives are so many that grades above them would be too, were the scale to go on.
  private static func endsAtFive(_ values: [Int32]) -> Bool {
    values.count { $0 == 50_000 } * 10 >= values.count
  }
}
