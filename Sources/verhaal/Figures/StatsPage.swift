import Lexicon
import StoryFigures

/// The figures of a dump for reading, and as JSON.
struct StatsPage {
  let tally: FigureTally
  let groups: FigureGroups?
  let unreadable: Int
  /// What people said of a sample; nil where none was given.
  let sample: ErrorSamples?
  /// At most so many groups are shown.
  let limit: Int
  let lines: FigureLines

  /// Sources of which the step from 7 to 9 is shown.
  private static let mostSteps = 3

  private var style: Style { lines.style }

  var text: String {
    let whole = tally.whole
    var text = lines.head(whole, unreadable: unreadable)
    guard whole.count > 0 else { return text.joined(separator: "\n") }
    text += [""] + lines.cells(whole) + [""]
    for kind in BalanceKind.allCases {
      text.append(lines.balance(kind, whole))
      if let sample { text += people(kind, sample[kind]) }
    }
    if let groups { text += [""] + table(groups) }
    for step in steps.prefix(StatsPage.mostSteps) { text += [""] + self.step(step.key, step.value) }
    if steps.count > StatsPage.mostSteps {
      let more = Number.counted(steps.count - StatsPage.mostSteps, "more source")
      text.append(style.dim("the step from 7 to 9 in \(more): --json"))
    }
    if steps.isEmpty { text += list }
    return text.joined(separator: "\n")
  }

  /// Sources with grades, the most reviews with a 9 or a 7 first.
  private var steps: [(key: String, value: GradeStep)] {
    tally.steps.filter { $0.value.graded > 0 }
      .sorted {
        ($1.value.nines + $1.value.sevens, $0.key) < ($0.value.nines + $0.value.sevens, $1.key)
      }
  }

  /// The balance that people would have found, as far as a sample tells.
  private func people(_ kind: BalanceKind, _ sample: ErrorSample) -> [String] {
    let sides = tally.whole.sides(of: kind)
    let title = Column.left("  as people read", 17)
    guard
      let balance = sample.balance(
        positive: sides.positive, negative: sides.negative, of: tally.whole.count),
      let people = balance.value, let program = tally.whole.balance(kind).value
    else {
      return [title + style.dim("unknown: the sample has no review of a kind that is found here")]
    }
    let error = program - people
    let off =
      BalanceText.signed(error).drop { $0 == " " } == "0.00"
      ? "no error"
      : "own error \(BalanceText.signed(error).drop { $0 == " " })"
    return [
      title + Column.left(BalanceText.text(balance), 25)
        + style.dim("\(off) in \(Number.grouped(sample.count)) labelled")
    ]
  }

  // MARK: Groups

  private func table(_ groups: FigureGroups) -> [String] {
    let side = lines.width >= 96 ? 10 : 5
    let rankWidth = groups.hasRanks ? 4 : 0
    // Of months the newest are shown.
    let shown =
      groups.grouping == .month ? groups.groups.suffix(limit) : groups.groups.prefix(limit)
    let most = shown.map { Number.grouped($0.counts.count).count }.max() ?? 0
    let countWidth = max(6, most + 2)
    let isStandardised = shown.contains { isComparable($0.counts, in: groups) }
    let fixed = 2 + rankWidth + countWidth + 7 + 2 + 2 * side + 1 + 9 + (isStandardised ? 24 : 0)
    let longest = shown.map { Terminal.safe($0.name).count }.max() ?? 0
    let width = max(8, min(lines.width - fixed, max(longest, groups.grouping.name.count)))
    var text = [
      style.bold("by " + Terminal.safe(groups.grouping.name)),
      style.dim(
        "  " + String(repeating: " ", count: rankWidth) + Column.left("", width)
          + Column.right("N", countWidth) + Column.right("words", 7) + "  "
          + Column.right("-", side) + " " + Column.left("+", side)
          + Column.right("balance", 9) + (isStandardised ? "  at equal lengths" : "")),
    ]
    for group in shown {
      let counts = group.counts
      let isSmall = counts.count < Share.leastWhole
      let sides = counts.sides(of: .verdict)
      let balance =
        isSmall
        ? "+\(sides.positive) -\(sides.negative)"
        : BalanceText.signed(counts.balance(.verdict).value)
      let standardised =
        isComparable(counts, in: groups)
        ? BalanceText.text(groups.standard.balance(.verdict, of: counts)) : "-"
      let rank = group.rank.map { Column.right(String($0), 3) + " " } ?? ""
      text.append(
        "  " + Column.left(rank, rankWidth) + StatsPage.cut(group.name, width)
          + Column.right(Number.grouped(counts.count), countWidth)
          + Column.right(counts.medianWords.map(String.init) ?? "-", 7) + "  "
          + lines.chart(counts, side: side) + Column.right(balance, 9)
          + (isStandardised ? "  " + standardised : ""))
    }
    return text + notes(groups).map { style.dim($0) }
  }

