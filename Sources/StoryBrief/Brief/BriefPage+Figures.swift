import StoryFigures

extension BriefPage {
  private typealias Column = BriefDocument.Table.Column

  /// The six cells, the balance, grades and groups.
  var figures: [BriefDocument.Block] {
    var blocks: [BriefDocument.Block] = [
      .heading(2, cellsHeading), .table(cellTable), .paragraph(balance),
    ]
    let grades = grades
    if !grades.isEmpty { blocks.append(.paragraph(grades)) }
    return blocks + groups
  }

  private var hasShares: Bool { facts.count >= BriefFacts.leastForShares }

  private var cellsHeading: [BriefSpan] {
    hasShares
      ? say("cells.heading") : say("cells.heading-few", ["n": .count(facts.count)])
  }

  private var cellTable: BriefDocument.Table {
    var columns = [Column(title: []), Column(title: [], isNumber: true)]
    if hasShares { columns.append(Column(title: say("cells.n"), isNumber: true)) }
    if let previous = facts.previousPeriod {
      columns.append(Column(title: say("previous." + previous.name), isNumber: true))
    }
    let rows = facts.cells.map { cell -> [[BriefSpan]] in
      let isMain = ["enthusiasticStory", "neutralPlain", "dissatisfiedStory"].contains(cell.cell)
      var row = [
        say("cell." + cell.cell), count(cell.count, cell.share, of: facts.count, isStrong: isMain),
      ]
      if hasShares { row.append([BriefSpan(say.grouped(cell.count))]) }
      if let count = cell.previousCount, let whole = facts.previousCount {
        row.append(self.count(count, cell.previousShare, of: whole))
      }
      return row
    }
    return BriefDocument.Table(columns: columns, rows: rows)
  }

  /// A share of a hundred, or `n van N` where there are too few.
  private func count(
    _ count: Int, _ share: Int?, of whole: Int, isStrong: Bool = false
  ) -> [BriefSpan] {
    let text =
      share.map(say.grouped) ?? say.text("cells.of", ["n": .count(count), "of": .count(whole)])
    return [BriefSpan(text, isStrong ? .strong : .plain)]
  }

  private var balance: [BriefSpan] {
    let balance = facts.balance
    var parts: [[BriefSpan]] = []
    if let points = balance.points, let low = balance.low, let high = balance.high {
      parts.append(
        balance.previousPoints.map {
          say("balance.was", ["n": .count(points), "was": .count($0)])
        } ?? say("balance.points", ["n": .count(points)]))
      parts.append(say("balance.interval", ["low": .count(low), "high": .count(high)]))
      if let change = balance.change {
        parts.append(
          say(
            "balance." + change.direction, ["low": .count(change.low), "high": .count(change.high)])
        )
      }
    } else {
      parts.append(
        say("balance.few", ["good": .count(balance.good), "bad": .count(balance.bad)]))
      parts.append(say("balance.too-few"))
    }
    if balance.turns > 0 { parts.append(say("balance.turns", ["n": .count(balance.turns)])) }
    return .joined(parts, by: " ")
  }

  private var grades: [BriefSpan] {
    guard let grades = facts.grades else { return [] }
    let kind = Self.kind(ofScale: grades.scale)
    let mean = SentenceValue.tenths(grades.mean)
    let sentence =
      switch grades.previousMean {
      case nil: say("grade.mean." + kind, ["n": mean])
      case grades.mean: say("grade.same." + kind, ["n": mean])
      case let was?: say("grade.was." + kind, ["n": mean, "was": .tenths(was)])
      }
    var parts = [sentence]
    if facts.sources.count > 1 {
      parts.append(say("step.source", ["source": .given(grades.source)]))
    }
    if grades.nines >= 10 {
      parts.append(
        say(
          "high." + kind,
          ["of": .count(grades.nines), "n": .count(grades.nineStories)]))
      if 2 * grades.nineStories < grades.nines { parts.append(say("high.conclusion")) }
    }
    return .joined(parts, by: " ")
  }

  /// How the grades of a scale are spoken of.
  static func kind(ofScale scale: String) -> String {
    switch scale {
    case "1-5": "five"
    case "0-100": "hundred"
    default: "ten"
    }
  }

  private var groups: [BriefDocument.Block] {
    guard let groups = facts.groups else { return [] }
    let table = BriefDocument.Table(
      columns: [
        Column(title: say("groups.lead", ["field": .given(groups.field)])),
        Column(title: say("groups.good"), isNumber: true),
        Column(title: say("groups.bad"), isNumber: true),
        Column(title: say("groups.of"), isNumber: true),
      ],
      rows: groups.rows.map { row in
        [[BriefSpan(row.name, isGiven: true)]]
          + [row.good, row.bad, row.count].map { [BriefSpan(say.grouped($0))] }
      })
    let note = groups.isRanked ? "ranked" : groups.isAcrossSources ? "sources" : "few"
    return [.table(table), .paragraph(say("groups." + note))]
  }
}
