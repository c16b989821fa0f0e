/// What was read, as tables that do not change any more.
extension LexiconBuilder {
  mutating func build(files: [LexiconFile]) throws(LexiconError) -> Lexicon {
    let wordClasses = (1..<self.classNames.count).map { self.classNames.string(of: $0) }
    let classNames = ClassSet.builtinNames + wordClasses.sorted()
    if classNames.count > ClassSet.capacity {
      problems.append(
        LexiconProblem(
          path: "classes", message: "there are more than \(ClassSet.capacity) word classes"))
      throw LexiconError(problems: problems)
    }
    let bits = Dictionary(
      uniqueKeysWithValues: classNames.enumerated().map { ($0.element, $0.offset) })

    let ruleOrder = rules.order
    let (frozenRules, families) = freezeRules(ruleOrder)
    // Rules are many: what is needed of each is taken out, so that none is copied.
    let patternsOfRules = ruleOrder.map { rules.rules[$0].patterns }
    for pattern in patternsOfRules.joined() {
      for literal in rules.patterns.literals(of: rules.patterns.patterns[pattern]) {
        words.noteInPattern(literal)
      }
    }
    let givenFrequencies = classNames.map { words.frequency(of: "@" + $0.drop { $0 == "#" }) }
    let isFull = words.spellings.isFull
    let order = words.keepForms()
    let patternCount = patternsOfRules.reduce(0) { $0 + $1.count }
    guard !isFull, patternCount < PatternPairs.mostPatterns,
      patternsOfRules.count <= RuleMatch.mostRules
    else {
      problems.append(
        LexiconProblem(
          path: "lexicons",
          message:
            "there are more than \(SpellingTable.capacity) words, \(PatternPairs.mostPatterns) patterns "
            + "or \(RuleMatch.mostRules) rules"
        ))
      throw LexiconError(problems: problems)
    }
    let table = formTable(order, wordClasses.map { bits[$0]! })
    var freezer = PatternFreezer(
      words, order, table, bits, givenFrequencies, counted: rules.patterns)
    for (number, patterns) in patternsOfRules.enumerated() {
      for pattern in patterns {
        freezer.add(rules.patterns.patterns[pattern], of: rules.patterns, rule: number)
      }
    }
    problems += freezer.problems

    let evidenceNames =
      Evidence.allCases.map(\.rawValue) + families.map { "marker:" + $0 }
      + classNames.map { "class:" + $0 }
    let evidenceNumbers = Dictionary(
      uniqueKeysWithValues: evidenceNames.enumerated().map { ($0.element, $0.offset) })
    let named = (0..<evidence.count).map { evidenceNumbers[evidence.string(of: $0)] }
    let model = freezeModel(named, evidenceCount: evidenceNames.count)
    let priors = freezePriors(named, evidenceNames)
    var frozenParameters = Parameters()
    for parameter in Parameter.allCases {
      if let value = parameters[parameter] {
        frozenParameters[parameter] = value
      } else {
        problems.append(
          LexiconProblem(path: "parameters.tsv", message: "‘\(parameter.name)’ is missing"))
      }
    }
    for name in phrases.keys.sorted() where evidenceNumbers[name] == nil {
      problems.append(
        LexiconProblem(path: "phrases.tsv", message: "no evidence has the name ‘\(name)’"))
    }
    guard problems.isEmpty else { throw LexiconError(problems: problems) }
    return Lexicon(
      forms: table, rules: frozenRules, patterns: freezer.index(table),
      parameters: frozenParameters, model: model, words: wordWeights, priors: priors,
      abbreviations: abbreviations.values.sorted { $0.form < $1.form },
      families: families, classNames: classNames, evidenceNames: evidenceNames, phrases: phrases,
      files: files)
  }

  /// The rules in an order, and the names of the marker families.
  private func freezeRules(_ order: [Int]) -> (rules: [Rule], families: [String]) {
    var families: Set<String> = []
    for number in rules.rules.indices { families.formUnion(rules.rules[number].families) }
    let names = families.sorted()
    let numbers = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    let frozen = order.map { number in
      var rule = rules.rules[number].rule
      rule.markers = rules.rules[number].families.compactMap { numbers[$0] }
      return rule
    }
    return (frozen, names)
  }

