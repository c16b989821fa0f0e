/// Collects the rows of lexicon files, later ones over earlier, and freezes them.
struct LexiconBuilder {
  var problems: [LexiconProblem] = []

  private var norms: [Spelling: Norms] = [:]
  private var classForms: [String: Set<Spelling>] = [:]
  /// The forms of every row of a table; the first is the lemma.
  private var rowsOfForms: [[ArraySlice<UInt8>]] = []
  private var abbreviations: [String: Abbreviation] = [:]
  private var phrases: [String: String] = [:]
  private var frequencies: [Spelling: Int] = [:]
  private var parameters: [Parameter: Fixed] = [:]
  private var weights: [ModelKey: WeightRow] = [:]
  private var priors: [PriorRow] = []
  private var rules: [String: ParsedRule] = [:]

  private struct ModelKey: Hashable {
    var target: ModelTarget
    var evidence: String
    var scope: EvidenceScope
  }

  private struct WeightRow {
    var weight: Fixed
    var place: LexiconProblem
  }

  // MARK: Reading

  mutating func add(_ file: LexiconFile) {
    let parts = file.path.split(separator: "/")
    if parts.count == 3, parts[1] == "classes", file.path.hasSuffix(".tsv") {
      addClass(String(parts[2].dropLast(4)), file)
    } else if parts.count == 3, parts[1] == "rules", file.path.hasSuffix(".rules") {
      addRules(file)
    } else if parts.count == 2 {
      switch parts[1] {
      case "norms.tsv": addNorms(file)
      case "idioms.tsv": addIdioms(file)
      case "abbreviations.tsv": addAbbreviations(file)
      case "phrases.tsv": addPhrases(file)
      case "frequency.tsv": addFrequencies(file)
      case "parameters.tsv": addParameters(file)
      case "model.tsv": addModel(file)
      case "priors.tsv": addPriors(file)
      default: reportUnknown(file)
      }
    } else {
      reportUnknown(file)
    }
  }

  private mutating func reportUnknown(_ file: LexiconFile) {
    problems.append(
      LexiconProblem(
        path: file.origin,
        message: "no file of this name is known; expected LANGUAGE/norms.tsv, "
          + "idioms.tsv, abbreviations.tsv, phrases.tsv, frequency.tsv, parameters.tsv, model.tsv, "
          + "priors.tsv, classes/NAME.tsv or rules/NAME.rules"
      ))
  }

  private mutating func report(
    _ file: LexiconFile, _ line: TextLine, _ slice: ArraySlice<UInt8>? = nil, _ message: String
  ) {
    problems.append(
      LexiconProblem(
        path: file.origin, line: line.number, column: slice.map { line.column(of: $0) } ?? 1,
        message: message))
  }

  private func rows(_ file: LexiconFile) -> [TextLine] {
    TextLines(file.bytes).filter { !$0.isBlank && !$0.isComment }
  }

  /// A number in a range, or nil with a problem.
  private mutating func number(
    _ cell: ArraySlice<UInt8>, in range: ClosedRange<Fixed>, _ file: LexiconFile, _ line: TextLine
  ) -> Fixed? {
    guard let value = cell.fixed else {
      report(file, line, cell, "‘\(cell.string)’ is not a number with at most four decimals")
      return nil
    }
    guard range.contains(value) else {
      report(
        file, line, cell,
        "\(cell.string) is out of range; expected \(range.lowerBound.asDouble) to "
          + "\(range.upperBound.asDouble)")
      return nil
    }
    return value
  }

  /// The norms in the cells behind the first, one a scale; scales left out at the end are 0.
  private mutating func norms(
    _ cells: [ArraySlice<UInt8>], of what: String, _ file: LexiconFile, _ line: TextLine
  ) -> Norms? {
    let scales = Norms.Scale.allCases
    guard (2...(scales.count + 1)).contains(cells.count) else {
      let names = scales.map(\.rawValue).joined(separator: ", ")
      report(file, line, nil, "expected two to eight columns: \(what), \(names)")
      return nil
    }
    var norms = Norms()
    for (scale, cell) in zip(scales, cells.dropFirst()) {
      guard let value = number(cell, in: scale.range, file, line) else { return nil }
      norms[scale] = value
    }
    return norms
  }

