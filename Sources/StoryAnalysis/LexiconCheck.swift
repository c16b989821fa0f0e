import Lexicon

/// Runs the examples that rules carry.
public struct LexiconCheck: Sendable {
  /// How many examples were run.
  public let exampleCount: Int
  /// What fails, in the order of rules and their lines.
  public let problems: [LexiconProblem]

  /// Checks every rule of an analyser's lexicon.
  public init(_ analyzer: Analyzer) {
    var problems: [LexiconProblem] = []
    var count = 0
    let lexicon = analyzer.lexicon
    for (number, rule) in lexicon.rules.enumerated() {
      var stopped = 0
      for example in lexicon.examples(of: rule) {
        count += 1
        let found = LexiconCheck.spans(of: number, in: example.text, analyzer)
        if let message = LexiconCheck.fault(of: found, in: example) {
          problems.append(
            LexiconProblem(
              path: lexicon.origin(of: rule), line: example.line, column: example.column,
              message: "rule ‘\(lexicon.name(of: rule))’ \(message)"))
        }
        if example.span == nil
          && !LexiconCheck.spans(of: number, in: example.text, analyzer, ignoringExceptions: true)
            .isEmpty
        {
          stopped += 1
        }
      }
      if rule.exceptionCount > 0 && stopped == 0 {
        problems.append(
          LexiconProblem(
            path: lexicon.origin(of: rule), line: Int(rule.line), column: 1,
            message: "rule ‘\(lexicon.name(of: rule))’ has an ‘unless’ that no ‘no’ example shows"))
      }
    }
    self.problems = problems
    exampleCount = count
  }

  private static func fault(of found: [Range<Int>], in example: RuleExample) -> String? {
    func quote(_ range: Range<Int>) -> String {
      "‘" + String(decoding: example.text[range], as: UTF8.self) + "’"
    }
    if let span = example.span {
      guard let first = found.first else { return "does not match this ‘yes’ example" }
      return first == span ? nil : "matches \(quote(first)) here, not \(quote(span))"
    }
    return found.first.map { "matches \(quote($0)) in a ‘no’ example" }
  }

  /// The spans, in bytes, that a rule matches in a sentence.
  private static func spans(
    of rule: Int, in text: [UInt8], _ analyzer: Analyzer, ignoringExceptions: Bool = false
  ) -> [Range<Int>] {
    var buffer = TokenBuffer()
    analyzer.tokenizer.tokenize(text.span, into: &buffer)
    let tokens = buffer.tokens
    var reader = SymbolReader()
    var symbols: [Symbol] = []
    reader.read(tokens, in: text.span, with: analyzer.lexicon, into: &symbols)
    var matcher = RuleMatcher()
    matcher.match(
      symbols, sentences: buffer.sentenceStarts, with: analyzer.lexicon,
      ignoringExceptions: ignoringExceptions)
    return matcher.matches.filter { $0.rule == rule }.map {
      Int(tokens[$0.start].start)..<Int(tokens[$0.end - 1].end)
    }
  }
}
