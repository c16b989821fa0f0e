/// Reads the blocks of `.rules` files and the rows of `idioms.tsv`, later rules over earlier ones of the same name;
/// the formats are described in `Lexicons/README.md`.
struct RuleParser {
  /// What a line of a block begins with.
  private enum Keyword: String, CaseIterable {
    case rule, match, unless, yes, no, shield
    case marker, flag, driver, valence, delight, breach, scales, negates, frame

    static let all = allCases
    /// Their spellings; a number is a place in `all`, plus one.
    static let spellings = {
      var spellings = SpellingTable(capacity: all.count)
      for keyword in all {
        let bytes = Array(keyword.rawValue.utf8)
        _ = spellings.insert(bytes.span, 0..<bytes.count)
      }
      return spellings
    }()
  }

  private(set) var rules: [ParsedRule] = []
  private(set) var patterns: ParsedPatterns
  /// The examples of all rules, one rule after another; also those of rules that others replaced.
  private(set) var examples: [PlacedExample] = []
  private(set) var found = FoundProblems()
  /// The names of the rules, each with the number of its rule plus one.
  private var names: SpellingTable
  /// The names of marker families and of flags; and their numbers for each rule, one after another.
  private var familyNames = SpellingTable()
  private var flagNames = SpellingTable()
  private var markers: [Int32] = []
  private var flags: [Int32] = []
  /// The numbers of the rules, sorted by their names once all is read.
  private(set) var order: [Int] = []
  /// The rule whose block is read.
  private var current: ParsedRule?

  /// - Parameter byteCount: how much there is to read.
  init(byteCount: Int) {
    patterns = ParsedPatterns(byteCount: byteCount)
    rules.reserveCapacity(byteCount / 192)
    examples.reserveCapacity(byteCount / 384)
    names = SpellingTable(capacity: byteCount / 192)
  }

  /// Whether a file holds rules or idioms.
  static func reads(_ file: LexiconFile) -> Bool {
    let parts = file.pathParts
    switch parts.count {
    case 2: return parts[1] == "idioms.tsv"
    case 3: return parts[1] == "rules" && parts[2].hasSuffix(".rules")
    default: return false
    }
  }

  /// Ends the reading.
  mutating func end() {
    order = names.sorted(1..<names.count).map { $0 - 1 }
  }

  /// The rules in their order, with what their markers and flags are numbers of.
  var frozen: FrozenRules {
    let ordered = order.map { rules[$0].rule }
    let families = RuleParser.sorted(markers, ordered.lazy.map(\.effects.markers), familyNames)
    let flags = RuleParser.sorted(flags, ordered.lazy.map(\.effects.flags), flagNames)
    return FrozenRules(
      rules: ordered, examples: examples, markers: families.numbers, families: families.names,
      flags: flags.numbers, flagNames: flags.names)
  }

  /// The names, sorted, that some ranges of a list of numbers refer to, and that list with their new numbers.
  private static func sorted(
    _ list: [Int32], _ ranges: some Sequence<Range<Int32>>, _ spellings: SpellingTable
  ) -> (names: [String], numbers: [Int]) {
    var isUsed = [Bool](repeating: false, count: spellings.count)
    for range in ranges { for at in range { isUsed[Int(list[Int(at)])] = true } }
    let order = spellings.sorted(isUsed.indices.filter { isUsed[$0] })
    var numbers = [Int](repeating: 0, count: spellings.count)
    for (number, spelling) in order.enumerated() { numbers[spelling] = number }
    return (order.map { spellings.string(of: $0) }, list.map { numbers[Int($0)] })
  }

  /// Reads a file that holds rules or idioms.
  ///
  /// - Parameter number: tells it from other files, which are ordered by it.
  mutating func read(_ file: LexiconFile, number: Int) {
    found.begin(file, number: number)
    file.withText { if file.path.hasSuffix(".rules") { readRules($0) } else { readIdioms($0) } }
  }

