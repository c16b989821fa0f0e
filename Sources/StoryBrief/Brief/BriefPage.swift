import Lexicon
import StoryAnalysis
import StoryFigures

/// Tells the facts of a brief: which sentences, in which order.
public struct BriefPage {
  let facts: BriefFacts
  let say: Wording
  let reader: BriefReader
  let audience: BriefAudience

  public init(
    _ facts: BriefFacts, _ wording: Wording, reader: BriefReader, audience: BriefAudience
  ) {
    self.facts = facts
    say = wording
    self.reader = reader
    self.audience = audience
  }

  public var document: BriefDocument {
    var document = BriefDocument(
      title: say.text("title"), subtitle: subtitle, languageTag: say.language.tag)
    for part in BriefReader.Part.allCases where parts.contains(part) {
      document.blocks += blocks(of: part)
    }
    return document
  }

  /// What leaves says nothing of what is still to be done.
  private var parts: Set<BriefReader.Part> {
    audience == .internal
      ? reader.parts : reader.parts.subtracting([.decision, .barred, .look, .honest])
  }

  private func blocks(of part: BriefReader.Part) -> [BriefDocument.Block] {
    switch part {
    case .summary: summary
    case .decision:
      facts.count > 0 || facts.read > 0
        ? [.paragraph(decision)] : [.paragraph(question("ask.nothing"))]
    case .cells: facts.count == 0 ? [] : figures
    case .good: facts.count == 0 ? [] : stories(facts.good, side: "good")
    case .bad: facts.count == 0 ? [] : stories(facts.bad, side: "bad")
    case .step: facts.count == 0 ? [] : step
    case .barred: barred
    case .look: look
    case .honest: facts.count == 0 ? [] : honest
    case .claims: claims
    case .method: method
    }
  }

  // MARK: Words

  var this: SentenceValue { .own(say.text("this." + facts.period.name)) }
  var inPeriod: SentenceValue { .own(say.text("in." + facts.period.name)) }
  var previous: SentenceValue {
    .own(say.text("previous." + (facts.previousPeriod?.name ?? "span")))
  }

  func driver(_ name: String, _ side: String) -> String { say.text("driver.\(side).\(name)") }
  func about(_ name: String, _ side: String) -> SentenceValue {
    .own(say.text("about.\(side).\(name)"))
  }

  private func sentences(_ parts: [[BriefSpan]]) -> [BriefSpan] {
    .joined(parts.filter { !$0.isEmpty }, by: " ")
  }

  private func strong(_ key: String) -> [BriefSpan] { [BriefSpan(say.text(key), .strong)] }

  private func question(_ key: String, _ values: [String: SentenceValue] = [:]) -> [BriefSpan] {
    var values = values
    values["blank"] = .blank
    return sentences([strong("ask.lead"), say("ask.one"), say(key, values)])
  }

  // MARK: The head

  private var subtitle: [BriefSpan] {
    var parts: [[BriefSpan]] = []
    if let title = facts.title { parts.append([BriefSpan(title, isGiven: true)]) }
    parts.append([BriefSpan(periodName)])
    parts.append(say("audience." + audience.rawValue))
    return .joined(parts, by: " · ")
  }

  /// `januari tot en met maart 2026`
  var periodName: String {
    let days = [facts.period.first, facts.period.last].compactMap { $0.flatMap { Day($0) } }
    guard facts.read > 0 || !days.isEmpty else { return say.text("period.none") }
    let bounds = days.count == 2 ? days : facts.span.map { [$0.first, $0.last] } ?? []
    guard bounds.count == 2 else { return say.text("period.undated") }
    let (first, last) = (bounds[0], bounds[1])
    let isWhole =
      facts.period.name == "all" || (first.parts.day == 1 && last.adding(days: 1).parts.day == 1)
    let isSameYear = first.parts.year == last.parts.year
    func year(_ day: Day) -> SentenceValue { .own(String(day.parts.year)) }
    func end(_ day: Day, withYear: Bool) -> String {
      guard isWhole else { return say.date(day, withYear: withYear) }
      let month = say.month(day)
      return withYear
        ? say.text("date.month", ["month": .own(month), "year": year(day)]) : month
    }
    if first == last { return say.date(first, withYear: true) }
    if isWhole && first.month == last.month { return end(last, withYear: true) }
    return say.text(
      "date.from-to",
      [
        "from": .own(end(first, withYear: !isSameYear)), "to": .own(end(last, withYear: true)),
      ])
  }

  private var summary: [BriefDocument.Block] {
    guard facts.count > 0 else {
      return [
        .heading(1, say("headline.nothing")), .paragraph(say("lead.nothing")),
      ]
    }
    return [headline, .paragraph(lead), .paragraph(threeSentences)]
  }

  private var headline: BriefDocument.Block {
    if facts.opens, let story = facts.good.first {
      let words = [
        BriefSpan(say.text("mark.open")), BriefSpan(story.moment, isGiven: true),
        BriefSpan(say.text("mark.close")),
      ]
      return .heading(1, words)
    }
    let cell = facts.cells[0]
    return .heading(
      1,
      cell.share.map { say("headline.share", ["n": .count($0)]) }
        ?? say("headline.figure", ["n": .count(cell.count), "of": .count(facts.count)]))
  }

