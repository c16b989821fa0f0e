/// The places without which patterns need not be tried, and where they may stand.
struct PatternWitnesses {
  /// A witness of one pattern.
  struct Witness {
    /// Its number in `distinct`.
    var number: Int
    /// Where it may stand as seen from the anchor.
    var reach: MarkReach
  }

  /// What may stand in a witness, and how often it is looked for.
  struct Kind {
    var place: Int32
    /// The number of its set of classes.
    var classes: UInt16
    var looks = 0.0
    /// In a million tokens.
    var occurrences: Int
  }

  /// The witness of each pattern, if it has one.
  private(set) var ofPatterns: [Witness?] = []
  private(set) var distinct: [Kind] = []
  /// The place and the classes of each of them, in one number; the first stands for none.
  private var kinds = NumberedValues<UInt64>(first: .max)

  mutating func reserveCapacity(_ count: Int) { ofPatterns.reserveCapacity(count) }

  /// Chooses the witness of the next pattern.
  ///
  /// - Parameter pair: the first of the two elements by which it is found, if it is found by a pair.
  mutating func add(
    _ pattern: Pattern, pair: Int?, _ elements: [PatternElement], _ frequencies: [Int]
  ) {
    guard let rarest = rarest(of: pattern, pair: pair, elements, frequencies) else {
      ofPatterns.append(nil)
      return
    }
    let element = elements[rarest.element]
    let key = UInt64(element.place) << 16 | UInt64(element.classes)
    let number = Int(kinds.number(of: key)) - 1
    if number == distinct.count {
      distinct.append(
        Kind(
          place: element.place, classes: element.classes,
          occurrences: max(1, frequencies[rarest.element])))
    }
    // A pair is some hundred times rarer than the rarer of its words.
    distinct[number].looks += Double(frequencies[pattern.anchor]) / (pair == nil ? 1 : 100)
    ofPatterns.append(Witness(number: number, reach: rarest.reach))
  }

  /// The marks of all witnesses, by their numbers in `distinct`.
  func marks(_ places: PatternPlaces) -> WitnessMarks {
    WitnessMarks(
      distinct.map {
        WitnessMarks.Entry(
          classes: $0.classes, form: places[$0.place].first ?? 0, looks: $0.looks,
          occurrences: Double($0.occurrences))
      })
  }

  /// The rarest place of a pattern beside those by which it is found, and where it may stand as seen from the anchor;
  /// nil if none tells much.
  private func rarest(
    of pattern: Pattern, pair: Int?, _ elements: [PatternElement], _ frequencies: [Int]
  ) -> (element: Int, reach: MarkReach)? {
    var best: (element: Int, reach: MarkReach)?
    var lowest = 1_000_000 / 2
    let known = pair.map { $0..<($0 + 2) } ?? pattern.anchor..<(pattern.anchor + 1)
    for element in pattern.first..<pattern.end
    where !known.contains(element) && !elements[element].isOptional {
      let (least, most) = distances(of: element, from: pattern.anchor, elements)
      let expected = frequencies[element] * (most - least + 1)
      if expected < lowest, let reach = MarkReach(from: least, through: most) {
        (lowest, best) = (expected, (element, reach))
      }
    }
    return best
  }

  /// How far behind the anchor, or before it if negative, a place may stand.
  private func distances(
    of place: Int, from anchor: Int, _ elements: [PatternElement]
  ) -> (least: Int, most: Int) {
    var (least, most) = (0, 0)
    for between in (min(place, anchor) + 1)...max(place, anchor) {
      most += Int(elements[between].gap) + 1
      if !elements[between].isOptional { least += 1 }
    }
    // The last of them is the anchor or the place itself, neither of which can be left out.
    return place > anchor ? (least, most) : (-most, -least)
  }
}