  private mutating func readRules(_ text: Span<UInt8>) {
    var lines = TextLines(text)
    while let line = lines.next(in: text) {
      if line.isBlank(in: text) {
        finish(text)
      } else if !line.isComment(in: text) {
        parse(line, text)
      }
    }
    finish(text)
  }

  private mutating func readIdioms(_ text: Span<UInt8>) {
    var rows = TextRows(text)
    while rows.advanceLine(in: text) {
      guard let (cell, norms) = found.norms(&rows, of: "pattern", text) else { continue }
      addIdiom(rows.line, text, cell, norms)
    }
  }

  /// A rule that begins in a line, as yet without patterns.
  private func rule(named name: Range<Int>, _ line: TextLine) -> ParsedRule {
    let (examples, patterns) = (Int32(examples.count), Int32(patterns.patterns.count))
    var rule = Rule(
      file: Int32(found.file), line: Int32(line.number),
      name: Int32(name.lowerBound)..<Int32(name.upperBound), examples: examples..<examples)
    rule.effects.markers = Int32(markers.count)..<Int32(markers.count)
    rule.effects.flags = Int32(flags.count)..<Int32(flags.count)
    return ParsedRule(rule: rule, patterns: patterns..<patterns)
  }

  /// Ends a block: a rule without examples is a problem, never a silent rule.
  private mutating func finish(_ text: Span<UInt8>) {
    guard var parsed = current else { return }
    current = nil
    parsed.patterns = parsed.patterns.lowerBound..<Int32(patterns.patterns.count)
    parsed.rule.examples = parsed.rule.examples.lowerBound..<Int32(examples.count)
    let (first, firstFlag) = (
      parsed.rule.effects.markers.lowerBound, parsed.rule.effects.flags.lowerBound
    )
    parsed.rule.effects.markers = first..<Int32(markers.count)
    parsed.rule.effects.flags = firstFlag..<Int32(flags.count)
    let rule = parsed.rule
    func fail(_ message: String) {
      found.report(
        "rule ‘\(RuleParser.name(of: rule, text))’ \(message)", line: Int(rule.line), column: 1)
    }
    let exceptionCount = parsed.patterns.count { patterns.patterns[Int($0)].isException }
    if exceptionCount == parsed.patterns.count { return fail("has no ‘match’ line") }
    let placed = examples[Int(rule.examples.lowerBound)...]
    if !placed.contains(where: { $0.marked != nil }) {
      return fail("has no ‘yes’ example; add a sentence with the match in [[ ]]")
    }
    if !placed.contains(where: { $0.marked == nil }) {
      return fail("has no ‘no’ example; add a sentence that it must leave alone")
    }
    if rule.effects.isEmpty {
      return fail("has no effect; add ‘marker’, ‘valence’, ‘scales’, … ")
    }
    parsed.rule.exceptionCount = Int32(exceptionCount)
    add(parsed, text)
  }

  private static func name(of rule: Rule, _ text: Span<UInt8>) -> String {
    text.string(Int(rule.name.lowerBound)..<Int(rule.name.upperBound))
  }

  /// Puts a rule in the place of an earlier one of its name, which must stand in another file.
  private mutating func add(_ parsed: ParsedRule, _ text: Span<UInt8>) {
    let name = parsed.rule.name
    let number = Int(names.insert(text, Int(name.lowerBound)..<Int(name.upperBound))) - 1
    if number == rules.count {
      rules.append(parsed)
      return
    }
    let earlier = rules[number].rule
    if earlier.file == parsed.rule.file {
      found.report(
        "rule ‘\(RuleParser.name(of: parsed.rule, text))’ stands in line \(earlier.line) already",
        line: Int(parsed.rule.line), column: 1)
    }
    rules[number] = parsed
  }