  private mutating func addNorms(_ file: LexiconFile) {
    var seen: [Spelling: Int] = [:]
    for line in rows(file) {
      let cells = line.cells
      guard let value = norms(cells, of: "forms", file, line) else { continue }
      let forms = cells[0].spaced
      for form in forms {
        let spelling = Spelling(form)
        if let earlier = seen.updateValue(line.number, forKey: spelling) {
          report(file, line, form, "‘\(form.string)’ stands in line \(earlier) already")
        }
        norms[spelling] = value
      }
      rowsOfForms.append(forms)
    }
  }

  private mutating func addIdioms(_ file: LexiconFile) {
    var parser = RuleParser(file: file)
    for line in rows(file) {
      let cells = line.cells
      guard let value = norms(cells, of: "pattern", file, line) else { continue }
      parser.addIdiom(line, cells[0], value)
    }
    add(parser, file)
  }

  private mutating func addClass(_ name: String, _ file: LexiconFile) {
    for line in rows(file) {
      let forms = line.bytes.spaced
      for form in forms {
        if form.contains(UInt8(ascii: "\t")) {
          report(file, line, form, "a class file has one column: forms, with spaces between")
        } else if form.first == UInt8(ascii: "-") && form.count > 1 {
          classForms[name]?.remove(Spelling(form.dropFirst()))
        } else {
          classForms[name, default: []].insert(Spelling(form))
        }
      }
      if forms.first?.first != UInt8(ascii: "-") { rowsOfForms.append(forms) }
    }
  }

  private mutating func addAbbreviations(_ file: LexiconFile) {
    for line in rows(file) {
      let cells = line.cells
      guard cells.count == 3, cells[0].contains(UInt8(ascii: ".")) else {
        report(file, line, nil, "expected three columns: form with its full stops, use, meaning")
        continue
      }
      guard let use = Abbreviation.Use(rawValue: cells[1].string) else {
        report(file, line, cells[1], "the use is one of inner, final and numeric")
        continue
      }
      abbreviations[cells[0].string] = Abbreviation(form: cells[0].string, use: use)
    }
  }

  private mutating func addFrequencies(_ file: LexiconFile) {
    for line in rows(file) {
      let cells = line.cells
      guard cells.count == 2, let count = Int(cells[1].string), count >= 0 else {
        report(file, line, nil, "expected two columns: form, occurrences in a million tokens")
        continue
      }
      frequencies[Spelling(cells[0])] = count
    }
  }

  private mutating func addPhrases(_ file: LexiconFile) {
    for line in rows(file) {
      let cells = line.cells
      guard cells.count == 2, !cells[1].isEmpty else {
        report(file, line, nil, "expected two columns: evidence, what it says to a reader")
        continue
      }
      phrases[cells[0].string] = cells[1].string
    }
  }

  private mutating func addParameters(_ file: LexiconFile) {
    for line in rows(file) {
      let cells = line.cells
      guard cells.count == 3 else {
        report(file, line, nil, "expected three columns: name, value, meaning")
        continue
      }
      guard let parameter = Parameter(name: cells[0].string) else {
        report(file, line, cells[0], "no parameter has the name ‘\(cells[0].string)’")
        continue
      }
      if let value = number(cells[1], in: parameter.range, file, line) {
        parameters[parameter] = value
      }
    }
  }

  private mutating func addModel(_ file: LexiconFile) {
    for line in rows(file) {
      let cells = line.cells
      // A whole model, of which no weight of another may remain.
      if cells.count == 1, cells[0].string == "-" {
        weights = [:]
        continue
      }
      guard cells.count == 4 else {
        report(file, line, nil, "expected four columns: target, evidence, scope, weight")
        continue
      }
      guard let target = ModelTarget(name: cells[0].string) else {
        report(file, line, cells[0], "no target has the name ‘\(cells[0].string)’")
        continue
      }
      guard let scope = EvidenceScope(name: cells[2].string) else {
        report(file, line, cells[2], "no scope has the name ‘\(cells[2].string)’")
        continue
      }
      guard let weight = number(cells[3], in: -1_000_000...1_000_000, file, line) else { continue }
      let key = ModelKey(target: target, evidence: cells[1].string, scope: scope)
      let place = LexiconProblem(
        path: file.origin, line: line.number, column: line.column(of: cells[1]), message: "")
      weights[key] = WeightRow(weight: weight, place: place)
    }
  }

