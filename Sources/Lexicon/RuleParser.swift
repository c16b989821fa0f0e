/// Reads the blocks of `.rules` files and the rows of `idioms.tsv`, later rules over earlier ones of the same name;
/// the formats are described in `Lexicons/README.md`.
struct RuleParser {
  private(set) var rules: [ParsedRule] = []
  private(set) var patterns: ParsedPatterns
  private(set) var found = FoundProblems()
  /// The names of the rules, each with the number of its rule plus one.
  private var names: SpellingTable
  /// The rule whose block is read, and where its name stands.
  private var current: ParsedRule?
  private var name = 0..<0

  /// - Parameter byteCount: how much there is to read.
  init(byteCount: Int) {
    patterns = ParsedPatterns(byteCount: byteCount)
    rules.reserveCapacity(byteCount / 192)
    names = SpellingTable(capacity: byteCount / 192)
  }

  /// The numbers of the rules, sorted by their names.
  var order: [Int] { rules.indices.sorted { names.precedes($0 + 1, $1 + 1) } }

  /// Whether a file holds rules or idioms.
  static func reads(_ file: LexiconFile) -> Bool {
    let parts = file.path.split(separator: "/")
    switch parts.count {
    case 2: return parts[1] == "idioms.tsv"
    case 3: return parts[1] == "rules" && parts[2].hasSuffix(".rules")
    default: return false
    }
  }