  private mutating func parse(_ line: TextLine, _ text: Span<UInt8>) {
    var atoms = TextWords(line.range)
    guard let key = atoms.next(in: text) else { return }
    let number = Int(Keyword.spellings.number(of: text, key))
    let keyword = number == 0 ? nil : Keyword.all[number - 1]
    if keyword == .rule {
      finish(text)
      let rest = atoms.rest(in: text)
      guard rest.count == 1 else {
        found.report(line, key, "a rule has a name of one word: rule NAME")
        return
      }
      current = rule(named: rest[0], line)
      return
    }
    guard current != nil else {
      found.report(line, key, "‘\(text.string(key))’ stands outside a rule; begin with: rule NAME")
      return
    }
    switch keyword {
    case .match: addPattern(line, text, atoms, isException: false)
    case .unless: addPattern(line, text, atoms, isException: true)
    case .yes: addExample(line, text, key, isYes: true)
    case .no: addExample(line, text, key, isYes: false)
    case .shield: current?.rule.effects.shields = true
    case .rule, nil:
      found.report(
        line, key,
        "‘\(text.string(key))’ is no keyword; expected match, unless, marker, driver, flag, valence, "
          + "delight, breach, scales, negates, frame, shield, yes or no")
    case .some(let keyword): addEffect(line, text, key, keyword, atoms.rest(in: text))
    }
  }

  // MARK: Effects

  private mutating func addEffect(
    _ line: TextLine, _ text: Span<UInt8>, _ key: Range<Int>, _ keyword: Keyword,
    _ rest: [Range<Int>]
  ) {
    switch keyword {
    case .marker:
      expectNames(line, text, key, rest)
      for name in rest { markers.append(familyNames.insert(text, name)) }
    case .flag:
      expectNames(line, text, key, rest)
      for name in rest { flags.append(flagNames.insert(text, name)) }
    case .driver:
      expectNames(line, text, key, rest)
      addDrivers(line, text, rest)
    case .scales:
      let factor = number(line, text, key, rest, in: 0...40_000)
      current?.rule.effects.scale = factor
    case .negates:
      let scope: NegationScope? = choice(line, text, key, rest)
      current?.rule.effects.negates = scope
    case .frame:
      let frame: Frame? = choice(line, text, key, rest)
      current?.rule.effects.frame = frame
    default:
      guard let scale = Norms.Scale(rawValue: keyword.rawValue),
        let value = number(line, text, key, rest, in: scale.range)
      else { return }
      current?.rule.effects.norms[scale] = value
      current?.rule.effects.speaks = true
    }
  }

  private mutating func expectNames(
    _ line: TextLine, _ text: Span<UInt8>, _ key: Range<Int>, _ rest: [Range<Int>]
  ) {
    if rest.isEmpty { found.report(line, key, "‘\(text.string(key))’ needs a name") }
  }

  private mutating func addDrivers(_ line: TextLine, _ text: Span<UInt8>, _ rest: [Range<Int>]) {
    for name in rest {
      if let driver = Driver(name: text.string(name)) {
        current?.rule.effects.drivers |= 1 << UInt16(driver.rawValue)
      } else {
        found.report(line, name, "no driver has the name ‘\(text.string(name))’")
      }
    }
  }

  private mutating func number(
    _ line: TextLine, _ text: Span<UInt8>, _ key: Range<Int>, _ rest: [Range<Int>],
    in range: ClosedRange<Fixed>
  ) -> Fixed? {
    guard rest.count == 1, let value = text.fixed(rest[0]), range.contains(value) else {
      found.report(
        line, rest.first ?? key,
        "‘\(text.string(key))’ takes a number from \(range.lowerBound.asDouble) to "
          + "\(range.upperBound.asDouble)")
      return nil
    }
    return value
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ line: TextLine, _ text: Span<UInt8>, _ key: Range<Int>, _ rest: [Range<Int>]
  ) -> Choice? where Choice.RawValue == String {
    if rest.count == 1, let choice = Choice(rawValue: text.string(rest[0])) { return choice }
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    found.report(line, rest.first ?? key, "‘\(text.string(key))’ takes one of \(names)")
    return nil
  }