  private mutating func addPriors(_ file: LexiconFile) {
    for line in rows(file) {
      let cells = line.cells
      let kind: PriorRow.Kind
      switch (cells[0].string, cells.count) {
      case ("used", 2): kind = .used
      case ("tied", 2): kind = .tied
      case ("used", _), ("tied", _):
        report(file, line, nil, "expected two columns: \(cells[0].string), evidence")
        continue
      default:
        guard let target = ModelTarget(name: cells[0].string) else {
          report(
            file, line, cells[0],
            "expected used, tied or a target; no target has the name ‘\(cells[0].string)’")
          continue
        }
        guard cells.count == 4 else {
          report(file, line, nil, "expected four columns: target, evidence, scope, prior")
          continue
        }
        guard let scope = EvidenceScope(name: cells[2].string) else {
          report(file, line, cells[2], "no scope has the name ‘\(cells[2].string)’")
          continue
        }
        guard let weight = number(cells[3], in: -100_000...100_000, file, line) else { continue }
        kind = .weight(target, scope, weight)
      }
      for name in cells[1].spaced {
        let place = LexiconProblem(
          path: file.origin, line: line.number, column: line.column(of: name),
          message: "no evidence has the name ‘\(name.string)’")
        priors.append(PriorRow(kind: kind, evidence: name.string, place: place))
      }
    }
  }

  private mutating func addRules(_ file: LexiconFile) {
    var parser = RuleParser(file: file)
    parser.parse()
    add(parser, file)
  }

  private mutating func add(_ parser: RuleParser, _ file: LexiconFile) {
    problems += parser.problems
    var seen: [String: Int] = [:]
    for parsed in parser.rules {
      let name = parsed.rule.name
      if let earlier = seen.updateValue(parsed.rule.line, forKey: name) {
        problems.append(
          LexiconProblem(
            path: file.origin, line: parsed.rule.line, column: 1,
            message: "rule ‘\(name)’ stands in line \(earlier) already"))
      }
      rules[name] = parsed
    }
  }

  // MARK: Freezing

  mutating func build(files: [LexiconFile]) throws(LexiconError) -> Lexicon {
    let classNames = ClassSet.builtinNames + classForms.keys.sorted()
    if classNames.count > ClassSet.capacity {
      problems.append(
        LexiconProblem(
          path: "classes", message: "there are more than \(ClassSet.capacity) word classes"))
      throw LexiconError(problems: problems)
    }
    let bits = Dictionary(
      uniqueKeysWithValues: classNames.enumerated().map { ($0.element, $0.offset) })

    let ordered = rules.values.sorted { $0.rule.name < $1.rule.name }
    let families = Set(ordered.flatMap(\.families)).sorted()
    let familyNumbers = Dictionary(
      uniqueKeysWithValues: families.enumerated().map { ($0.element, $0.offset) })

    var words: [Spelling: WordForm] = [:]
    for (form, value) in norms {
      let spoken = spoken(value)
      words[form] = WordForm(classes: spoken.classes, norms: spoken)
    }
    for (name, forms) in classForms {
      let bit = ClassSet(bit: bits[name]!)
      for form in forms { words[form, default: WordForm()].classes.insert(bit) }
    }
    for parsed in ordered {
      for pattern in parsed.patterns {
        for element in pattern.elements {
          for literal in element.literals {
            words[Spelling(literal), default: WordForm()].classes.formUnion([])
          }
        }
      }
    }
    // The commonest first: what most look-ups touch then lies close together.
    let alphabetical = words.sorted { $0.key < $1.key }
    let common = alphabetical.filter { frequencies[$0.key] != nil }
      .sorted { frequency(of: $0.key) > frequency(of: $1.key) }
    let entries = common + alphabetical.filter { frequencies[$0.key] == nil }
    let patternCount = ordered.reduce(0) { $0 + $1.patterns.count }
    guard entries.count < PatternPairs.mostForms, patternCount < PatternPairs.mostPatterns,
      ordered.count <= RuleMatch.mostRules
    else {
      problems.append(
        LexiconProblem(
          path: "lexicons",
          message:
            "there are more than \(PatternPairs.mostForms) forms, \(PatternPairs.mostPatterns) patterns "
            + "or \(RuleMatch.mostRules) rules"
        ))
      throw LexiconError(problems: problems)
    }
    let table = FormTable(entries.map { (form: $0.key.bytes, word: $0.value) })

    let frozenRules = ordered.map { parsed in
      var rule = parsed.rule
      rule.markers = parsed.families.compactMap { familyNumbers[$0] }
      return rule
    }
    let patterns = freezePatterns(ordered, table, entries, classNames, bits)

    let evidenceNames =
      Evidence.allCases.map(\.rawValue) + families.map { "marker:" + $0 }
      + classNames.map { "class:" + $0 }
    let model = freezeModel(evidenceNames)
    let priors = freezePriors(evidenceNames)
    var frozenParameters = Parameters()
    for parameter in Parameter.allCases {
      if let value = parameters[parameter] {
        frozenParameters[parameter] = value
      } else {
        problems.append(
          LexiconProblem(path: "parameters.tsv", message: "‘\(parameter.name)’ is missing"))
      }
    }
    for name in phrases.keys.sorted() where !evidenceNames.contains(name) {
      problems.append(
        LexiconProblem(path: "phrases.tsv", message: "no evidence has the name ‘\(name)’"))
    }
    guard problems.isEmpty else { throw LexiconError(problems: problems) }
    return Lexicon(
      forms: table, rules: frozenRules,
      patterns: patterns,
      parameters: frozenParameters, model: model, priors: priors,
      abbreviations: abbreviations.values.sorted { $0.form < $1.form },
      families: families, classNames: classNames, evidenceNames: evidenceNames, phrases: phrases,
      files: files)
  }