  private var lead: [BriefSpan] {
    guard facts.opens, let story = facts.good.first else {
      return say("lead.figure", ["in": inPeriod])
    }
    let place = [BriefSpan].joined(
      ([date(story)].compactMap(\.self) + [[BriefSpan(story.id, isGiven: true)]]), by: ", ")
    guard let name = story.driver else {
      return say("lead.plain", ["this": this, "facts": .spans(place)])
    }
    var parts = [
      say(
        "lead.story",
        ["this": this, "about": about(name, "good"), "facts": .spans(place)])
    ]
    if let others = facts.sameAsFirst { parts.append(say("lead.more", ["n": .count(others)])) }
    return sentences(parts)
  }

  private var threeSentences: [BriefSpan] {
    sentences([strong("three.lead"), quiet, telling, subjects])
  }

  /// How many have nothing to tell.
  private var quiet: [BriefSpan] {
    let cell = facts.cells[2]
    guard let share = cell.share else {
      if facts.count == 1 && cell.count == 1 { return say("quiet.only") }
      return say("quiet.count", ["n": .count(cell.count), "of": .count(facts.count)])
    }
    switch share {
    case 24...26: return say("quiet.quarter")
    case 32...34: return say("quiet.third")
    case 46...49: return say("quiet.nearly-half")
    case 50: return say("quiet.half")
    case 51...54: return say("quiet.over-half")
    case 66...67: return say("quiet.two-thirds")
    case 74...76: return say("quiet.three-quarters")
    default: return say("quiet.share", ["n": .count(share)])
    }
  }

  private var telling: [BriefSpan] {
    let (good, bad) = (facts.cells[0].count, facts.cells[5].count)
    let values: [String: SentenceValue] = ["good": .count(good), "bad": .count(bad)]
    switch (good, bad) {
    case (0, 0): return say("telling.none")
    case (0, _): return say("telling.only-bad", ["n": .count(bad)])
    case (_, 0): return say("telling.only-good", ["n": .count(good)])
    default:
      if good == bad { return say("telling.equal", ["n": .count(good)]) }
      return say(good > bad ? "telling.good" : "telling.bad", values)
    }
  }

  private var subjects: [BriefSpan] {
    switch (facts.mainGood, facts.mainSetback) {
    case (let good?, let bad?) where say.text("about.good." + good) == say.text("about.bad." + bad):
      say("subjects.same", ["about": about(good, "good")])
    case (let good?, let bad?):
      say("subjects.both", ["good": about(good, "good"), "bad": about(bad, "bad")])
    case (let good?, nil): say("subjects.good", ["good": about(good, "good")])
    case (nil, let bad?): say("subjects.bad", ["bad": about(bad, "bad")])
    case (nil, nil): say("subjects.none")
    }
  }

  /// The one thing asked: what is not allowed most often, else who still waits, else a story to pass on.
  private var decision: [BriefSpan] {
    guard facts.count > 0 else { return question("ask.nothing") }
    guard let cause = facts.barred.first, cause.stories > 1 || cause.waiting > 0 else {
      if let open = facts.open, open > 0 { return question("ask.open", ["n": .count(open)]) }
      return question(facts.good.isEmpty ? "ask.nothing" : "ask.good")
    }
    var parts = [
      strong("ask.lead"), say("ask.one"),
      say(
        "ask.cause", ["n": .count(cause.stories), "driver": .own(driver(cause.driver, "bad"))]),
    ]
    if cause.waiting > 0 { parts.append(say("ask.waiting", ["n": .count(cause.waiting)])) }
    if cause.again == true {
      parts.append(
        facts.hasPreviousBrief ? say("ask.again") : say("ask.again-period", ["previous": previous])
      )
    }
    parts.append(say("ask.question", ["blank": .blank]))
    return sentences(parts)
  }

  /// The day of a story, with its year where the period has more than one.
  func date(_ story: BriefFacts.Story) -> [BriefSpan]? {
    guard let text = story.date else { return nil }
    guard let day = Day(text), text.utf8.count == 10 else {
      return [BriefSpan(text, isGiven: true)]
    }
    return [BriefSpan(say.date(day, withYear: facts.hasManyYears))]
  }
}

extension BriefFacts {
  /// The first and last day: of the period, or of the reviews where it has no bounds.
  var span: (first: Day, last: Day)? {
    guard let first = firstDate.flatMap({ Day($0) }), let last = lastDate.flatMap({ Day($0) })
    else { return nil }
    return (first, last)
  }

  /// Whether days of more than one year are told of.
  var hasManyYears: Bool {
    let first = period.first.flatMap { Day($0) } ?? span?.first
    let last = period.last.flatMap { Day($0) } ?? span?.last
    return first?.parts.year != last?.parts.year
  }
}
