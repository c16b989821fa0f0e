/// What was read, as tables that do not change any more.
extension LexiconBuilder {
  mutating func build() throws(LexiconError) -> Lexicon {
    let wordClasses = (1..<self.classNames.count).map { self.classNames.string(of: $0) }
    let classNames = ClassSet.builtinNames + wordClasses.sorted()
    if classNames.count > ClassSet.capacity {
      problems.append(
        LexiconProblem(
          path: "classes", message: "there are more than \(ClassSet.capacity) word classes"))
      throw LexiconError(problems: problems)
    }
    let bits = Self.numbers(of: classNames)

    let givenFrequencies = classNames.map { words.frequency(of: "@" + $0.drop { $0 == "#" }) }
    let (rules, files) = (self.rules, self.files)
    let (forms, (rows, frozen)) = concurrently {
      let spellings = notePatternWords()
      let lemmas = rules.patterns.names.map { $0.isLemma ? words.number(of: $0.text) : 0 }
      let order = words.order()
      let known = KnownWords(
        words, order, wordClasses.map { bits[$0]! },
        leastValence: parameters[Parameter.leastValence.rawValue] ?? 0,
        leastBreach: parameters[Parameter.leastBreach.rawValue] ?? 0)
      return (ofPatterns: spellings, lemmas: lemmas, order: order, known: known)
    } _: {
      let rows = LiteralRows(rules.patterns, rules.order.map { rules.rules[$0].patterns })
      return (rows, rules.frozen)
    }
    if forms.known.isFull {
      problems.append(
        LexiconProblem(
          path: "lexicons", message: "there are more than \(UInt16.max) different ratings of words")
      )
    }
    let isFull = words.spellings.isFull || rules.patterns.words.isFull
    let patternCount = rules.order.reduce(0) { $0 + rules.rules[$1].patterns.count }
    guard !isFull, patternCount < PatternPairs.mostPatterns,
      frozen.rules.count <= RuleMatch.mostRules
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

    let evidenceNames =
      Evidence.allCases.map(\.rawValue) + frozen.families.map { "marker:" + $0 }
      + classNames.map { "class:" + $0 }
    let evidenceNumbers = Self.numbers(of: evidenceNames)
    let allWords = words
    let (freezer, weighed) = concurrently {
      var freezer = PatternFreezer(
        rules.patterns, rows, forms.ofPatterns, forms.lemmas, allWords, forms.order,
        forms.known,
        bits, givenFrequencies)
      for (number, rule) in rules.order.enumerated() {
        for pattern in rules.rules[rule].patterns { freezer.add(Int(pattern), rule: number) }
      }
      return freezer
    } _: {
      let before = problems
      problems = []
      let named = (0..<evidence.count).map { evidenceNumbers[evidence.string(of: $0)] }
      let model = freezeModel(named, evidenceCount: evidenceNames.count)
      let priors = freezePriors(named, evidenceNames)
      let table = FormTable(
        SpellingTable(forms.order, of: allWords.spellings), forms.known.numbers,
        classSets: forms.known.classSets.values, norms: forms.known.norms.values)
      return (
        before: before, model: model, priors: priors, forms: table,
        fingerprint: Lexicon.fingerprint(of: files)
      )
    }
    problems = weighed.before + freezer.problems + problems
    var ordered = frozen
    for gap in freezer.gaps {
      ordered.rules[gap.rule].effects.hasGap = true
      if gap.holdsNegator { ordered.rules[gap.rule].effects.holdsNegator = true }
    }

    var frozenParameters = Parameters()
    for parameter in Parameter.allCases {
      if let value = parameters[parameter.rawValue] {
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
      forms: weighed.forms, rules: ordered, patterns: freezer.index(weighed.forms),
      parameters: frozenParameters, model: weighed.model, words: wordWeights,
      priors: weighed.priors,
      abbreviations: abbreviations.values.sorted { $0.form < $1.form }, classNames: classNames,
      evidenceNames: evidenceNames, phrases: phrases, files: files,
      fingerprint: weighed.fingerprint)
  }

  /// Makes forms of the words that the patterns of rules look for.
  ///
  /// - Returns: their numbers in `words` by their numbers in patterns; 0 for those that no rule looks for any more.
  private mutating func notePatternWords() -> [Int32] {
    let patterns = rules.patterns
    var spellings = [Int32](repeating: 0, count: patterns.words.count)
    for rule in rules.rules.indices {
      for pattern in rules.rules[rule].patterns {
        for word in patterns.literals(of: patterns.patterns[Int(pattern)])
        where spellings[Int(word)] == 0 && word > 0 {
          let spelling = words.number(
            of: patterns.words.bytes.span, patterns.words.range(of: Int(word)))
          words.noteInPattern(spelling)
          spellings[Int(word)] = spelling
        }
      }
    }
    return spellings
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

  /// The places of names; the first of those that are equal as strings though not in their bytes: an accent may be a
  /// letter's own or follow it, and what is no UTF-8 is repaired.
  private static func numbers(of names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
  }
}
