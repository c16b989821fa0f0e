import Essentials
import StoryAnalysis
import StoryFigures

/// What `mine` says at its end: what was read, how it divides, and two moments.
struct MineSummary {
  private let tally: ReviewTally
  private let report: ReadingReport
  private let style: Style

  init(_ tally: ReviewTally, _ report: ReadingReport, style: Style) {
    self.tally = tally
    self.report = report
    self.style = style
  }

  func show() {
    for line in lines { Console.note(line) }
  }

  var lines: [String] {
    var lines = [style.bold("read \(Number.counted(tally.total, "review"))")]
    lines += report.layouts.prefix(12).map {
      style.dim("  " + Terminal.safe("\($0.source): \($0.summary)"))
    }
    if report.layouts.count > 12 {
      lines.append(style.dim("  and \(report.layouts.count - 12) more files"))
    }
    if let left = leftOut { lines.append("left out of the figures below: " + left) }
    guard tally.experienceCount > 0 else { return lines }
    lines.append("")
    lines += StoryCell.allCases.map(row)
    if let best = tally.best { lines += ["", moment("best moment", best)] }
    if let worst = tally.worst { lines += ["", moment("worst moment", worst)] }
    return lines
  }

  /// Name, bar, share and count.
  private func row(_ cell: StoryCell) -> String {
    let count = tally.count(cell.label, story: cell.isStory)
    let share = Double(count) / Double(tally.experienceCount)
    let percent = String(Int((share * 100).rounded())) + "%"
    let bar = Bar.right(share, width: 30)
    let coloured: String
    switch cell.label {
    case .enthusiastic: coloured = style.green(bar)
    case .neutralSatisfied: coloured = style.dim(bar)
    case .dissatisfied: coloured = style.red(bar)
    }
    let name = Column.left(cell.rawValue, 32)
    let right = String(repeating: " ", count: max(0, 5 - percent.count)) + percent
    return "  " + name + coloured + right + "  " + style.dim(Number.grouped(count))
  }

  private var leftOut: String? {
    var parts: [String] = []
    func add(_ count: Int, _ what: String) {
      if count > 0 { parts.append("\(Number.grouped(count)) \(what)") }
    }
    add(tally.count(.tooShort), "too short to judge")
    add(tally.count(.noExperience), "without an experience")
    add(tally.count(.otherLanguage), "in another language")
    add(report.unreadableCount, "unreadable")
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func moment(_ name: String, _ highlight: ReviewTally.Highlight) -> String {
    style.bold(name) + style.dim(" (\(Terminal.safe(highlight.id)))") + "\n  "
      + Terminal.safe(highlight.text)
  }
}