  // MARK: Examples

  private mutating func addExample(
    _ line: TextLine, _ text: Span<UInt8>, _ key: Range<Int>, isYes: Bool
  ) {
    var start = key.upperBound
    while start < line.range.upperBound && text[start] == UInt8(ascii: " ") { start += 1 }
    let sentence = start..<line.range.upperBound
    let open = RuleParser.pairs(of: UInt8(ascii: "["), in: text, sentence)
    let close = RuleParser.pairs(of: UInt8(ascii: "]"), in: text, sentence)
    var example = PlacedExample(
      sentence: Int32(start)..<Int32(sentence.upperBound), line: Int32(line.number),
      column: Int32(line.column(of: sentence)))
    if isYes {
      guard open.count == 1, close.count == 1, open.last + 2 < close.last else {
        found.report(line, key, "a ‘yes’ example marks the match once, with [[ and ]]")
        return
      }
      example.marked = Int32(open.last + 2)..<Int32(close.last)
    } else {
      guard open.count == 0, close.count == 0, !sentence.isEmpty else {
        found.report(line, key, "a ‘no’ example is a sentence without a marked span")
        return
      }
    }
    examples.append(example)
  }

  /// How often a byte stands twice, and where last.
  private static func pairs(
    of byte: UInt8, in text: Span<UInt8>, _ range: Range<Int>
  ) -> (count: Int, last: Int) {
    var (count, last) = (0, 0)
    var at = text.firstIndex(of: byte, in: range)
    while at + 1 < range.upperBound {
      if text[at + 1] == byte { (count, last) = (count + 1, at) }
      at = text.firstIndex(of: byte, in: at + 1..<range.upperBound)
    }
    return (count, last)
  }

  // MARK: Patterns

  /// Reads a row of `idioms.tsv`: a rule that is named by its only pattern and says what the row says.
  private mutating func addIdiom(
    _ line: TextLine, _ text: Span<UInt8>, _ pattern: Range<Int>, _ norms: Norms
  ) {
    var parsed = rule(named: pattern, line)
    addPattern(line, text, TextWords(pattern), isException: false)
    parsed.patterns = parsed.patterns.lowerBound..<Int32(patterns.patterns.count)
    if parsed.patterns.isEmpty { return }
    parsed.rule.effects.norms = norms
    parsed.rule.effects.speaks = true
    add(parsed, text)
  }

  private mutating func addPattern(
    _ line: TextLine, _ text: Span<UInt8>, _ atoms: TextWords, isException: Bool
  ) {
    let first = patterns.elements.count
    var pattern = ParsedPattern(elements: 0..<0, isException: isException)
    var atoms = atoms
    var gap = 0
    var crosses = false
    var isFirst = true
    var hasWord = false
    var ways = 1
    while let atom = atoms.next(in: text) {
      let sign = text[atom.lowerBound]
      if sign == UInt8(ascii: "^") && atom.count == 1 {
        pattern.atStart = true
        if !isFirst { found.report(line, atom, "^ stands at the beginning of a pattern") }
      } else if sign == UInt8(ascii: "$") && atom.count == 1 {
        pattern.atEnd = true
        if !atoms.rest(in: text).isEmpty {
          found.report(line, atom, "$ stands at the end of a pattern")
        }
      } else if let most = RuleParser.gap(atom, text) {
        guard let most = text.count(most), (1...20).contains(most) else {
          found.report(line, atom, "a gap is ..N or ~N with N from 1 to 20")
          return
        }
        gap = most
        crosses = sign == UInt8(ascii: "~")
      } else {
        guard var element = element(line, text, atom) else { return }
        element.gap = patterns.elements.count == first ? 0 : UInt8(gap)
        element.gapCrosses = crosses
        if !element.isOptional { hasWord = true }
        ways *= (Int(element.gap) + 1) * (element.isOptional ? 2 : 1)
        guard ways <= Pattern.mostWays else {
          found.report(
            line, atom,
            "with this place the pattern may lie in more than \(Pattern.mostWays) ways; use shorter "
              + "gaps, fewer optional places or several patterns")
          return
        }
        patterns.elements.append(element)
        gap = 0
        crosses = false
      }
      isFirst = false
    }
    pattern.elements = Int32(first)..<Int32(patterns.elements.count)
    guard hasWord else {
      found.report(line, line.range, "a pattern needs at least one word that is not optional")
      return
    }
    guard pattern.elements.count <= Pattern.mostPlaces else {
      found.report(line, line.range, "a pattern has at most \(Pattern.mostPlaces) words")
      return
    }
    patterns.patterns.append(pattern)
  }

