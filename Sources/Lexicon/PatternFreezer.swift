/// Numbers the words and classes of patterns, and chooses by what is rare how each is found.
struct PatternFreezer {
  /// How often a form without a row is taken to occur in a million tokens.
  private static let rareForm: Int32 = 20

  private(set) var problems: [LexiconProblem] = []
  private let source: ParsedPatterns
  private let words: WordTable
  /// The numbers in `words` of the lemmas that patterns name, by the numbers of their names.
  private let lemmas: [Int32]
  /// Numbers of forms by the numbers of their spellings in `words`; 0 for what is none.
  private let forms: [Int32]
  /// How often the forms and the words of each class occur in a million tokens.
  private let formFrequencies: [Int32]
  private let classFrequencies: [Int]
  private let bits: [String: Int]
  private var patterns: [Pattern] = []
  private var elements: [PatternElement] = []
  /// How often what may stand in each element occurs in a million tokens.
  private var frequencies: [Int] = []
  private var places = PatternPlaces()
  /// For each of them an element that holds these forms only, and how often they occur.
  private var plain: [(element: PatternElement, frequency: Int)] = []
  /// The numbers of the places of elements, lemmas left out: those of the rows of their words.
  private let placesOfElements: [Int32]
  private var classSets = NumberedValues<ClassSet>(first: [])
  /// The forms that are negators, and their class.
  private var negators: Set<Int32> = []
  private let negator: ClassSet
  /// The rules that a pattern with a gap belongs to, and whether it has a place for a negator.
  private(set) var gaps: [(rule: Int, holdsNegator: Bool)] = []

  /// - Parameters:
  ///   - rows: the words of the patterns that are to come.
  ///   - spellings: the numbers in `words` of the words of patterns.
  ///   - lemmas: those of the lemmas that patterns name, by the numbers of their names.
  ///   - order: the spellings that are forms, in the order of their numbers.
  ///   - bits: the numbers of classes by their names.
  ///   - givenFrequencies: how often the words of each class occur, where a row says so.
  init(
    _ source: ParsedPatterns, _ rows: LiteralRows, _ spellings: [Int32], _ lemmas: [Int32],
    _ words: WordTable, _ order: [Int32], _ known: KnownWords, _ bits: [String: Int],
    _ givenFrequencies: [Int?]
  ) {
    self.source = source
    self.words = words
    self.lemmas = lemmas
    self.bits = bits
    var forms = [Int32](repeating: 0, count: words.entries.count)
    var formFrequencies: [Int32] = [0]
    // Many forms share their classes: a set's bits are gone through once.
    var setFrequencies = [Int](repeating: 0, count: known.classSets.values.count)
    let negator = bits["negator"].map { ClassSet(bit: $0) } ?? []
    self.negator = negator
    let negates = known.classSets.values.map { !$0.isDisjoint(with: negator) }
    formFrequencies.reserveCapacity(order.count + 1)
    for (spelling, form) in zip(order, Int32(1)...) {
      forms[Int(spelling)] = form
      let given = words.entries[Int(spelling)].frequency
      let frequency = given < 0 ? PatternFreezer.rareForm : given
      formFrequencies.append(frequency)
      let classes = Int(known.numbers[Int(form)].classes)
      setFrequencies[classes] += Int(frequency)
      if negates[classes] { negators.insert(form) }
    }
    var classFrequencies = [Int](repeating: 0, count: ClassSet.capacity)
    for (classes, frequency) in zip(known.classSets.values, setFrequencies) {
      classes.forEachBit { classFrequencies[$0] += frequency }
    }
    for (bit, given) in givenFrequencies.enumerated() {
      if let given { classFrequencies[bit] = given }
    }
    self.forms = forms
    self.formFrequencies = formFrequencies
    self.classFrequencies = classFrequencies
    placesOfElements = rows.ofElements
    patterns.reserveCapacity(source.patterns.count)
    elements.reserveCapacity(source.elements.count)
    frequencies.reserveCapacity(source.elements.count)
    places.reserveCapacity(rows.rows.count, forms: rows.rows.values.count)
    plain.reserveCapacity(rows.rows.count)
    var row: [Int32] = []
    for number in 0..<rows.rows.count {
      row.removeAll(keepingCapacity: true)
      for at in rows.rows.range(of: number) {
        row.append(forms[Int(spellings[Int(rows.rows.values[at])])])
      }
      add(&row)
    }
  }

