import Lexicon
import StoryAnalysis
import StoryFigures

extension BriefPage {
  private typealias Column = BriefDocument.Table.Column

  // MARK: Stories

  /// - Parameter side: `good` or `bad`.
  func stories(_ stories: [BriefFacts.Story], side: String) -> [BriefDocument.Block] {
    var blocks: [BriefDocument.Block] = [
      .heading(2, say(side + ".heading", ["n": .count(stories.count)]))
    ]
    if stories.isEmpty {
      let isForbidden =
        audience == .external && (side == "good" ? facts.balance.good : facts.balance.bad) > 0
      blocks.append(
        .paragraph(
          isForbidden ? say(side + ".none-permitted") : say(side + ".none", ["in": inPeriod])))
    }
    for story in stories { blocks += self.blocks(of: story) }
    if side == "good", (1...2).contains(stories.count), audience == .internal {
      blocks.append(.paragraph(say("good.only", ["in": inPeriod])))
    }
    if side == "bad", let count = facts.sensitive, count > 0 {
      blocks.append(.paragraph(say("sensitive", ["n": .count(count)])))
    }
    return blocks
  }

  private func blocks(of story: BriefFacts.Story) -> [BriefDocument.Block] {
    var quote = [BriefSpan(say.text("mark.open"))]
    for (place, part) in story.quote.enumerated() {
      if place > 0 { quote.append(BriefSpan(" ")) }
      quote.append(
        BriefSpan(
          part.text, part.kind == .moment ? .strong : .plain, isGiven: part.kind != .omission))
    }
    quote.append(BriefSpan(say.text("mark.close")))
    return [.quote(quote), .facts(self.facts(of: story))]
  }

  /// - Parameter withPermission: whether it says if the story may be used outside.
  func facts(of story: BriefFacts.Story, withPermission: Bool = true) -> [BriefSpan] {
    var parts: [[BriefSpan]] = []
    if story.isTurn && story.side == "good" {
      parts.append([BriefSpan(say.text("fact.turn"), .emphasis)])
    } else if let name = story.driver {
      parts.append([BriefSpan(driver(name, story.side), .emphasis)])
    }
    if let place = story.place { parts.append([BriefSpan(place, isGiven: true)]) }
    if let date = date(story) { parts.append(date) }
    parts.append(grade(of: story))
    parts.append([BriefSpan(story.id, isGiven: true)])
    if audience == .internal {
      if withPermission { parts.append(permission(of: story)) }
      if story.isOpen { parts.append(say("fact.open")) }
    }
    return .joined(parts, by: " · ")
  }

  private func grade(of story: BriefFacts.Story) -> [BriefSpan] {
    guard let rating = story.rating, let scale = story.ratingScale else {
      return say("fact.no-grade")
    }
    let value: SentenceValue =
      rating == rating.rounded() ? .count(Int(rating)) : .tenths(rating)
    switch scale {
    case "1-5": return say("fact.stars", ["n": value])
    case "0-100": return say("fact.percent", ["n": value])
    default: return say("fact.grade", ["n": value])
    }
  }

  private func permission(of story: BriefFacts.Story) -> [BriefSpan] {
    // A good story is worth asking for.
    let status = story.permission == "internal" && story.side == "good" ? "ask" : story.permission
    guard status == "allowed", let text = story.permissionDate else {
      return say("permission." + status)
    }
    let date = Day(text).map { say.date($0, withYear: facts.hasManyYears) } ?? text
    return say("permission.allowed-since", ["date": .own(date)])
  }

  // MARK: From 7 to 9

  var step: [BriefDocument.Block] {
    [.heading(2, say("step.heading"))] + stepBlocks
      + (facts.thanked.map { [.paragraph(say("thanks", ["n": .count($0)]))] } ?? [])
  }

  private var stepBlocks: [BriefDocument.Block] {
    var blocks: [BriefDocument.Block] = []
    guard let step = facts.step, !step.rows.isEmpty else {
      if facts.step != nil { blocks.append(.paragraph(say("step.none", ["in": inPeriod]))) }
      // What is good already is where to begin.
      let names = facts.good.compactMap(\.driver) + facts.pillars.map(\.driver)
      let name = names.first ?? Driver.gesture.name
      let tomorrow = say("step.tried", ["tomorrow": .own(say.text("tomorrow." + name))])
      blocks.append(
        .paragraph(
          facts.step == nil && !names.isEmpty
            ? .joined([tomorrow, say("step.stories")], by: " ") : tomorrow))
      return blocks
    }
    let kind = Self.kind(ofScale: step.scale)
    var intro = [say("step.intro." + kind), say("step.caution")]
    if facts.sources.count > 1 {
      intro.append(say("step.source", ["source": .given(step.source)]))
    }
    blocks.append(.paragraph(.joined(intro, by: " ")))
    blocks.append(
      .table(
        BriefDocument.Table(
          columns: [
            Column(title: say("step.subject")),
            Column(title: say("step.nine." + kind, ["n": .count(step.nines)]), isNumber: true),
            Column(title: say("step.seven." + kind, ["n": .count(step.sevens)]), isNumber: true),
            Column(title: say("step.tomorrow")),
          ],
          rows: step.rows.map { row in
            [
              [BriefSpan(driver(row.driver, "good"))], [BriefSpan(say.grouped(row.nine))],
              [BriefSpan(say.grouped(row.seven))], say("tomorrow." + row.driver),
            ]
          })))
    return blocks
  }