  /// Where the number of a gap stands, or nil of what is none.
  private static func gap(_ atom: Range<Int>, _ text: Span<UInt8>) -> Range<Int>? {
    switch text[atom.lowerBound] {
    case UInt8(ascii: "~"): atom.lowerBound + 1..<atom.upperBound
    case UInt8(ascii: ".") where atom.count > 1 && text[atom.lowerBound + 1] == UInt8(ascii: "."):
      atom.lowerBound + 2..<atom.upperBound
    default: nil
    }
  }

  private mutating func element(
    _ line: TextLine, _ text: Span<UInt8>, _ atom: Range<Int>
  ) -> ParsedElement? {
    let firstLiteral = Int32(patterns.literals.count)
    let firstName = Int32(patterns.names.count)
    var rest = atom
    let isOptional = rest.count > 1 && text[rest.upperBound - 1] == UInt8(ascii: "?")
    if isOptional { rest = rest.lowerBound..<rest.upperBound - 1 }
    let hasAlternatives = rest.count > 1 && text[rest.lowerBound] == UInt8(ascii: "(")
    if hasAlternatives {
      guard text[rest.upperBound - 1] == UInt8(ascii: ")") else {
        found.report(line, atom, "alternatives stand between ( and ), without spaces")
        return nil
      }
      rest = rest.lowerBound + 1..<rest.upperBound - 1
    }
    var start = rest.lowerBound
    while true {
      let end =
        hasAlternatives
        ? text.firstIndex(of: UInt8(ascii: "|"), in: start..<rest.upperBound) : rest.upperBound
      if start == end {
        found.report(line, atom, "an alternative is empty")
        return nil
      }
      // Signs come before the small letters: most words need no look at what they begin with.
      if text[start] >= UInt8(ascii: "a") {
        patterns.literals.append(patterns.words.insert(text, start..<end))
      } else if !addAlternative(line, text, start..<end) {
        return nil
      }
      if end == rest.upperBound { break }
      start = end + 1
    }
    return ParsedElement(
      literals: firstLiteral..<Int32(patterns.literals.count),
      names: firstName..<Int32(patterns.names.count), isOptional: isOptional)
  }

  /// Adds what may stand in a place; false with a problem.
  private mutating func addAlternative(
    _ line: TextLine, _ text: Span<UInt8>, _ part: Range<Int>
  ) -> Bool {
    let first = text[part.lowerBound]
    if part.count == 1 && (first == UInt8(ascii: "$") || first == UInt8(ascii: "^")) {
      found.report(
        line, part, "^ and $ stand by themselves; write one pattern with and one without")
      return false
    }
    let isBuiltin = first == UInt8(ascii: "#")
    let isLemma = first == UInt8(ascii: "=")
    if part.count > 1 && (isBuiltin || isLemma || first == UInt8(ascii: "@")) {
      let name = isBuiltin ? part : part.lowerBound + 1..<part.upperBound
      patterns.names.append(
        PlacedName(
          text: text.string(name), isLemma: isLemma,
          path: found.origin, line: line.number, column: line.column(of: part)))
    } else {
      patterns.literals.append(patterns.words.insert(text, part))
    }
    return true
  }
}
