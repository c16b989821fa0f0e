/// Reads the blocks of a `.rules` file and the rows of `idioms.tsv`; their formats are described in
/// `Lexicons/README.md`.
struct RuleParser {
  private(set) var rules: [ParsedRule] = []
  private(set) var problems: [LexiconProblem] = []
  private let file: LexiconFile
  private var current: ParsedRule?

  init(file: LexiconFile) { self.file = file }

  mutating func parse() {
    for line in TextLines(file.bytes) {
      if line.isBlank {
        finish()
      } else if !line.isComment {
        parse(line)
      }
    }
    finish()
  }

  private mutating func report(_ line: TextLine, _ slice: ArraySlice<UInt8>, _ message: String) {
    problems.append(
      LexiconProblem(
        path: file.origin, line: line.number, column: line.column(of: slice), message: message))
  }

  /// Ends a block: a rule without examples is a problem, never a silent rule.
  private mutating func finish() {
    guard var parsed = current else { return }
    current = nil
    let rule = parsed.rule
    func fail(_ message: String) {
      problems.append(
        LexiconProblem(
          path: file.origin, line: rule.line, column: 1, message: "rule ‘\(rule.name)’ \(message)"))
    }
    if !parsed.patterns.contains(where: { !$0.isException }) { return fail("has no ‘match’ line") }
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
    parsed.rule.exceptionCount = parsed.patterns.count { $0.isException }
    rules.append(parsed)
  }

  private mutating func parse(_ line: TextLine) {
    let words = line.bytes.spaced
    guard let key = words.first else { return }
    let rest = Array(words.dropFirst())
    if key.string == "rule" {
      finish()
      guard rest.count == 1 else {
        report(line, key, "a rule has a name of one word: rule NAME")
        return
      }
      current = ParsedRule(rule: Rule(name: rest[0].string, origin: file.origin, line: line.number))
      return
    }
    guard current != nil else {
      report(line, key, "‘\(key.string)’ stands outside a rule; begin with: rule NAME")
      return
    }
    switch key.string {
    case "match", "unless": addPattern(line, rest, isException: key.string == "unless")
    case "marker":
      let names = names(line, key, rest)
      current?.families += names
    case "flag":
      let names = names(line, key, rest)
      current?.rule.flags += names
    case "driver": addDrivers(line, key, rest)
    case "valence", "delight", "breach": addNorm(line, key, rest)
    case "scales":
      let factor = number(line, key, rest, in: 0...40_000)
      current?.rule.scale = factor
    case "negates":
      let scope: NegationScope? = choice(line, key, rest)
      current?.rule.negates = scope
    case "frame":
      let frame: Frame? = choice(line, key, rest)
      current?.rule.frame = frame
    case "shield": current?.rule.shields = true
    case "yes", "no": addExample(line, key)
    default:
      report(
        line, key,
        "‘\(key.string)’ is no keyword; expected match, unless, marker, driver, flag, valence, "
          + "delight, breach, scales, negates, frame, shield, yes or no")
    }
  }

  private mutating func names(
    _ line: TextLine, _ key: ArraySlice<UInt8>, _ rest: [ArraySlice<UInt8>]
  ) -> [String] {
    if rest.isEmpty { report(line, key, "‘\(key.string)’ needs a name") }
    return rest.map(\.string)
  }

  private mutating func addDrivers(
    _ line: TextLine, _ key: ArraySlice<UInt8>, _ rest: [ArraySlice<UInt8>]
  ) {
    for name in rest {
      if let driver = Driver(name: name.string) {
        current?.rule.drivers.append(driver)
      } else {
        report(line, name, "no driver has the name ‘\(name.string)’")
      }
    }
    if rest.isEmpty { report(line, key, "‘driver’ needs a name") }
  }

  private mutating func number(
    _ line: TextLine, _ key: ArraySlice<UInt8>, _ rest: [ArraySlice<UInt8>],
    in range: ClosedRange<Fixed>
  ) -> Fixed? {
    guard rest.count == 1, let value = rest[0].fixed, range.contains(value) else {
      report(
        line, rest.first ?? key,
        "‘\(key.string)’ takes a number from \(range.lowerBound.asDouble) to "
          + "\(range.upperBound.asDouble)")
      return nil
    }
    return value
  }

  private mutating func addNorm(
    _ line: TextLine, _ key: ArraySlice<UInt8>, _ rest: [ArraySlice<UInt8>]
  ) {
    guard let scale = Norms.Scale(rawValue: key.string),
      let value = number(line, key, rest, in: scale.range)
    else { return }
    var norms = current?.rule.norms ?? Norms()
    norms[scale] = value
    current?.rule.norms = norms
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ line: TextLine, _ key: ArraySlice<UInt8>, _ rest: [ArraySlice<UInt8>]
  ) -> Choice? where Choice.RawValue == String {
    if rest.count == 1, let choice = Choice(rawValue: rest[0].string) { return choice }
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    report(line, rest.first ?? key, "‘\(key.string)’ takes one of \(names)")
    return nil
  }

