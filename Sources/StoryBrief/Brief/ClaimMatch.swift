import Lexicon
import StoryAnalysis

/// A claim of one's own, and which stories are about the same.
///
/// A story is about it where they share two content words, or one and the subject. Words are compared by their first letters,
/// so that "bezorgd" and "bezorging" are the same.
struct ClaimMatch {
  let text: String
  private let stems: Set<String>
  private let drivers: Set<Driver>

  /// Letters that are compared.
  private static let stemLength = 6
  private static let leastLetters = 4
  /// Forms that are commoner say nothing of the subject, in a million tokens.
  private static let commonest = 1_500

  init(_ text: String, analyzer: Analyzer) {
    self.text = text
    stems = Self.stems(of: Array(text.utf8), analyzer: analyzer)
    drivers = Set(analyzer.analyze(text).drivers)
  }

  static func stems(
    of text: [UInt8], analyzer: Analyzer
  ) -> Set<String> {
    Set(
      analyzer.words(of: text).map(\.form)
        .filter { $0.count >= leastLetters && FormFrequencies.byForm[$0, default: 0] < commonest }
        .map { String($0.prefix(stemLength)) })
  }

  /// - Parameters:
  ///   - stems: those of the quoted part of a story.
  ///   - drivers: of the story.
  func fits(_ stems: Set<String>, drivers: [Driver]) -> Bool {
    let shared = self.stems.intersection(stems).count
    return shared >= 2 || (shared == 1 && !self.drivers.isDisjoint(with: drivers))
  }
}