  // MARK: What was not allowed

  var barred: [BriefDocument.Block] {
    guard !facts.barred.isEmpty else { return [] }
    let rows = facts.barred.enumerated().map { place, cause -> [[BriefSpan]] in
      var name = [BriefSpan("\(place + 1). " + driver(cause.driver, "bad"))]
      if let again = cause.again {
        name += [
          BriefSpan(" ("), BriefSpan(say.text(again ? "barred.again" : "barred.new"), .emphasis),
          BriefSpan(")"),
        ]
      }
      return [
        name, [BriefSpan(say.grouped(cause.stories))], [BriefSpan(say.grouped(cause.waiting))],
        [.blank],
      ]
    }
    var notes: [[BriefSpan]] = []
    if facts.otherSetbacks > 0 {
      notes.append(say("barred.other", ["n": .count(facts.otherSetbacks)]))
    }
    if let open = facts.open, open > 0 { notes.append(say("barred.open", ["n": .count(open)])) }
    return [
      .heading(2, say("barred.heading")),
      .table(
        BriefDocument.Table(
          columns: [
            Column(title: []), Column(title: say("barred.stories"), isNumber: true),
            Column(title: say("barred.waiting"), isNumber: true), Column(title: say("barred.who")),
          ], rows: rows)),
    ] + (notes.isEmpty ? [] : [.paragraph(.joined(notes, by: " "))])
  }

  var look: [BriefDocument.Block] {
    guard !facts.look.isEmpty else { return [] }
    return [
      .heading(2, say("look.heading")),
      .list(
        facts.look.map { look in
          let ids = [BriefSpan].joined(
            look.ids.map { [BriefSpan($0, isGiven: true)] }, by: ", ")
          return say("look." + look.driver) + [BriefSpan(" (")] + ids + [BriefSpan(").")]
        }, isOrdered: true),
    ]
  }

  // MARK: What can be said

  var honest: [BriefDocument.Block] {
    var blocks: [BriefDocument.Block] = [.heading(2, say("honest.heading"))]
    if facts.pillars.isEmpty {
      blocks.append(.paragraph(say("honest.none", ["in": inPeriod])))
    } else {
      blocks.append(
        .paragraph(
          .joined([say("honest.slogan", ["blank": .blank]), say("honest.evidence")], by: " ")))
      blocks.append(.list(facts.pillars.map(item), isOrdered: false))
    }
    if !facts.words.isEmpty {
      let words = facts.words.map {
        [
          BriefSpan($0.text, .emphasis, isGiven: true),
          BriefSpan(" (\(say.grouped($0.count)))"),
        ]
      }
      blocks.append(
        .paragraph(
          say("words.lead") + [BriefSpan(" ")] + .joined(words, by: ", ") + [BriefSpan(".")]))
    }
    return blocks
  }

  private func item(_ pillar: BriefFacts.Pillar) -> [BriefSpan] {
    var parts = [
      say(
        "honest.stories",
        ["n": .count(pillar.stories), "driver": .own(driver(pillar.driver, "good"))])
    ]
    if pillar.asked == 0 {
      parts.append(say("honest.unasked"))
    } else {
      parts.append(say("honest.asked", ["n": .count(pillar.asked)]))
      parts.append(say("honest.allowed", ["n": .count(pillar.allowed)]))
    }
    let line: [BriefSpan] = .joined(parts, by: ", ") + [BriefSpan(".")]
    guard pillar.setbacks > 0 else { return line }
    let key = pillar.setbacks >= pillar.stories ? "honest.not-yet" : "honest.against"
    return line + [BriefSpan(" ")] + say(key, ["n": .count(pillar.setbacks)])
  }

  var claims: [BriefDocument.Block] {
    guard !facts.claims.isEmpty else { return [] }
    var blocks: [BriefDocument.Block] = [
      .heading(2, say("claims.heading")), .paragraph(say("claims.caution")),
    ]
    for claim in facts.claims {
      var line = [BriefSpan(claim.text, .emphasis, isGiven: true), BriefSpan(" ")]
      if claim.confirming + claim.contradicting == 0 {
        blocks.append(.paragraph(line + say("claims.nothing")))
        continue
      }
      var parts: [[BriefSpan]] = []
      if claim.confirming > 0 {
        parts.append(say("claims.confirms", ["n": .count(claim.confirming)]))
      }
      if claim.contradicting > 0 {
        parts.append(say("claims.contradicts", ["n": .count(claim.contradicting)]))
      }
      line += .joined(parts, by: " ")
      blocks.append(.paragraph(line))
      for story in claim.stories { blocks += self.blocks(of: story) }
    }
    return blocks
  }
}
