/// A day's start as paragraphs for a terminal.
public struct DaystartPage {
  /// A paragraph: a heading, a quote with its moment, and facts.
  public struct Item: Sendable {
    public var heading: String
    /// The words, and whether they are the moment.
    public var words: [(text: String, isMoment: Bool)]
    public var facts: String
  }

  public let items: [Item]

  public init(_ daystart: Daystart, _ page: BriefPage) {
    let say = page.say
    func item(_ story: BriefFacts.Story?, _ heading: String, none: String) -> Item {
      guard let story else {
        return Item(heading: say.text(heading), words: [(say.text(none), false)], facts: "")
      }
      return Item(
        heading: say.text(heading),
        words: story.quote.map { ($0.text, $0.kind == .moment) }, facts: page.line(of: story))
    }
    items = [
      item(daystart.good, "day.good", none: "day.no-good"),
      item(daystart.bad, "day.bad", none: "day.no-bad"),
      Item(heading: say.text("day.ask"), words: [(daystart.question, false)], facts: ""),
    ]
  }
}

extension BriefPage {
  /// The facts of a story on one line.
  func line(of story: BriefFacts.Story) -> String {
    facts(of: story, withPermission: false).text
  }
}
