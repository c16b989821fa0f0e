import Lexicon
import StoryAnalysis

/// Ranked stories for reading: a line of facts, the moment in its context, and why it stands there.
struct StoryPage {
  let analyzer: Analyzer
  let style: Style
  let width: Int

  /// Bytes of context shown on either side of the moment.
  private static let context = 160

  func text(of story: RankedStory, rank: Int) -> String {
    let indent = "    "
    let number = String(rank)
    let driver = story.moment.drivers.first.map { ": " + $0.name } ?? ""
    var facts = [story.label.rawValue + driver]
    facts += [story.date, grade(story), story.id].compactMap { $0 }.map(Terminal.safe)
    if !story.flags.isEmpty {
      facts.append("[" + story.flags.joined(separator: ", ") + "]")
    }
    var lines = [
      String(repeating: " ", count: max(0, 3 - number.count)) + style.bold(number) + " "
        + style.dim(facts.joined(separator: " · "))
    ]
    let explained = analyzer.analyze(
      story.text,
      texts: [AnalyzedText(range: 0..<story.text.count, titleLength: story.titleLength)],
      detail: .reasons)[0]
    let shown = MarkedText(
      story.text, titleLength: story.titleLength, moment: story.moment, reasons: explained.reasons,
      context: StoryPage.context)
    lines += shown.lines(style, width: width - indent.count).map { indent + $0 }
    let why = Argument(explained, lexicon: analyzer.lexicon, text: story.text)
      .sentence(within: story.moment.start..<story.moment.end)
    if !why.isEmpty {
      lines += Wrapping.lines("why: " + why, width: width - indent.count).map {
        indent + style.dim($0)
      }
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private func grade(_ story: RankedStory) -> String? {
    guard let rating = story.rating else { return nil }
    guard let top = story.ratingScale?.split(separator: "-").last else { return rating.decimal }
    return rating.decimal + "/" + top
  }
}
