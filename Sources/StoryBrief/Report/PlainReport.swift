import StoryAnalysis
import StoryFigures

/// What the page shows where no script runs: the six cells and the first stories.
struct PlainReport {
  private let data: ReportData
  private let texts: ReportTexts
  private var counts: ReviewCounts { data.counts }

  private static let mostStories = 10
  /// Below it, one review is more than a percent.
  private static let leastForShares = 100

  init(_ data: ReportData, _ texts: ReportTexts) {
    self.data = data
    self.texts = texts
  }

  /// How many, and of which time.
  var lede: String {
    guard counts.total > 0 else { return texts("lede.none").forHTML }
    var lede = texts.counted("lede", counts.total)
    if let first = counts.firstDay, let last = counts.lastDay {
      let (start, end) = (texts.date(first.month), texts.date(last.month))
      lede +=
        ", " + (start == end ? start : texts("lede.period", ["first": start, "last": end]))
    }
    return (lede + ".").forHTML
  }

  /// The rows of the table.
  var cells: String {
    StoryCell.allCases.map { cell in
      let count = counts.count(cell)
      let share =
        counts.count < Self.leastForShares
        ? texts("of", ["n": texts.number(count), "total": texts.number(counts.count)])
        : "\(Int((Double(count) / Double(counts.count) * 100).rounded()))"
      return """
        <tr><th scope="row">\(texts("cell." + cell.key).forHTML)</th><td>\(share.forHTML)</td>\
        <td>\(texts.number(count).forHTML)</td></tr>

        """
    }.joined()
  }

  /// What figures do not count.
  var leftOut: String {
    let parts: [(String, Int)] = [
      ("left.short", counts.tooShort), ("left.none", counts.noExperience),
      ("left.language", counts.otherLanguage), ("left.copies", counts.duplicates),
    ]
    let told = parts.filter { $0.1 > 0 }.map { texts($0.0, ["n": texts.number($0.1)]) }
    return
      (told.isEmpty
      ? texts("left.nothing") : texts("left", ["parts": told.joined(separator: ", ")])).forHTML
  }

  var stories: String {
    let shown = data.stories.filter { $0.moment != nil }.prefix(Self.mostStories)
    if shown.isEmpty { return "<p>\(texts("stories.none").forHTML)</p>" }
    return shown.map { story in
      let units = Array(story.text.utf16)
      func part(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<units.count)
        return String(decoding: units[range], as: UTF16.self).forHTML
      }
      let moment = story.moment.map { $0[0]..<$0[1] } ?? 0..<0
      let flags = story.flags.map { texts("flag." + $0) }
      let facts = ([story.date.map(texts.date), story.id].compactMap(\.self) + flags).map {
        "<bdi>" + $0.forHTML + "</bdi>"
      }
      return """
        <article class="story"><blockquote><p>\(part(0..<moment.lowerBound))<mark>\(part(moment))</mark>\
        \(part(moment.upperBound..<units.count))</p></blockquote>
        <p class="facts">\(facts.joined(separator: " · "))</p></article>

        """
    }.joined()
  }
}