  /// - Parameters:
  ///   - order: the spellings that are forms, in the order of their numbers.
  ///   - bits: the bits of the classes with words, by their numbers less one.
  private mutating func formTable(_ order: [Int32], _ bits: [Int]) -> FormTable {
    let leastValence = parameters[.leastValence] ?? 0
    let leastBreach = parameters[.leastBreach] ?? 0
    var classSets = NumberedValues<ClassSet>(first: .unknown)
    var values = NumberedValues<Norms>(first: Norms())
    var known = [FormTable.WordNumbers(classes: 0, norms: 0)]
    known.reserveCapacity(order.count + 1)
    for number in order {
      let entry = words.entries[Int(number)]
      let norms = entry.norms.spoken(leastValence: leastValence, leastBreach: leastBreach)
      var classes = norms.classes
      entry.classes.forEachBit { classes.insert(ClassSet(bit: bits[$0 - 1])) }
      if !entry.isKnown { classes.insert(.unknown) }
      known.append(
        FormTable.WordNumbers(
          classes: UInt16(clamping: classSets.number(of: classes)),
          norms: UInt16(clamping: values.number(of: norms)), word: entry.word))
    }
    if max(classSets.values.count, values.values.count) > UInt16.max {
      problems.append(
        LexiconProblem(
          path: "lexicons", message: "there are more than \(UInt16.max) different ratings of words")
      )
    }
    return FormTable(words.spellings, known, classSets: classSets.values, norms: values.values)
  }

  /// - Parameter named: the numbers of the evidence by the numbers of their names, nil where there is none.
  private mutating func freezeModel(_ named: [Int?], evidenceCount: Int) -> Model {
    var order: [(key: Int, row: Int)] = []
    for (number, row) in weights.enumerated() {
      if let evidence = named[Int(row.evidence.number)] {
        let place = Int(row.scope.rawValue) << 8 | Int(row.target.rawValue)
        order.append((evidence << 16 | place, number))
      } else {
        problems.append(unknown(row.evidence))
      }
    }
    order.sort { ($0.key, $0.row) < ($1.key, $1.row) }
    var terms: [(evidence: Int, scope: EvidenceScope, target: ModelTarget, weight: Fixed)] = []
    for (at, (key, number)) in order.enumerated() {
      // Of rows with the same key the last holds.
      if at + 1 < order.count && order[at + 1].key == key { continue }
      let row = weights[number]
      terms.append((key >> 16, row.scope, row.target, row.weight))
    }
    return Model(terms, evidenceCount: evidenceCount)
  }

  private mutating func freezePriors(_ named: [Int?], _ evidenceNames: [String]) -> Priors {
    var used: Set<Int> = []
    var ofSegment: Set<Int> = []
    var tied: Set<Int> = []
    var weights: [Priors.Place: Fixed] = [:]
    for row in priors {
      guard let evidence = named[Int(row.evidence.number)] else {
        problems.append(unknown(row.evidence))
        continue
      }
      switch row.kind {
      case .used: used.insert(evidence)
      case .ofSegment: ofSegment.insert(evidence)
      case .tied: tied.insert(evidence)
      case .weight(let target, let scope, let weight):
        weights[Priors.Place(target: target, evidence: evidence, scope: scope)] = weight
      }
    }
    used.formUnion(evidenceNames.indices.filter { evidenceNames[$0].hasPrefix("marker:") })
    return Priors(
      used: used, ofSegment: ofSegment.subtracting(used), tied: tied, barredWords: barredWords,
      weights: weights)
  }

  private func unknown(_ name: EvidenceName) -> LexiconProblem {
    LexiconProblem(
      path: name.path, line: name.line, column: name.column,
      message: "no evidence has the name ‘\(evidence.string(of: Int(name.number)))’")
  }
}
