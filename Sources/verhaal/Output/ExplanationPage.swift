import Lexicon
import StoryAnalysis
import StoryBrief

/// Why a text gets its verdict, for reading.
struct ExplanationPage {
  private let analysis: Analysis
  private let text: [UInt8]
  private let lexicon: Lexicon
  private let style: Style
  private let width: Int

  init(_ analysis: Analysis, text: [UInt8], analyzer: Analyzer, style: Style, width: Int) {
    self.analysis = analysis
    self.text = text
    lexicon = analyzer.lexicon
    self.style = style
    self.width = width
  }

  var lines: [String] {
    let ranked = Label.allCases.map { ($0, analysis.probabilities[$0]) }.sorted { $0.1 > $1.1 }
    let others = ranked.dropFirst().map { "\($0.0.rawValue) \(Number.percent($0.1))" }
    var lines = [
      style.bold(analysis.label.rawValue) + " " + Number.percent(ranked[0].1)
        + style.dim("  (" + others.joined(separator: ", ") + ")"),
      facts,
      "",
    ]
    let marked = MarkedText(text, moment: analysis.moments.first, reasons: analysis.reasons)
    lines += marked.lines(style, width: width - 2).map { "  " + $0 }
    let argument = Argument(analysis.reasons, lexicon: lexicon, text: text)
    let rival = ranked[1].0
    lines += ["", style.bold("why \(analysis.label.rawValue)") + " rather than \(rival.rawValue)"]
    lines += rows(
      argument.points(for: analysis.label.target, against: rival.target), unit: "score ahead")
    lines += ["", style.bold(analysis.story ? "why a story" : "why no story")]
    lines += rows(argument.points(for: .story), unit: "score")
    if analysis.story {
      lines += ["", style.bold("why memorable")]
      lines += rows(argument.points(for: .memorability), unit: "score")
    }
    return lines
  }

  private var facts: String {
    var parts = [
      analysis.story
        ? "a story, \(Number.percent(analysis.storyProbability))"
        : "no story, \(Number.percent(analysis.storyProbability)) likely",
      "memorability \(analysis.memorability.decimal) of 3",
      "valence \(analysis.valence.decimal)",
    ]
    if analysis.basis != .experience { parts.append("basis: \(analysis.basis.rawValue)") }
    if !analysis.drivers.isEmpty {
      parts.append("about " + analysis.drivers.map(\.name).joined(separator: ", "))
    }
    if !analysis.flags.isEmpty { parts.append(analysis.flags.joined(separator: ", ")) }
    return parts.joined(separator: " · ")
  }

  /// The strongest points, then what the rest adds up to, then the sum.
  private func rows(_ points: [Argument.Point], unit: String) -> [String] {
    let most = 7
    var lines = points.prefix(most).map { "  " + $0.line(style) }
    let rest = points.dropFirst(most).reduce(Fixed(0)) { $0.plus($1.weight) }
    if points.count > most {
      lines.append("  " + style.weight(rest) + style.dim("  \(points.count - most) smaller points"))
    }
    let sum = points.reduce(Fixed(0)) { $0.plus($1.weight) }
    lines.append("  " + style.weight(sum) + style.dim("  \(unit)"))
    return lines
  }
}