  /// What remains of a word's norms when ratings near 0 are taken for what they mostly are: the word as such, not
  /// a judgement.
  private func spoken(_ norms: Norms) -> Norms {
    guard abs(norms[.valence]) < parameters[.leastValence] ?? 0 else { return norms }
    var norms = norms
    norms.valence = 0
    if norms[.breach] < parameters[.leastBreach] ?? 0 {
      norms.breach = 0
      norms.delight = 0
    }
    return norms
  }

  /// How often the words of each class occur in a million tokens.
  private func classFrequencies(
    _ entries: [(key: Spelling, value: WordForm)], _ classNames: [String]
  ) -> [Int] {
    var sums = [Int](repeating: 0, count: ClassSet.capacity)
    for (form, word) in entries {
      let frequency = frequency(of: form)
      word.classes.forEachBit { sums[$0] += frequency }
    }
    for (bit, name) in classNames.enumerated() {
      let row = Spelling(Array("@".utf8) + name.utf8.drop { $0 == UInt8(ascii: "#") })
      if let frequency = frequencies[row] { sums[bit] = frequency }
    }
    return sums
  }

  /// How often a form occurs in a million tokens; one without a row is taken for rare.
  private func frequency(of form: Spelling) -> Int { frequencies[form] ?? 20 }

  /// Numbers the words and classes of all patterns.
  private mutating func freezePatterns(
    _ rules: [ParsedRule], _ table: FormTable, _ entries: [(key: Spelling, value: WordForm)],
    _ classNames: [String], _ bits: [String: Int]
  ) -> PatternIndex {
    let lemmas = lemmas(in: rules)
    let formFrequencies = [0] + entries.map { frequency(of: $0.key) }
    let classFrequencies = classFrequencies(entries, classNames)
    var patterns: [Pattern] = []
    var elements: [PatternElement] = []
    var frequencies: [Int] = []
    var places: [PatternPlaces.Place] = []
    var placeNumbers: [PatternPlaces.Place: Int32] = [:]
    var classSets = NumberedValues<ClassSet>(first: [])
    for (rule, parsed) in rules.enumerated() {
      for pattern in parsed.patterns {
        let first = elements.count
        var anchor = first
        var lowest = Int.max
        for element in pattern.elements {
          let forms = forms(of: element, lemmas, table)
          let classes = classes(of: element, bits)
          var frequency = forms.reduce(0) { $0 + formFrequencies[Int($1)] }
          classes.forEachBit { frequency += classFrequencies[$0] }
          if !element.isOptional && frequency < lowest {
            (lowest, anchor) = (frequency, elements.count)
          }
          frequencies.append(frequency)
          let place = PatternPlaces.Place(forms: forms, classes: classes)
          let number = placeNumbers[place] ?? Int32(places.count)
          if placeNumbers.updateValue(number, forKey: place) == nil { places.append(place) }
          elements.append(
            PatternElement(
              forms: forms, place: number,
              classes: UInt16(classSets.number(of: classes)), gap: UInt8(element.gap),
              gapCrossesPunctuation: element.gapCrosses, isOptional: element.isOptional))
        }
        patterns.append(
          Pattern(
            rule: rule, places: first..<elements.count, anchor: anchor,
            isException: pattern.isException, atSentenceStart: pattern.atStart,
            atSentenceEnd: pattern.atEnd,
            isRow: pattern.elements.allSatisfy { $0.gap == 0 && !$0.isOptional },
            startFixesAnchor: pattern.elements[...(anchor - first)].allSatisfy {
              $0.gap == 0 && !$0.isOptional
            }))
      }
    }
    return PatternIndex(
      patterns: patterns, elements: elements, frequencies: frequencies, places: places,
      classSets: classSets.values, table: table)
  }