  /// The rules in an order, and the names of the marker families.
  func frozen(_ order: [Int]) -> (rules: [Rule], families: [String]) {
    var families: Set<String> = []
    for number in rules.indices { families.formUnion(rules[number].families) }
    let names = families.sorted()
    let numbers = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    let frozen = order.map { number in
      var rule = rules[number].rule
      rule.markers = rules[number].families.compactMap { numbers[$0] }
      return rule
    }
    return (frozen, names)
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

  /// Ends a block: a rule without examples is a problem, never a silent rule.
  private mutating func finish(_ text: Span<UInt8>) {
    guard var parsed = current else { return }
    current = nil
    parsed.patterns = parsed.patterns.lowerBound..<patterns.patterns.count
    let rule = parsed.rule
    func fail(_ message: String) {
      found.report("rule ‘\(rule.name)’ \(message)", line: rule.line, column: 1)
    }
    let exceptionCount = patterns.patterns[parsed.patterns].count { $0.isException }
    if exceptionCount == parsed.patterns.count { return fail("has no ‘match’ line") }
    if !rule.examples.contains(where: { $0.span != nil }) {
      return fail("has no ‘yes’ example; add a sentence with the match in [[ ]]")
    }
    if !rule.examples.contains(where: { $0.span == nil }) {
      return fail("has no ‘no’ example; add a sentence that it must leave alone")
    }
    let hasEffect =
      !parsed.families.isEmpty || rule.norms != nil || rule.scale != nil || rule.negates != nil
      || rule.frame != nil || rule.shields || !rule.drivers.isEmpty || !rule.flags.isEmpty
    if !hasEffect { return fail("has no effect; add ‘marker’, ‘valence’, ‘scales’, … ") }
    parsed.rule.exceptionCount = exceptionCount
    add(parsed, named: name, text)
  }

  /// Puts a rule in the place of an earlier one of its name, which must stand in another file.
  private mutating func add(
    _ parsed: consuming ParsedRule, named name: Range<Int>, _ text: Span<UInt8>
  ) {
    let number = Int(names.insert(text, name)) - 1
    if number == rules.count {
      rules.append(parsed)
      return
    }
    if rules[number].file == found.file {
      found.report(
        "rule ‘\(parsed.rule.name)’ stands in line \(rules[number].rule.line) already",
        line: parsed.rule.line, column: 1)
    }
    rules[number] = parsed
  }

  private mutating func parse(_ line: TextLine, _ text: Span<UInt8>) {
    var atoms = TextWords(line.range)
    guard let key = atoms.next(in: text) else { return }
    let keyword = text.string(key)
    if keyword == "rule" {
      finish(text)
      let rest = atoms.rest(in: text)
      guard rest.count == 1 else {
        found.report(line, key, "a rule has a name of one word: rule NAME")
        return
      }
      name = rest[0]
      current = ParsedRule(
        rule: Rule(name: text.string(name), origin: found.origin, line: line.number),
        file: found.file,
        patterns: patterns.patterns.count..<patterns.patterns.count)
      return
    }
    guard current != nil else {
      found.report(line, key, "‘\(keyword)’ stands outside a rule; begin with: rule NAME")
      return
    }
    switch keyword {
    case "match": addPattern(line, text, atoms, isException: false)
    case "unless": addPattern(line, text, atoms, isException: true)
    case "yes", "no": addExample(line, text, key, isYes: keyword == "yes")
    case "shield": current?.rule.shields = true
    default: addEffect(line, text, key, keyword, atoms.rest(in: text))
    }
  }

  // MARK: Effects

  private mutating func addEffect(
    _ line: TextLine, _ text: Span<UInt8>, _ key: Range<Int>, _ keyword: String,
    _ rest: [Range<Int>]
  ) {
    switch keyword {
    case "marker":
      let names = names(line, text, key, rest)
      current?.families += names
    case "flag":
      let names = names(line, text, key, rest)
      current?.rule.flags += names
    case "driver": addDrivers(line, text, key, rest)
    case "valence", "delight", "breach": addNorm(line, text, key, rest)
    case "scales":
      let factor = number(line, text, key, rest, in: 0...40_000)
      current?.rule.scale = factor
    case "negates":
      let scope: NegationScope? = choice(line, text, key, rest)
      current?.rule.negates = scope
    case "frame":
      let frame: Frame? = choice(line, text, key, rest)
      current?.rule.frame = frame
    default:
      found.report(
        line, key,
        "‘\(keyword)’ is no keyword; expected match, unless, marker, driver, flag, valence, "
          + "delight, breach, scales, negates, frame, shield, yes or no")
    }
  }

  private mutating func names(
    _ line: TextLine, _ text: Span<UInt8>, _ key: Range<Int>, _ rest: [Range<Int>]
  ) -> [String] {
    if rest.isEmpty { found.report(line, key, "‘\(text.string(key))’ needs a name") }
    var names: [String] = []
    for name in rest { names.append(text.string(name)) }
    return names
  }

  private mutating func addDrivers(
    _ line: TextLine, _ text: Span<UInt8>, _ key: Range<Int>, _ rest: [Range<Int>]
  ) {
    for name in rest {
      if let driver = Driver(name: text.string(name)) {
        current?.rule.drivers.append(driver)
      } else {
        found.report(line, name, "no driver has the name ‘\(text.string(name))’")
      }
    }
    if rest.isEmpty { found.report(line, key, "‘driver’ needs a name") }
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

  private mutating func addNorm(
    _ line: TextLine, _ text: Span<UInt8>, _ key: Range<Int>, _ rest: [Range<Int>]
  ) {
    guard let scale = Norms.Scale(rawValue: text.string(key)),
      let value = number(line, text, key, rest, in: scale.range)
    else { return }
    var norms = current?.rule.norms ?? Norms()
    norms[scale] = value
    current?.rule.norms = norms
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
    var example = RuleExample(
      text: [], span: nil, line: line.number, column: line.column(of: sentence))
    if isYes {
      guard open.count == 1, close.count == 1, open.last + 2 < close.last else {
        found.report(line, key, "a ‘yes’ example marks the match once, with [[ and ]]")
        return
      }
      let first = open.last - start
      example.span = first..<first + close.last - open.last - 2
    } else {
      guard open.count == 0, close.count == 0, !sentence.isEmpty else {
        found.report(line, key, "a ‘no’ example is a sentence without a marked span")
        return
      }
    }
    let parts =
      isYes
      ? [
        sentence.lowerBound..<open.last, open.last + 2..<close.last,
        close.last + 2..<sentence.upperBound,
      ] : [sentence]
    example.text.reserveCapacity(sentence.count)
    for part in parts {
      unsafe text.extracting(part).withUnsafeBufferPointer {
        unsafe example.text.append(contentsOf: $0)
      }
    }
    current?.rule.examples.append(example)
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
    let first = patterns.patterns.count
    addPattern(line, text, TextWords(pattern), isException: false)
    if patterns.patterns.count == first { return }
    var rule = Rule(name: text.string(pattern), origin: found.origin, line: line.number)
    rule.norms = norms
    add(
      ParsedRule(rule: rule, file: found.file, patterns: first..<patterns.patterns.count),
      named: pattern, text)
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
      guard addAlternative(line, text, start..<end) else { return nil }
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
