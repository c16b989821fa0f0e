import Lexicon
import StoryAnalysis
import StoryBrief

/// Reviews judged wrongly, with what spoke for the verdict.
struct MistakePage {
  private let mistakes: ArraySlice<Mistake>
  private let total: Int
  private let style: Style
  private let width: Int

  /// How many reasons are shown for a verdict.
  private static let mostReasons = 3

  /// - Parameters:
  ///   - mistakes: all of them, in the order to show.
  ///   - limit: how many are shown.
  init(_ mistakes: [Mistake], limit: Int, style: Style, width: Int) {
    self.mistakes = mistakes.prefix(limit)
    total = mistakes.count
    self.style = style
    self.width = width
  }

  var lines: [String] {
    if total == 0 { return ["no mistakes"] }
    let all = Number.counted(total, "review") + " judged wrongly"
    let head = mistakes.count < total ? "\(mistakes.count) of \(all), the surest first" : all
    return [head] + mistakes.enumerated().flatMap { [""] + lines(of: $1, rank: $0 + 1) }
  }

  private func lines(of mistake: Mistake, rank: Int) -> [String] {
    let review = mistake.review
    let analysis = mistake.analysis
    let wanted = "gold \(review.label.rawValue), \(story(review.story == 1))"
    let given =
      "verdict \(analysis.label.rawValue) \(Number.percent(analysis.probabilities[analysis.label])), "
      + story(analysis.story) + " (\(Number.percent(analysis.storyProbability)) likely)"
    let name = Terminal.safe(review.id) + " · " + Terminal.safe(review.domain)
    var lines = [
      Column.right(String(rank), 3) + " " + style.bold(name), "    \(wanted); \(given)",
      "    " + cut(Terminal.safe(review.whole)),
    ]
    for (title, points) in arguments(mistake) {
      lines.append("    " + style.dim(title))
      lines += points.map { "    " + $0.line(style) }
    }
    return lines
  }

  private func story(_ isOne: Bool) -> String { isOne ? "a story" : "no story" }

  private func cut(_ text: String) -> String {
    let room = max(1, width - 4)
    return text.count <= room ? text : String(text.prefix(room - 1)) + "…"
  }

  /// What spoke for each verdict that is wrong, strongest first.
  private func arguments(_ mistake: Mistake) -> [(title: String, points: [Argument.Point])] {
    let analyzer = mistake.analyzer
    let explained = analyzer.analyze(
      mistake.review.text, title: mistake.review.title, detail: .reasons)
    let argument = Argument(
      explained.reasons, lexicon: analyzer.lexicon, text: Array(mistake.review.whole.utf8))
    var arguments: [(title: String, points: [Argument.Point])] = []
    if mistake.isOfLabel {
      let label = explained.label
      let right = mistake.review.label
      let points = argument.points(for: label.target, against: right.target)
      arguments.append(
        ("why \(label.rawValue) rather than \(right.rawValue)", points.filter { $0.weight > 0 }))
    }
    if mistake.isOfStory {
      let points = argument.points(for: .story)
      let title = explained.story ? "why a story" : "why no story"
      arguments.append((title, points.filter { ($0.weight > 0) == explained.story }))
    }
    return arguments.map { ($0.title, Array($0.points.prefix(MistakePage.mostReasons))) }
  }

  /// Adds the key `errors`.
  func write(to json: inout JSONWriter) {
    json.key("errors")
    json.open("[")
    for mistake in mistakes {
      let review = mistake.review
      json.open()
      json.key("id")
      json.string(review.id)
      json.key("domain")
      json.string(review.domain)
      json.key("gold")
      MistakePage.write(review.label, story: review.story == 1, to: &json)
      json.key("verdict")
      MistakePage.write(mistake.analysis.label, story: mistake.analysis.story, to: &json)
      json.key("sureness")
      json.fixed(mistake.sureness)
      json.key("text")
      json.string(review.whole)
      json.key("reasons")
      json.open("[")
      for (title, points) in arguments(mistake) {
        for point in points {
          json.open()
          json.key("for")
          json.string(title)
          json.key("phrase")
          json.string(point.phrase)
          json.key("quotes")
          json.strings(point.quotes)
          json.key("weight")
          json.fixed(point.weight)
          json.close()
        }
      }
      json.close("]")
      json.close()
    }
    json.close("]")
  }

  private static func write(_ label: Label, story: Bool, to json: inout JSONWriter) {
    json.open()
    json.key("label")
    json.string(label.rawValue)
    json.key("story")
    json.bool(story)
    json.close()
  }
}
