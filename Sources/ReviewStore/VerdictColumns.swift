import Lexicon
import StoryAnalysis

/// The columns in which a table holds the verdict on a review.
final class VerdictColumns {
  static let count = 13
  static let names = """
    label, p_neutral_satisfied, p_enthusiastic, p_dissatisfied, valence, story, story_probability, memorability,
    basis, language, words, drivers, flags
    """

  private var lists: [[Driver]: String] = [:]

  /// Binds a verdict to as many parameters, in the order of the names.
  func bind(_ analysis: Analysis, to statement: borrowing Statement, from first: Int) {
    statement.bind(analysis.label.rawValue, first)
    statement.bind(analysis.probabilities.neutralSatisfied.asDouble, first + 1)
    statement.bind(analysis.probabilities.enthusiastic.asDouble, first + 2)
    statement.bind(analysis.probabilities.dissatisfied.asDouble, first + 3)
    statement.bind(analysis.valence.asDouble, first + 4)
    statement.bind(analysis.story ? 1 as Int64 : 0, first + 5)
    statement.bind(analysis.storyProbability.asDouble, first + 6)
    statement.bind(analysis.memorability.asDouble, first + 7)
    statement.bind(analysis.basis.rawValue, first + 8)
    if let language = analysis.language {
      statement.bind(language, first + 9)
    } else {
      statement.bindNull(first + 9)
    }
    statement.bind(Int64(analysis.wordCount), first + 10)
    statement.bind(list(analysis.drivers), first + 11)
    statement.bind(VerdictColumns.json(analysis.flags), first + 12)
  }

  /// Drivers as a JSON array; few combinations occur.
  func list(_ drivers: [Driver]) -> String {
    if drivers.isEmpty { return "[]" }
    if let known = lists[drivers] { return known }
    let text = VerdictColumns.json(drivers.map(\.name))
    lists[drivers] = text
    return text
  }

  /// Names, which need no escapes, as a JSON array.
  private static func json(_ names: [String]) -> String {
    names.isEmpty ? "[]" : "[\"" + names.joined(separator: "\",\"") + "\"]"
  }
}
