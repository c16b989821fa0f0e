import Essentials
import Lexicon
import Privacy
import StoryAnalysis

/// Finds the words and phrases in which customers tell their stories, and in which reviews without a story do not speak.
///
/// Counted by customer, once each. Of stories and of other reviews `mostReviews` are read at most, so that memory has an end.
struct OwnWords {
  private static let mostReviews = 3_000
  /// In fewer stories nothing is frequent.
  private static let leastStories = 20
  /// Words in a phrase.
  private static let longest = 3
  private static let leastCustomers = 3
  /// How many times more often among stories than among other reviews.
  private static let leastLift = 2.5
  /// A phrase begins and ends with rarer forms, in a million tokens.
  private static let commonest = 400
  private static let mostShown = 8

  private let analyzer: Analyzer
  private let redactor: Redactor?
  private var stories = 0
  private var others = 0
  private var inStories: [String: Int] = [:]
  private var inOthers: [String: Int] = [:]
  /// Forms with a capital inside a sentence: names, mostly.
  private var capitals: [String: Int] = [:]

  /// - Parameter redactor: finds what is never shown; nil where personal data stay.
  init(analyzer: Analyzer, redactor: Redactor?) {
    self.analyzer = analyzer
    self.redactor = redactor
  }

  /// - Parameter text: of a counted review.
  mutating func add(_ text: [UInt8], isStory: Bool) {
    guard (isStory ? stories : others) < Self.mostReviews else { return }
    if isStory { stories += 1 } else { others += 1 }
    let spans = redactor?.redact(text.span).spans.map(\.range) ?? []
    var phrases: Set<String> = []
    var run: [String] = []
    var sentence: Int32 = -1
    for token in analyzer.tokens(of: text) {
      let isFirst = token.sentence != sentence
      sentence = token.sentence
      if isFirst { run = [] }
      let form = String(decoding: text[token.range], as: UTF8.self).lowercased()
      guard token.kind == .word, form.count < 30, form.allSatisfy(\.isLetter),
        !spans.contains(where: { $0.overlaps(token.range) })
      else {
        run = []
        continue
      }
      if isStory, !isFirst, token.shape.contains(.capitalised) {
        capitals[form, default: 0] += 1
      }
      run = run.suffix(Self.longest - 1) + [form]
      guard Self.isContent(form) else { continue }
      for length in 1...run.count {
        let words = run.suffix(length)
        guard let first = words.first, Self.isContent(first), words.contains(where: isTelling)
        else { continue }
        phrases.insert(words.joined(separator: " "))
      }
    }
    for phrase in phrases {
      if isStory { inStories[phrase, default: 0] += 1 } else { inOthers[phrase, default: 0] += 1 }
    }
  }

  private static func isContent(_ form: String) -> Bool {
    form.count >= 3 && FormFrequencies.byForm[form, default: 0] < commonest
  }

  /// Whether a word says how good or unexpected something is.
  private func isTelling(_ form: String) -> Bool {
    let forms = analyzer.lexicon.forms
    let norms = forms[forms.form(Array(form.utf8))].norms
    return abs(Int(norms.valence)) >= 30 || norms.delight >= 30 || norms.breach >= 40
  }

  /// The most telling ones, the commonest first.
  var phrases: [BriefFacts.Phrase] {
    guard stories >= Self.leastStories, others > 0 else { return [] }
    var found: [(phrase: String, count: Int, weight: Double)] = []
    for (phrase, count) in inStories where count >= Self.leastCustomers {
      let words = phrase.split(separator: " ").map(String.init)
      guard words.allSatisfy({ 3 * capitals[$0, default: 0] < count }) else { continue }
      let share = Double(count) / Double(stories)
      let other = (Double(inOthers[phrase, default: 0]) + 1) / (Double(others) + 2)
      guard share / other >= Self.leastLift else { continue }
      // A phrase has more of a voice than a word.
      let weight = Double(words.count) * Double(count).squareRoot() * log(share / other)
      found.append((phrase, count, weight))
    }
    found.sort { ($1.weight, $0.phrase) < ($0.weight, $1.phrase) }
    var chosen: [(phrase: String, count: Int)] = []
    for (phrase, count, _) in found where chosen.count < Self.mostShown {
      let words = Set(phrase.split(separator: " "))
      // What shares a word with one that is shown says nothing new.
      if chosen.allSatisfy({ words.isDisjoint(with: $0.phrase.split(separator: " ")) }) {
        chosen.append((phrase, count))
      }
    }
    return chosen.sorted { ($1.count, $0.phrase) < ($0.count, $1.phrase) }
      .map { BriefFacts.Phrase(text: $0.phrase, count: $0.count) }
  }
}