  /// Adds the place in which some forms may stand, which are brought in order.
  private mutating func add(_ row: inout [Int32]) {
    row.sortDistinct()
    var frequency = 0
    for form in row { frequency += Int(formFrequencies[Int(form)]) }
    plain.append((PatternElement(forms: row, place: Int32(places.count)), frequency))
    places.append(row)
  }

  mutating func add(_ number: Int, rule: Int) {
    let parsed = source.patterns[number]
    let first = elements.count
    var anchor = first
    var lowest = Int.max
    var isRow = true
    // Whether every place up to the anchor stands right behind the one before.
    var startFixesAnchor = true
    for number in parsed.elements {
      let element = source.elements[Int(number)]
      let (place, classes) = named(element, place: placesOfElements[Int(number)])
      var (frozen, frequency) = plain[Int(place)]
      classes.forEachBit { frequency += classFrequencies[$0] }
      if element.gap > 0 || element.isOptional { isRow = false }
      if !element.isOptional && frequency < lowest {
        (lowest, anchor) = (frequency, elements.count)
        startFixesAnchor = isRow
      }
      frequencies.append(frequency)
      frozen.set(
        classes: classes.isEmpty ? 0 : UInt16(classSets.number(of: classes)), gap: element.gap,
        gapCrossesPunctuation: element.gapCrosses, isOptional: element.isOptional)
      elements.append(frozen)
    }
    if !parsed.isException && elements[first...].dropFirst().contains(where: { $0.gap > 0 }) {
      gaps.append((rule, elements[first...].contains(where: holdsNegator)))
    }
    patterns.append(
      Pattern(
        rule: rule, places: first..<elements.count, anchor: anchor,
        isException: parsed.isException, atSentenceStart: parsed.atStart,
        atSentenceEnd: parsed.atEnd, isRow: isRow, startFixesAnchor: startFixesAnchor))
  }

  private func holdsNegator(_ element: PatternElement) -> Bool {
    !classSets.values[Int(element.classes)].isDisjoint(with: negator)
      || places[element.place].contains(where: negators.contains)
  }

  func index(_ table: FormTable) -> PatternIndex {
    PatternIndex(
      patterns: patterns, elements: elements, frequencies: frequencies,
      places: places, classSets: classSets.values, table: table)
  }

  /// Adds to the place of an element the forms of the lemmas that it names.
  ///
  /// - Returns: the number of the place that it is then, and the classes that may stand there.
  private mutating func named(
    _ element: ParsedElement, place: Int32
  ) -> (place: Int32, classes: ClassSet) {
    var classes: ClassSet = []
    if element.names.isEmpty { return (place, classes) }
    var row: [Int32] = []
    for number in element.names {
      let name = source.names[Int(number)]
      if name.isLemma {
        let all = words.forms(ofLemma: lemmas[Int(number)])
        if all.isEmpty {
          problems.append(name.problem("no row of a table begins with ‘\(name.text)’"))
        }
        // A form that was taken out of its class is none any more.
        for spelling in all where forms[Int(spelling)] != 0 { row.append(forms[Int(spelling)]) }
      } else if let bit = bits[name.text] ?? bits["#" + name.text] {
        classes.insert(ClassSet(bit: bit))
      } else {
        problems.append(name.problem("there is no class ‘\(name.text)’"))
      }
    }
    if row.isEmpty { return (place, classes) }
    row += places[place]
    add(&row)
    return (Int32(places.count - 1), classes)
  }
}
