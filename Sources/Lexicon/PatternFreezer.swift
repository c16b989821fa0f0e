/// Numbers the words and classes of patterns, and chooses by what is rare how each is found.
struct PatternFreezer {
  /// How often a form without a row is taken to occur in a million tokens.
  private static let rareForm: Int32 = 20

  private(set) var problems: [LexiconProblem] = []
  private let words: WordTable
  /// Numbers of forms by the numbers of their spellings; 0 for what is none.
  private var forms: [Int32]
  /// How often the forms and the words of each class occur in a million tokens.
  private var formFrequencies: [Int32] = [0]
  private var classFrequencies = [Int](repeating: 0, count: ClassSet.capacity)
  private let bits: [String: Int]
  private var patterns: [Pattern] = []
  private var elements: [PatternElement] = []
  /// How often what may stand in each element occurs in a million tokens.
  private var frequencies: [Int] = []
  /// The distinct rows of forms that may stand in a place.
  private var places: NumberedRows
  private var classSets = NumberedValues<ClassSet>(first: [])
  /// Room for the forms of one place.
  private var row: [Int32] = []

  /// - Parameters:
  ///   - order: the spellings that are forms, in the order of their numbers.
  ///   - bits: the numbers of classes by their names.
  ///   - givenFrequencies: how often the words of each class occur, where a row says so.
  ///   - counted: patterns that are to come.
  init(
    _ words: WordTable, _ order: [Int32], _ table: FormTable, _ bits: [String: Int],
    _ givenFrequencies: [Int?], counted: ParsedPatterns
  ) {
    self.words = words
    self.bits = bits
    patterns.reserveCapacity(counted.patterns.count)
    elements.reserveCapacity(counted.elements.count)
    frequencies.reserveCapacity(counted.elements.count)
    places = NumberedRows(capacity: counted.elements.count / 2)
    forms = Array(repeating: 0, count: words.entries.count)
    formFrequencies.reserveCapacity(order.count + 1)
    for (spelling, form) in zip(order, Int32(1)...) {
      forms[Int(spelling)] = form
      let given = words.entries[Int(spelling)].frequency
      let frequency = given < 0 ? PatternFreezer.rareForm : given
      formFrequencies.append(frequency)
      table[form].classes.forEachBit { classFrequencies[$0] += Int(frequency) }
    }
    for (bit, given) in givenFrequencies.enumerated() {
      if let given { classFrequencies[bit] = given }
    }
  }

  mutating func add(_ parsed: ParsedPattern, of source: ParsedPatterns, rule: Int) {
    let first = elements.count
    var anchor = first
    var lowest = Int.max
    var isRow = true
    // Whether every place up to the anchor stands right behind the one before.
    var startFixesAnchor = true
    for element in source.elements(of: parsed) {
      let classes = gather(element, of: source)
      var frequency = 0
      for form in row { frequency += Int(formFrequencies[Int(form)]) }
      classes.forEachBit { frequency += classFrequencies[$0] }
      if element.gap > 0 || element.isOptional { isRow = false }
      if !element.isOptional && frequency < lowest {
        (lowest, anchor) = (frequency, elements.count)
        startFixesAnchor = isRow
      }
      frequencies.append(frequency)
      elements.append(
        PatternElement(
          forms: row, place: places.number(of: row),
          classes: classes.isEmpty ? 0 : UInt16(classSets.number(of: classes)),
          gap: element.gap, gapCrossesPunctuation: element.gapCrosses,
          isOptional: element.isOptional))
    }
    patterns.append(
      Pattern(
        rule: rule, places: first..<elements.count, anchor: anchor,
        isException: parsed.isException, atSentenceStart: parsed.atStart,
        atSentenceEnd: parsed.atEnd, isRow: isRow, startFixesAnchor: startFixesAnchor))
  }

  func index(_ table: FormTable) -> PatternIndex {
    PatternIndex(
      patterns: patterns, elements: elements, frequencies: frequencies,
      places: PatternPlaces(places), classSets: classSets.values, table: table)
  }

  /// Gathers the forms that may stand in a place into `row`, ascending.
  ///
  /// - Returns: the classes that may stand there.
  private mutating func gather(
    _ element: ParsedElement, of source: ParsedPatterns
  ) -> ClassSet {
    row.removeAll(keepingCapacity: true)
    for literal in source.literals(of: element) { row.append(forms[Int(literal)]) }
    var classes: ClassSet = []
    for name in source.names(of: element) {
      if name.lemma > 0 {
        addForms(ofLemma: name)
      } else if let bit = bits[name.text] ?? bits["#" + name.text] {
        classes.insert(ClassSet(bit: bit))
      } else {
        problems.append(name.problem("there is no class ‘\(name.text)’"))
      }
    }
    if row.count > 1 {
      row.sort()
      var count = 1
      for at in 1..<row.count where row[at] != row[count - 1] {
        row[count] = row[at]
        count += 1
      }
      row.removeLast(row.count - count)
    }
    return classes
  }

  private mutating func addForms(ofLemma name: PlacedName) {
    let all = words.forms(ofLemma: name.lemma)
    if all.isEmpty {
      problems.append(name.problem("no row of a table begins with ‘\(name.text)’"))
    }
    // A form that was taken out of its class is none any more.
    for spelling in all where forms[Int(spelling)] != 0 { row.append(forms[Int(spelling)]) }
  }
}