  private mutating func addExample(_ line: TextLine, _ key: ArraySlice<UInt8>) {
    let text = line.bytes[key.endIndex...].drop { $0 == UInt8(ascii: " ") }
    let open: [UInt8] = Array("[[".utf8)
    let close: [UInt8] = Array("]]".utf8)
    let column = line.column(of: text)
    let isYes = key.string == "yes"
    let starts = text.indices.filter { text[$0...].starts(with: open) }
    let ends = text.indices.filter { text[$0...].starts(with: close) }
    if !isYes {
      guard starts.isEmpty, ends.isEmpty, !text.isEmpty else {
        report(line, key, "a ‘no’ example is a sentence without a marked span")
        return
      }
      current?.rule.examples.append(
        RuleExample(text: Array(text), span: nil, line: line.number, column: column))
      return
    }
    guard starts.count == 1, ends.count == 1, starts[0] + 2 < ends[0] else {
      report(line, key, "a ‘yes’ example marks the match once, with [[ and ]]")
      return
    }
    let before = Array(text[text.startIndex..<starts[0]])
    let inside = Array(text[(starts[0] + 2)..<ends[0]])
    let after = Array(text[(ends[0] + 2)...])
    current?.rule.examples.append(
      RuleExample(
        text: before + inside + after, span: before.count..<(before.count + inside.count),
        line: line.number, column: column))
  }

  /// Reads a row of `idioms.tsv`: a rule that is named by its only pattern and says what the row says.
  mutating func addIdiom(_ line: TextLine, _ pattern: ArraySlice<UInt8>, _ norms: Norms) {
    current = ParsedRule(
      rule: Rule(name: pattern.string, origin: file.origin, line: line.number))
    addPattern(line, pattern.spaced, isException: false)
    if var idiom = current, !idiom.patterns.isEmpty {
      idiom.rule.norms = norms
      rules.append(idiom)
    }
    current = nil
  }

  // MARK: Patterns

  private mutating func addPattern(
    _ line: TextLine, _ atoms: [ArraySlice<UInt8>], isException: Bool
  ) {
    var pattern = ParsedPattern(isException: isException)
    var gap = 0
    var crosses = false
    for (place, atom) in atoms.enumerated() {
      if atom.elementsEqual("^".utf8) {
        pattern.atStart = true
        if place != 0 { report(line, atom, "^ stands at the beginning of a pattern") }
      } else if atom.elementsEqual("$".utf8) {
        pattern.atEnd = true
        if place != atoms.count - 1 { report(line, atom, "$ stands at the end of a pattern") }
      } else if atom.starts(with: "..".utf8) || atom.first == UInt8(ascii: "~") {
        crosses = atom.first == UInt8(ascii: "~")
        guard let most = Int(atom.dropFirst(crosses ? 1 : 2).string), (1...20).contains(most) else {
          report(line, atom, "a gap is ..N or ~N with N from 1 to 20")
          return
        }
        gap = most
      } else {
        guard var element = element(line, atom) else { return }
        element.gap = pattern.elements.isEmpty ? 0 : gap
        element.gapCrosses = crosses
        pattern.elements.append(element)
        gap = 0
        crosses = false
      }
    }
    guard pattern.elements.contains(where: { !$0.isOptional }) else {
      report(line, line.bytes, "a pattern needs at least one word that is not optional")
      return
    }
    guard pattern.elements.count <= Pattern.mostPlaces else {
      report(line, line.bytes, "a pattern has at most \(Pattern.mostPlaces) words")
      return
    }
    current?.patterns.append(pattern)
  }

  private mutating func element(_ line: TextLine, _ atom: ArraySlice<UInt8>) -> ParsedElement? {
    var element = ParsedElement()
    var rest = atom
    if rest.count > 1 && rest.last == UInt8(ascii: "?") {
      element.isOptional = true
      rest = rest.dropLast()
    }
    var alternatives = [rest]
    if rest.count > 1 && rest.first == UInt8(ascii: "(") {
      guard rest.last == UInt8(ascii: ")") else {
        report(line, atom, "alternatives stand between ( and ), without spaces")
        return nil
      }
      alternatives = rest.dropFirst().dropLast().split(
        separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    }
    for alternative in alternatives {
      guard let first = alternative.first else {
        report(line, atom, "an alternative is empty")
        return nil
      }
      if alternative.count == 1 && (first == UInt8(ascii: "$") || first == UInt8(ascii: "^")) {
        report(
          line, alternative, "^ and $ stand by themselves; write one pattern with and one without")
        return nil
      }
      let isBuiltin = first == UInt8(ascii: "#")
      let name = PlacedName(
        text: (isBuiltin ? alternative : alternative.dropFirst()).string, path: file.origin,
        line: line.number,
        column: line.column(of: alternative))
      if alternative.count > 1 && (first == UInt8(ascii: "@") || first == UInt8(ascii: "#")) {
        element.classes.append(name)
      } else if alternative.count > 1 && first == UInt8(ascii: "=") {
        element.lemmas.append(name)
      } else {
        element.literals.append(Array(alternative))
      }
    }
    return element
  }
}
