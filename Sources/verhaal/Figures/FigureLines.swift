import StoryAnalysis
import StoryFigures

/// Lines that pages of figures have in common.
struct FigureLines {
  let style: Style
  let width: Int

  /// The fewest reviews that are drawn.
  private static let leastCharted = 10

  /// What is counted and what is not.
  func head(_ counts: ReviewCounts, unreadable: Int? = nil) -> [String] {
    var first = style.bold("N = \(Number.grouped(counts.count))")
    if let median = counts.medianWords { first += ", median \(Number.counted(median, "word"))" }
    if let start = counts.firstDay, let end = counts.lastDay {
      first += ", \(start) to \(end)"
      if counts.undated > 0 { first += ", \(Number.grouped(counts.undated)) without a date" }
    }
    return [first]
      + Wrapping.lines(Excluded(counts: counts, unreadable: unreadable).line, width: width - 2)
      .map(style.dim)
  }

  /// The six cells with bars.
  func cells(_ counts: ReviewCounts) -> [String] {
    let whole = counts.count
    let countWidth = Number.grouped(whole).count + 2
    let barWidth = max(8, min(36, width - 43 - countWidth))
    return StoryCell.allCases.map { cell in
      let count = counts.count(cell)
      let bar = Bar.right(Double(count) / Double(max(1, whole)), width: barWidth)
      return "  " + Column.left(cell.rawValue, 32) + coloured(bar, cell.label)
        + Column.right(
          whole < Share.leastWhole
            ? Share.text(count, of: whole) : Share.percent(count, of: whole), 9)
        + (whole < Share.leastWhole
          ? "" : style.dim(Column.right(Number.grouped(count), countWidth)))
    }
  }

  func balance(_ kind: BalanceKind, _ counts: ReviewCounts) -> String {
    let sides = counts.sides(of: kind)
    let what: String
    switch kind {
    case .verdict:
      what =
        "\(Number.grouped(sides.positive)) enthusiastic, \(Number.grouped(sides.negative)) dissatisfied"
    case .story:
      let turns = counts.count(.turn)
      what =
        "\(Number.grouped(sides.positive)) good, \(Number.grouped(sides.negative)) bad"
        + (turns > 0 ? ", \(Number.counted(turns, "turn"))" : "")
    }
    return Column.left(kind.title, 17) + Column.left(BalanceText.text(counts.balance(kind)), 25)
      + style.dim(what)
  }

  /// Dissatisfied to the left, enthusiastic to the right of a line.
  func chart(_ counts: ReviewCounts, side: Int) -> String {
    // One review of three would be a bar like that of a thousand of three thousand.
    guard counts.count >= FigureLines.leastCharted else {
      return Column.left("", side) + "│" + Column.left("", side)
    }
    let whole = Double(counts.count)
    return style.red(Bar.left(Double(counts.count(.dissatisfied)) / whole, width: side)) + "│"
      + style.green(Bar.right(Double(counts.count(.enthusiastic)) / whole, width: side))
  }

  private func coloured(_ bar: String, _ label: Label) -> String {
    switch label {
    case .enthusiastic: style.green(bar)
    case .neutralSatisfied: style.dim(bar)
    case .dissatisfied: style.red(bar)
    }
  }
}
