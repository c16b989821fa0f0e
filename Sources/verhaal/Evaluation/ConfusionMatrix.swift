/// How often each class was given where each was wanted.
struct ConfusionMatrix {
  /// Rows are what was wanted, columns what was given.
  private(set) var counts: [[Int]]

  init(classes: Int) {
    counts = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
  }

  mutating func add(wanted: Int, given: Int) { counts[wanted][given] += 1 }

  var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// Share of the items for which what was given is what was wanted; 0 where there are none.
  var accuracy: Double {
    total == 0 ? 0 : Double(counts.indices.reduce(0) { $0 + counts[$1][$1] }) / Double(total)
  }

  /// The harmonic mean of precision and recall of a class; nil where it was neither given nor wanted.
  func f1(of place: Int) -> Double? {
    let whole = wanted(place) + given(place)
    return whole == 0 ? nil : 2 * Double(counts[place][place]) / Double(whole)
  }

  /// The mean of the F1 of the classes that occur; nil where there are none.
  var macroF1: Double? {
    let known = counts.indices.compactMap(f1)
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }

  /// Cohen's kappa (1960): agreement beyond what the frequencies of the classes give by chance.
  ///
  /// Nil where chance alone gives full agreement, as where all is one class.
  var kappa: Double? {
    let chance = counts.indices.reduce(0) { $0 + wanted($1) * given($1) }
    let all = total * total
    return chance == all
      ? nil : (accuracy - Double(chance) / Double(all)) / (1 - Double(chance) / Double(all))
  }

  private func wanted(_ place: Int) -> Int { counts[place].reduce(0, +) }
  private func given(_ place: Int) -> Int { counts.reduce(0) { $0 + $1[place] } }
}
