import Foundation
import Lexicon
import Privacy
import StoryAnalysis

/// Finds the words and phrases in which customers tell their stories, and in which reviews without a story do not speak.
///
/// Counted by customer, once each. Of each side at most `mostReviews` are read, so that memory has an end.
struct OwnWords {
  private static let mostReviews = 3_000
  private static let longest = 3
  private static let leastCustomers = 3
  /// How many times more often among stories than among other reviews.
  private static let leastLift = 2.5
  /// Commoner forms say nothing by themselves, in a million tokens.
  private static let commonest = 400
  private static let mostShown = 8

  private let analyzer: Analyzer
  private let redactor: Redactor?
  private var stories = 0
  private var others = 0
  private var inStories: [String: Int] = [:]
  private var inOthers: [String: Int] = [:]
  /// Forms that stood inside a sentence with a capital: names, mostly.
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
    var phrases: Set<String> = []
    var run: [String] = []
    var sentence: Int32 = -1
    let masked = redactor?.redact(text.span).text ?? text
    var isMasked = false
    for token in analyzer.tokens(of: masked) {
      let form = String(decoding: masked[token.range], as: UTF8.self)
      // A mask is a word in brackets.
      if form.hasPrefix("[") { isMasked = true }
      let isWord =
        token.kind == .word && !isMasked && form.count < 30
        && form.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
      if form.hasSuffix("]") { isMasked = false }
      if token.sentence != sentence || !isWord { run = [] }
      let isFirst = token.sentence != sentence
      sentence = token.sentence
      guard isWord else { continue }
      let small = form.lowercased()
      if isStory, !isFirst, token.shape.contains(.capitalised) { capitals[small, default: 0] += 1 }
      run.append(small)
      if run.count > Self.longest { run.removeFirst() }
      guard isContent(small) else { continue }
      for length in 1...run.count {
        let words = run.suffix(length)
        guard let first = words.first, length == 1 || isContent(first) else { continue }
        phrases.insert(words.joined(separator: " "))
      }
    }
    for phrase in phrases {
      if isStory { inStories[phrase, default: 0] += 1 } else { inOthers[phrase, default: 0] += 1 }
    }
  }

  private func isContent(_ form: String) -> Bool {
    form.count >= 3 && FormFrequencies.byForm[form, default: 0] < Self.commonest
  }

  /// The most telling ones, the commonest first.
  var phrases: [BriefFacts.Phrase] {
    guard stories >= 10, others >= 10 else { return [] }
    var found: [(phrase: String, count: Int, weight: Double)] = []
    for (phrase, count) in inStories where count >= Self.leastCustomers {
      let words = phrase.split(separator: " ").map(String.init)
      guard words.allSatisfy({ 3 * capitals[$0, default: 0] < count }) else { continue }
      let share = Double(count) / Double(stories)
      let other = (Double(inOthers[phrase, default: 0]) + 0.5) / (Double(others) + 1)
      guard share / other >= Self.leastLift else { continue }
      // Phrases show more of a voice than words, and evaluative words more than things.
      let voice = words.count > 1 ? 2.0 : 1.0
      found.append((phrase, count, voice * Double(count).squareRoot() * log(share / other)))
    }
    found.sort { ($1.weight, $0.phrase) < ($0.weight, $1.phrase) }
    var chosen: [(phrase: String, count: Int)] = []
    for (phrase, count, _) in found where chosen.count < Self.mostShown {
      let words = Set(phrase.split(separator: " "))
      // A part of what is shown already says nothing new.
      if chosen.allSatisfy({ words.isDisjoint(with: $0.phrase.split(separator: " ")) }) {
        chosen.append((phrase, count))
      }
    }
    return chosen.sorted { ($1.count, $0.phrase) < ($0.count, $1.phrase) }
      .map { BriefFacts.Phrase(text: $0.phrase, count: $0.count) }
  }
}