  /// Whether a group can be shown at the lengths of the standard.
  private func isComparable(_ counts: ReviewCounts, in groups: FigureGroups) -> Bool {
    counts.count >= Share.leastWhole && groups.standard.covers(counts)
  }

  private func notes(_ groups: FigureGroups) -> [String] {
    var notes: [String] = []
    if groups.groups.count > limit {
      let which = groups.grouping == .month ? "earlier ones" : "more"
      notes.append("and \(Number.grouped(groups.groups.count - limit)) \(which): --limit or --json")
    }
    if groups.ungrouped > 0 {
      notes.append(
        "\(Number.counted(groups.ungrouped, "review")) without a \(Terminal.safe(groups.grouping.name))"
      )
    }
    if groups.groups.contains(where: { $0.counts.count < Share.leastWhole }) {
      notes.append("+x -y: x enthusiastic and y dissatisfied, for N below 100")
    }
    if groups.grouping == .driver {
      notes.append("a review counts with everything that it is about")
    } else if case .field = groups.grouping, groups.isAcrossSources {
      notes.append("not ranked, as the reviews are from more than one source")
    } else if groups.grouping == .source {
      notes.append("not ranked: who writes, and when they are asked, differs by source")
    } else if groups.hasRanks {
      notes.append(
        "ranks, from N = 100: by the verdict balance at equal lengths; where intervals overlap the order may be chance"
      )
    }
    return notes.flatMap { Wrapping.lines($0, width: lines.width - 2).map { "  " + $0 } }
  }

  private static func cut(_ name: String, _ width: Int) -> String {
    let name = Terminal.safe(name)
    return Column.left(name.count <= width ? name : name.prefix(width - 1) + "…", width)
  }

  // MARK: The step from 7 to 9

  private func step(_ source: String, _ step: GradeStep) -> [String] {
    let title = style.bold("the step from 7 to 9") + " in " + Terminal.safe(source)
    guard let scale = step.scale else {
      let scales = step.scales.map(\.rawValue).sorted().joined(separator: " and ")
      return [title] + wrapped("not reckoned: its grades are on different scales, \(scales)")
    }
    let names = scale.names
    guard step.nines > 0, step.sevens > 0 else {
      return [title]
        + wrapped(
          "not reckoned: \(Number.grouped(step.nines)) with \(names.nine) and "
            + "\(Number.grouped(step.sevens)) with \(names.seven)")
    }
    let all = step.associations
    let clear = all.filter(\.isClear)
    let both =
      "\(Number.counted(step.nines, "review")) with \(names.nine) against "
      + "\(Number.grouped(step.sevens)) with \(names.seven)"
    guard !clear.isEmpty else {
      let none =
        all.isEmpty
        ? "nothing is mentioned \(GradeStep.leastMentions) times"
        : "of \(Number.counted(all.count, "mention")) compared none stands out"
      return [title] + wrapped("\(both): \(none)")
    }
    var text = [title]
    text += wrapped("what \(both) mention more (+) or less (-) often: an association, not a cause")
    text.append(
      style.dim(
        "  " + Column.left("", 18) + Column.right(names.nine, 14) + Column.right(names.seven, 14)
          + "   log-odds"))
    for item in clear {
      text.append(
        "  " + Column.left(item.mention.title, 18)
          + Column.right(StatsPage.part(item.nine, of: step.nines), 14)
          + Column.right(StatsPage.part(item.seven, of: step.sevens), 14) + "   "
          + BalanceText.signed(item.logOdds) + " " + BalanceText.interval(item.low, item.high))
    }
    text += wrapped(
      "of \(Number.counted(all.count, "mention")) compared \(Number.grouped(clear.count)) "
        + "\(clear.count == 1 ? "stands" : "stand") out; the intervals hold for all of these together"
    )
    return text
  }

