import Foundation
import StoryAnalysis

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
    lines += report.layouts.prefix(12).map { style.dim("  \($0.source): \($0.summary)") }
    if report.layouts.count > 12 {
      lines.append(style.dim("  and \(report.layouts.count - 12) more files"))
    }
    if let left = leftOut { lines.append("left out of the figures below: " + left) }
    guard tally.experienceCount > 0 else { return lines }
    lines.append("")
    lines += MineSummary.cells.map { row($0) }
    if let best = tally.best { lines += ["", moment("best moment", best)] }
    if let worst = tally.worst { lines += ["", moment("worst moment", worst)] }
    return lines
  }

  private struct Cell {
    let name: String
    let label: Label
    let story: Bool
  }

  private static let cells = [
    Cell(name: "tells something good", label: .enthusiastic, story: true),
    Cell(name: "enthusiastic, no story", label: .enthusiastic, story: false),
    Cell(name: "satisfied, nothing to tell", label: .neutralSatisfied, story: false),
    Cell(name: "satisfied with a small incident", label: .neutralSatisfied, story: true),
    Cell(name: "complains, no story", label: .dissatisfied, story: false),
    Cell(name: "tells a setback", label: .dissatisfied, story: true),
  ]

  /// Name, bar, share and count.
  private func row(_ cell: Cell) -> String {
    let count = tally.count(cell.label, story: cell.story)
    let share = Double(count) / Double(tally.experienceCount)
    let eighths = Int((share * 30 * 8).rounded())
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    let bar = String(repeating: "█", count: eighths / 8) + partial
    let percent = String(Int((share * 100).rounded())) + "%"
    let padded = bar + String(repeating: " ", count: max(0, 30 - bar.count))
    let coloured: String
    switch cell.label {
    case .enthusiastic: coloured = style.green(padded)
    case .neutralSatisfied: coloured = style.dim(padded)
    case .dissatisfied: coloured = style.red(padded)
    }
    let name = cell.name + String(repeating: " ", count: 32 - cell.name.count)
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
