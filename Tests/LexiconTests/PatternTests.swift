import Testing

@testable import Lexicon

/// The pattern matcher held against one that tries every way.
@Suite struct PatternTests {
  static let words = ["a", "b", "c", "d", ","]

  /// Every pattern of the table, as rules `r0`, `r1`, ….
  static func lexicon(_ patterns: [String]) throws -> Lexicon {
    let rules = patterns.enumerated().map { number, pattern in
      "rule r\(number)\n  match \(pattern)\n  marker m\n  yes [[x]]\n  no y\n"
    }
    return try LexiconFileTests.lexicon(
      ("nl/rules/a.rules", rules.joined(separator: "\n")),
      ("nl/classes/klinker.tsv", "a"), ("nl/classes/paar.tsv", "c d"), ("nl/classes/nl.tsv", "a b"))
  }

  static func symbols(_ words: [String], _ lexicon: Lexicon) -> [Symbol] {
    words.map { word in
      let form = lexicon.forms.form(Array(word.utf8))
      var classes = lexicon.forms[form].classes
      if word == "," { classes.insert(.punctuation) }
      return Symbol(form: form, norms: Norms(), classes: classes)
    }
  }

  static let patterns = [
    "a", "a b", "a ..2 b", "a ~2 b", "a b? c", "(a|b) ..1 (c|d)", "@klinker c", "b ..3 a ..2 d",
    "^ a ..1 b", "a ..1 b $", "a? b", "a b?", "c ..2 a? b", "a ..1 b? ..1 c", "d ~4 a", ", a",
    "b ..2 @klinker ..1 c", "#punctuation b", "a ..2 b? c", "d ..1 a? ..1 b? , ..2 c",
    "=c a", "(=c|b) ..1 d", "=c (c|d)",
  ]

  @Test func matchesAgreeWithTryingEveryWay() throws {
    let lexicon = try Self.lexicon(Self.patterns)
    var generator = RepeatableGenerator(state: 11)
    var search = PatternSearch()
    for _ in 0..<3_000 {
      let length = Int.random(in: 1...7, using: &generator)
      let words = (0..<length).map { _ in Self.words.randomElement(using: &generator)! }
      let symbols = Self.symbols(words, lexicon)
      var matches: [RuleMatch] = []
      lexicon.patterns.findMatches(
        in: symbols.span, sentences: [Int32(0)].span, with: &search, into: &matches)
      #expect(matches == matches.sorted())
      for pattern in lexicon.patterns.patterns {
        let reference = Reference(pattern, lexicon.patterns, symbols)
        let found = matches.filter { $0.rule == pattern.rule }
        #expect(
          found.allSatisfy { reference.fits($0.start..<$0.end) },
          "\(words) \(Self.patterns) \(found)")
        #expect(
          reference.fitsSomewhere == !found.isEmpty,
          "\(lexicon.name(of: lexicon.rules[Int(pattern.rule)])) in \(words)")
      }
    }
  }

  @Test func manySentencesAtOnceGiveWhatEachGives() throws {
    let lexicon = try Self.lexicon(Self.patterns)
    var generator = RepeatableGenerator(state: 12)
    var search = PatternSearch()
    for length in [3, 40, 400] {
      for _ in 0..<20 {
        var symbols: [Symbol] = []
        var starts: [Int32] = []
        var expected: [RuleMatch] = []
        while symbols.count < 900 {
          let words = (0..<Int.random(in: 1...length, using: &generator)).map { _ in
            Self.words.randomElement(using: &generator)!
          }
          let sentence = Self.symbols(words, lexicon)
          var matches: [RuleMatch] = []
          lexicon.patterns.findMatches(
            in: sentence.span, sentences: [Int32(0)].span, with: &search, into: &matches)
          expected += matches.map { $0.moved(by: symbols.count) }
          starts.append(Int32(symbols.count))
          symbols += sentence
        }
        var found: [RuleMatch] = []
        lexicon.patterns.findMatches(
          in: symbols.span, sentences: starts.span, with: &search, into: &found)
        #expect(found == expected)
      }
    }
  }

  /// Tries every way to place the elements of a pattern.
  struct Reference {
    let pattern: Pattern
    let elements: [PatternElement]
    let symbols: [Symbol]
    let index: PatternIndex

    init(_ pattern: Pattern, _ index: PatternIndex, _ symbols: [Symbol]) {
      self.pattern = pattern
      elements = Array(index.elements[pattern.first..<pattern.end])
      self.symbols = symbols
      self.index = index
    }

    var fitsSomewhere: Bool { !all.isEmpty }
    func fits(_ range: Range<Int>) -> Bool { all.contains(range) }

    /// Every span that the pattern can take.
    var all: Set<Range<Int>> {
      var spans: Set<Range<Int>> = []
      for start in symbols.indices { place(0, at: start, from: nil, &spans) }
      return spans
    }

    /// Places element `number` at or after `at`; `from` is the first token taken.
    private func place(
      _ number: Int, at: Int, from: Int?, wider: Int = 0, _ spans: inout Set<Range<Int>>
    ) {
      if number == elements.count {
        guard let from else { return }
        if pattern.atSentenceStart && symbols[..<from].contains(where: { !isMark($0) }) { return }
        if pattern.atSentenceEnd && symbols[at...].contains(where: { !isMark($0) }) { return }
        spans.insert(from..<at)
        return
      }
      let element = elements[number]
      let gap = from == nil ? 0 : Int(element.gap) + wider
      for skip in 0...gap {
        let place = at + skip
        guard place < symbols.count else { break }
        let skipped = symbols[at..<place]
        if !element.gapCrossesPunctuation && skipped.contains(where: isMark) { break }
        if index.accepts(element, symbols[place]) {
          self.place(
            number + 1, at: place + 1, from: from ?? place, &spans)
        }
      }
      if element.isOptional {
        self.place(number + 1, at: at, from: from, wider: gap, &spans)
      }
    }

    private func isMark(_ symbol: Symbol) -> Bool { symbol.classes.contains(.punctuation) }
  }
}
