import Lexicon
import ReviewStore
import StoryAnalysis
import StoryBrief

/// Ranked stories for reading: a line of facts, the moment in its context, and why it stands there.
struct StoryPage {
  let analyzer: Analyzer
  /// What stories are grouped by, if they are.
  let group: StoryGrouping?
  let style: Style
  let width: Int

  /// Bytes of context shown on either side of the moment.
  private static let context = 160

  func text(of story: RankedStory, rank: Int) -> String {
    let indent = "    "
    let number = String(rank)
    var facts = StoryFacts(story, group: group).all.map(Terminal.safe)
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
    guard let moment = story.moment else {
      lines.append(indent + style.dim("tells no story"))
      return lines.joined(separator: "\n") + "\n\n"
    }
    let why = Argument(explained.reasons, lexicon: analyzer.lexicon, text: story.text)
      .sentence(within: moment.start..<moment.end)
    if !why.isEmpty {
      lines += Wrapping.lines("why: " + why, width: width - indent.count).map {
        indent + style.dim($0)
      }
    }
    return lines.joined(separator: "\n") + "\n\n"
  }
}
