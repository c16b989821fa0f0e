/// All patterns, found by what is rare in them.
///
/// A pattern whose rarest place, its anchor, has a neighbour of known forms is found by the pair; any other, where its
/// anchor can stand. It is tried if its next rarest place, its witness, can stand near enough. From the anchor it is
/// matched to the right and to the left. The places of all patterns lie in one array without references, so that
/// matching costs no reference counting.
public struct PatternIndex: Sendable {
  /// What a token can stand for, by its form as the tables know it.
  struct Row: Sendable {
    /// The places in which it can be a witness.
    var marks = WitnessMarks.Bits.everywhere.mask
    /// Where the patterns begin that are anchored at it, in `lists`; 0 if there are none.
    var list: Int32 = 0
  }

  /// More pairs than this for one pattern would fill the table for little.
  private static let mostPairs = 512

  public let patterns: [Pattern]
  let elements: [PatternElement]
  let classSets: [ClassSet]
  let places: PatternPlaces
  let pairs: PatternPairs
  let rows: [Row]
  /// The same for the classes that are seen in a token rather than known of its form, by their bits.
  let seen: [Row]
  /// The bits of those classes that have patterns or witnesses.
  let seenBits: UInt64
  /// All patterns, by their numbers.
  let candidates: [PatternCandidate]
  /// Those that are not found by pairs, in lists of what is tried at the same anchor.
  let lists: [PatternCandidate]

  /// - Parameters:
  ///   - frequencies: how often what may stand in each element occurs in a million tokens.
  ///   - places: what may stand in each distinct place.
  ///   - classSets: the sets of classes by the numbers that elements have for them.
  init(
    patterns: [Pattern], elements: [PatternElement], frequencies: [Int],
    places: [PatternPlaces.Place], classSets: [ClassSet], table: FormTable
  ) {
    self.patterns = patterns
    self.elements = elements
    self.classSets = classSets
    self.places = PatternPlaces(places)

    let pairs = patterns.map { PatternIndex.pair(of: $0, elements, places) }
    let witnesses = zip(patterns, pairs).map {
      PatternIndex.witness(of: $0, pair: $1, elements, frequencies)
    }
    let marks = PatternIndex.marks(witnesses, patterns, pairs, elements, frequencies, places)
    let candidates = patterns.indices.map { number in
      let (pattern, pair, witness) = (patterns[number], pairs[number], witnesses[number])
      return PatternCandidate(
        pattern, number: number, pair: pair, reach: witness?.reach ?? .itself,
        bits: witness.map { marks[elements[$0.element].place] } ?? .everywhere)
    }
    self.candidates = candidates

    var found: [(first: [Int32], second: [Int32], number: Int)] = []
    var byClass = [[Int32]](repeating: [], count: ClassSet.capacity)
    var byForm = [[Int32]](repeating: [], count: table.count)
    for (number, pattern) in patterns.enumerated() {
      if let first = pairs[number] {
        found.append(
          (
            places[Int(elements[first].place)].forms, places[Int(elements[first + 1].place)].forms,
            number
          ))
      } else {
        let anchor = places[Int(elements[pattern.anchor].place)]
        for form in anchor.forms { byForm[Int(form)].append(Int32(number)) }
        anchor.classes.forEachBit { byClass[$0].append(Int32(number)) }
      }
    }
    self.pairs = PatternPairs(found)

    let everywhere = WitnessMarks.Bits.everywhere.mask
    var marksOfClass = [SIMD2<UInt64>](repeating: everywhere, count: ClassSet.capacity)
    var marksOfForm = [SIMD2<UInt64>](repeating: everywhere, count: table.count)
    for place in Set(witnesses.compactMap { $0.map { elements[$0.element].place } }) {
      let mask = marks[place].mask
      for form in places[Int(place)].forms { marksOfForm[Int(form)] |= mask }
      places[Int(place)].classes.forEachBit { marksOfClass[$0] |= mask }
    }
    // Number 0 stands for no list.
    var lists = [PatternCandidate.none]
    var known: [[Int32]: Int32] = [:]
    func list(_ numbers: [Int32]) -> Int32 {
      if numbers.isEmpty { return 0 }
      if let start = known[numbers] { return start }
      let start = Int32(lists.count)
      lists += numbers.map { candidates[Int($0)] }
      lists[lists.count - 1] = lists[lists.count - 1].asLast
      known[numbers] = start
      return start
    }
    rows = (0..<table.count).map { form in
      var numbers = byForm[form]
      var marks = marksOfForm[form]
      // Of a form without a row (0) all classes are seen in the token.
      if form > 0 {
        let own = numbers.count
        table[Int32(form)].classes.subtracting(.seen).forEachBit {
          numbers += byClass[$0]
          marks |= marksOfClass[$0]
        }
        if numbers.count > own { numbers = Set(numbers).sorted() }
      }
      return Row(marks: marks, list: list(numbers))
    }
    let seen = (0..<ClassSet.seen.rawValue.nonzeroBitCount).map {
      Row(marks: marksOfClass[$0], list: list(byClass[$0]))
    }
    self.seen = seen
    seenBits = seen.indices.reduce(0) {
      seen[$1].list == 0 && seen[$1].marks == everywhere ? $0 : $0 | 1 << UInt64($1)
    }
    self.lists = lists
  }

  /// The first of two places in a row, the anchor one of them, that together stand for the fewest pairs of forms; nil
  /// if there is none.
  private static func pair(
    of pattern: Pattern, _ elements: [PatternElement], _ places: [PatternPlaces.Place]
  ) -> Int? {
    let anchor = pattern.anchor
    var fewest = mostPairs + 1
    var best: Int?
    for first in [anchor - 1, anchor]
    where first >= pattern.first && first + 1 < pattern.end {
      let (one, two) = (elements[first], elements[first + 1])
      guard two.gap == 0, !one.isOptional, !two.isOptional, one.classes == 0, two.classes == 0
      else { continue }
      let count = places[Int(one.place)].forms.count * places[Int(two.place)].forms.count
      if count < fewest { (fewest, best) = (count, first) }
    }
    return best
  }

  /// The rarest place of a pattern beside those by which it is found, and where it may stand as seen from the anchor;
  /// nil if none tells much.
  private static func witness(
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
  private static func distances(
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

  /// The marks of all witnesses.
  private static func marks(
    _ witnesses: [(element: Int, reach: MarkReach)?], _ patterns: [Pattern], _ pairs: [Int?],
    _ elements: [PatternElement], _ frequencies: [Int], _ places: [PatternPlaces.Place]
  ) -> WitnessMarks {
    var entries: [WitnessMarks.Entry] = []
    var known: [Int32: Int] = [:]
    for (number, witness) in witnesses.enumerated() {
      guard let element = witness?.element else { continue }
      let place = elements[element].place
      // A pair is some hundred times rarer than the rarer of its words.
      let looks = Double(frequencies[patterns[number].anchor]) / (pairs[number] == nil ? 1 : 100)
      if let entry = known[place] {
        entries[entry].looks += looks
      } else {
        known[place] = entries.count
        entries.append(
          WitnessMarks.Entry(
            number: place, place: places[Int(place)], looks: looks,
            occurrences: max(1, Double(frequencies[element]))))
      }
    }
    return WitnessMarks(entries)
  }
}