  /// `12% (34)`, or `3 of 25`.
  private static func part(_ count: Int, of whole: Int) -> String {
    whole < Share.leastWhole
      ? Share.text(count, of: whole)
      : Share.percent(count, of: whole) + " (\(Number.grouped(count)))"
  }

  private func wrapped(_ text: String) -> [String] {
    Wrapping.lines(text, width: lines.width - 2).map { style.dim("  " + $0) }
  }

  /// Where nobody gave a grade.
  private var list: [String] {
    var all = GradeStep()
    for step in tally.steps.values { all.add(step) }
    let items = all.list.prefix(8)
    guard !items.isEmpty else { return [] }
    let words = items.map {
      "\($0.mention.title) \(Share.text($0.count, of: all.enthusiastic))"
    }.joined(separator: ", ")
    return [
      "",
      style.bold("what enthusiastic reviews mention")
        + style.dim(" (no grades: a list, nothing is compared)"),
    ] + Wrapping.lines(words, width: lines.width - 2).map { "  " + $0 }
  }

  // MARK: JSON

  var json: String {
    var json = JSONWriter()
    json.open()
    json.counts(tally.whole, unreadable: unreadable)
    json.key("sample")
    if let sample { write(sample, to: &json) } else { json.null() }
    json.key("by")
    json.optional(groups?.grouping.name)
    json.key("ungrouped")
    json.optional(groups?.ungrouped)
    json.key("groups")
    json.open("[")
    if let groups {
      for group in groups.groups {
        json.open()
        json.key("name")
        json.string(group.name)
        json.key("rank")
        json.optional(group.rank)
        json.counts(group.counts)
        json.standardized(group.counts, by: groups.standard)
        json.close()
      }
    }
    json.close("]")
    json.key("steps")
    json.open("[")
    for (source, step) in tally.steps.sorted(by: { $0.key < $1.key }) {
      write(step, of: source, to: &json)
    }
    json.close("]")
    json.close()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ sample: ErrorSamples, to json: inout JSONWriter) {
    json.open()
    json.key("n")
    json.integer(sample.verdict.count)
    for kind in BalanceKind.allCases {
      let sides = tally.whole.sides(of: kind)
      let balance = sample[kind].balance(
        positive: sides.positive, negative: sides.negative, of: tally.whole.count)
      json.key(escaping: kind.key)
      json.open()
      json.key("people")
      json.balance(balance)
      json.key("error")
      let program = tally.whole.balance(kind).value
      json.optional(
        balance?.value.flatMap { people in program.map { Fixed(rounding: $0 - people) } })
      json.key("matrix")
      json.open("[")
      for row in sample[kind].counts {
        json.open("[")
        for count in row { json.integer(count) }
        json.close("]")
      }
      json.close("]")
      json.close()
    }
    json.close()
  }

  /// Begins an object with what is mentioned.
  private func open(_ mention: Mention, in json: inout JSONWriter) {
    json.open()
    json.key("kind")
    json.string(mention.kind)
    json.key("name")
    json.string(mention.name)
  }

  private func write(_ step: GradeStep, of source: String, to json: inout JSONWriter) {
    json.open()
    json.key("source")
    json.string(source)
    json.key("scales")
    json.strings(step.scales.map(\.rawValue).sorted())
    json.key("graded")
    json.integer(step.graded)
    json.key("nines")
    json.integer(step.nines)
    json.key("sevens")
    json.integer(step.sevens)
    json.key("mentions")
    json.open("[")
    for item in step.associations {
      open(item.mention, in: &json)
      json.key("nine")
      json.integer(item.nine)
      json.key("seven")
      json.integer(item.seven)
      json.key("logOdds")
      json.fixed(Fixed(rounding: item.logOdds))
      json.key("low")
      json.fixed(Fixed(rounding: item.low))
      json.key("high")
      json.fixed(Fixed(rounding: item.high))
      json.close()
    }
    json.close("]")
    json.key("enthusiastic")
    json.integer(step.enthusiastic)
    json.key("list")
    json.open("[")
    for item in step.list {
      open(item.mention, in: &json)
      json.key("count")
      json.integer(item.count)
      json.close()
    }
    json.close("]")
    json.close()
  }
}