  /// The forms of the lemmas that patterns name; a lemma may have rows in several tables.
  private func lemmas(in rules: [ParsedRule]) -> [Spelling: [ArraySlice<UInt8>]] {
    var lemmas: [Spelling: [ArraySlice<UInt8>]] = [:]
    let named = Set(
      rules.flatMap(\.patterns).flatMap(\.elements).flatMap(\.lemmas).map {
        Spelling($0.text.utf8)
      })
    if named.isEmpty { return [:] }
    for row in rowsOfForms {
      guard let first = row.first else { continue }
      let lemma = Spelling(first)
      if named.contains(lemma) { lemmas[lemma, default: []] += row }
    }
    return lemmas
  }

  /// The numbers of the forms that may stand in a place, ascending.
  private mutating func forms(
    of element: ParsedElement, _ lemmas: [Spelling: [ArraySlice<UInt8>]], _ table: FormTable
  ) -> [Int32] {
    if element.lemmas.isEmpty && element.literals.count == 1 {
      return [table.form(element.literals[0])]
    }
    var forms = Set(element.literals.map { table.form($0) })
    for lemma in element.lemmas {
      if let all = lemmas[Spelling(lemma.text.utf8)] {
        forms.formUnion(all.map { table.form(Array($0)) })
      } else {
        problems.append(lemma.problem("no row of a table begins with ‘\(lemma.text)’"))
      }
    }
    return forms.sorted()
  }

  private mutating func classes(of element: ParsedElement, _ bits: [String: Int]) -> ClassSet {
    var classes: ClassSet = []
    for name in element.classes {
      if let bit = bits[name.text] ?? bits["#" + name.text] {
        classes.insert(ClassSet(bit: bit))
      } else {
        problems.append(name.problem("there is no class ‘\(name.text)’"))
      }
    }
    return classes
  }

  private mutating func freezeModel(_ evidenceNames: [String]) -> Model {
    let numbers = Dictionary(
      uniqueKeysWithValues: evidenceNames.enumerated().map { ($0.element, $0.offset) })
    var terms: [(evidence: Int, scope: EvidenceScope, target: ModelTarget, weight: Fixed)] = []
    let keys = weights.keys.sorted {
      ($0.evidence, $0.scope.rawValue, $0.target.rawValue)
        < ($1.evidence, $1.scope.rawValue, $1.target.rawValue)
    }
    for key in keys {
      guard let row = weights[key] else { continue }
      if let evidence = numbers[key.evidence] {
        terms.append((evidence, key.scope, key.target, row.weight))
      } else {
        problems.append(
          LexiconProblem(
            path: row.place.path, line: row.place.line, column: row.place.column,
            message: "no evidence has the name ‘\(key.evidence)’"))
      }
    }
    return Model(terms, evidenceCount: evidenceNames.count)
  }

  private mutating func freezePriors(_ evidenceNames: [String]) -> Priors {
    let numbers = Dictionary(
      uniqueKeysWithValues: evidenceNames.enumerated().map { ($0.element, $0.offset) })
    var used: Set<Int> = []
    var tied: Set<Int> = []
    var weights: [Priors.Place: Fixed] = [:]
    for row in priors {
      guard let evidence = numbers[row.evidence] else {
        problems.append(row.place)
        continue
      }
      switch row.kind {
      case .used: used.insert(evidence)
      case .tied: tied.insert(evidence)
      case .weight(let target, let scope, let weight):
        weights[Priors.Place(target: target, evidence: evidence, scope: scope)] = weight
      }
    }
    used.formUnion(evidenceNames.indices.filter { evidenceNames[$0].hasPrefix("marker:") })
    return Priors(used: used, tied: tied, weights: weights)
  }
}
