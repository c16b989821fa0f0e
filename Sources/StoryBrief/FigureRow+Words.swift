import StoryAnalysis
import StoryFigures

extension FigureRow {
  /// Adds the words that the step from 7 to 9 compares: those that the lexicon knows, so that there is an end to them.
  ///
  /// - Parameter titleLength: the bytes of `text` that are its title; 0 without one.
  public mutating func addWords(
    of text: @autoclosure () -> [UInt8], titleLength: Int, by analyzer: Analyzer
  ) {
    guard basis == .experience, let rating, scale?.level(of: rating) != nil else { return }
    forms = Set(
      analyzer.words(of: text(), titleLength: titleLength)
        .filter { $0.isKnown && $0.form.count >= FigureRow.leastLetters }.map(\.form)
    ).sorted()
  }

  /// Shorter words are mostly articles, pronouns and the like.
  private static let leastLetters = 4
}
