/// All patterns, found by what is rare in them.
///
/// A pattern whose rarest place, its anchor, has a neighbour of known forms is found by the pair; any other, where its
/// anchor can stand. It is tried if its next rarest place, its witness, can stand near enough. From the anchor it is
/// matched to the right and to the left. The places of all patterns lie in one array without references, so that
/// matching costs no reference counting.
public struct PatternIndex: Sendable {
  /// What a token can stand for, by its form as the tables know it.
  struct Row: Scattered, Sendable {
    /// The places in which it can be a witness.
    var marks = WitnessMarks.Bits.everywhere.mask
    /// Where the patterns begin that are anchored at it, in `lists`.
    var list: Int32 = 0
    /// How many they are.
    var count: Int32 = 0

    var scatter: UInt64 {
      (marks[0] ^ marks[1].scatter &>> 32 ^ UInt64(truncatingIfNeeded: list).scatter).scatter
    }
  }

  /// More pairs than this for one pattern would fill the table for little.
  private static let mostPairs = 512

  public let patterns: [Pattern]
  let elements: [PatternElement]
  let classSets: [ClassSet]
  let places: PatternPlaces
  let pairs: PatternPairs
  /// The rows of forms, each kept once: those of forms that no pattern looks for are one, which stays in the cache.
  let rows: [Row]
  /// Their numbers, by the form.
  @usableFromInline let rowNumbers: [Int32]
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
  ///   - places: the forms that may stand in each place.
  ///   - classSets: the sets of classes by the numbers that elements have for them.
  init(
    patterns: [Pattern], elements: [PatternElement], frequencies: [Int],
    places: PatternPlaces, classSets: [ClassSet], table: FormTable
  ) {
    self.patterns = patterns
    self.elements = elements
    self.classSets = classSets
    self.places = places

    let firsts = patterns.map { PatternIndex.pair(of: $0, elements, places) }
    var byClass = [[Int32]](repeating: [], count: ClassSet.capacity)
    var byForm = FormLists(formCount: table.count)
    let (pairs, (witnesses, marks)) = concurrently {
      var entries: [(first: Int32, second: Int32, number: Int)] = []
      entries.reserveCapacity(patterns.count)
      for (number, pattern) in patterns.enumerated() {
        if let first = firsts[number] {
          entries.append((elements[first].place, elements[first + 1].place, number))
        } else {
          let anchor = elements[pattern.anchor]
          for form in places[anchor.place] { byForm.append(Int32(number), to: form) }
          classSets[Int(anchor.classes)].forEachBit { byClass[$0].append(Int32(number)) }
        }
      }
      return PatternPairs(entries, of: places)
    } _: {
      var witnesses = PatternWitnesses()
      witnesses.reserveCapacity(patterns.count)
      for (number, pattern) in patterns.enumerated() {
        witnesses.add(pattern, pair: firsts[number], elements, frequencies)
      }
      return (witnesses, witnesses.marks(places))
    }
    self.pairs = pairs
    let candidates = patterns.indices.map { number in
      let witness = witnesses.ofPatterns[number]
      return PatternCandidate(
        patterns[number], number: number, pair: firsts[number], reach: witness?.reach ?? .itself,
        bits: witness.map { marks[$0.number] } ?? .everywhere)
    }
    self.candidates = candidates

    let everywhere = WitnessMarks.Bits.everywhere.mask
    var marksOfClass = [SIMD2<UInt64>](repeating: everywhere, count: ClassSet.capacity)
    var marksOfForm = [SIMD2<UInt64>](repeating: everywhere, count: table.count)
    for (number, witness) in witnesses.distinct.enumerated() {
      let mask = marks[number].mask
      for form in places[witness.place] { marksOfForm[Int(form)] |= mask }
      classSets[Int(witness.classes)].forEachBit { marksOfClass[$0] |= mask }
    }
    var numbered = NumberedRows(capacity: patterns.count)
    // Many forms share their classes; of form 0, which has no row, all classes are seen in the token.
    let ofClasses = table.classSets.map { set in
      var row = (list: [Int32](), marks: everywhere)
      set.subtracting(.seen).forEachBit {
        row.list += byClass[$0]
        row.marks |= marksOfClass[$0]
      }
      row.list.sortDistinct()
      return row
    }
    let rowsOfClasses = ofClasses.map { Row(marks: $0.marks, list: numbered.number(of: $0.list)) }
    var merged: [Int32] = []
    // The lists are numbers at first.
    var listed: [Row] = []
    listed.reserveCapacity(table.count)
    for (form, word) in table.words.enumerated() {
      var row = rowsOfClasses[Int(word.classes)]
      row.marks |= marksOfForm[form]
      if !byForm.isEmpty(form) {
        byForm.merge(form, with: ofClasses[Int(word.classes)].list, into: &merged)
        row.list = numbered.number(of: merged)
      }
      listed.append(row)
    }
    let seen = (0..<ClassSet.seen.rawValue.nonzeroBitCount).map {
      Row(marks: marksOfClass[$0], list: numbered.number(of: byClass[$0]))
    }
    // The rows of all lists lie one behind another, as the lists do.
    lists = numbered.values.map { candidates[Int($0)] }
    let starts = numbered.starts
    func placed(_ row: Row) -> Row {
      let start = starts[Int(row.list)]
      return Row(marks: row.marks, list: start, count: starts[Int(row.list) + 1] - start)
    }
    var rows = NumberedValues<Row>(first: Row())
    // Neighbours are often alike, for they come from the same row of a table.
    var last = (row: Row(), number: Int32(0))
    rowNumbers = listed.map {
      if $0 != last.row { last = ($0, rows.number(of: placed($0))) }
      return last.number
    }
    self.rows = rows.values
    self.seen = seen.map(placed)
    seenBits = seen.indices.reduce(0) {
      seen[$1].list == 0 && seen[$1].marks == everywhere ? $0 : $0 | 1 << UInt64($1)
    }
  }

  /// Has fetched what patterns know of the form of an entry.
  @inlinable
  @inline(__always)
  public func prefetchRow(of entry: FormEntry) { rowNumbers.span.prefetch(entry.number) }

  /// The first of two places in a row, the anchor one of them, that together stand for the fewest pairs of forms; nil
  /// if there is none.
  private static func pair(
    of pattern: Pattern, _ elements: [PatternElement], _ places: PatternPlaces
  ) -> Int? {
    let anchor = pattern.anchor
    var fewest = mostPairs + 1
    var best: Int?
    for first in [anchor - 1, anchor]
    where first >= pattern.first && first + 1 < pattern.end {
      let (one, two) = (elements[first], elements[first + 1])
      guard two.gap == 0, !one.isOptional, !two.isOptional, one.classes == 0, two.classes == 0
      else { continue }
      let count = places[one.place].count * places[two.place].count
      if count < fewest { (fewest, best) = (count, first) }
    }
    return best
  }
}
