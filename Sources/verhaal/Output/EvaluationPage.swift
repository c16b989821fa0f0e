import Lexicon
import StoryAnalysis

/// An evaluation for reading, and as JSON.
struct EvaluationPage {
  private let evaluation: Evaluation
  /// Of which the evaluation is; nil where the reviews are judged by the analyser as it is.
  private let crossValidation: CrossValidation?
  /// What stands below the figures; nil where it was not asked for.
  private let mistakes: MistakePage?

  init(_ evaluation: Evaluation, mistakes: MistakePage? = nil) {
    self.evaluation = evaluation
    crossValidation = nil
    self.mistakes = mistakes
  }

  init(_ crossValidation: CrossValidation, mistakes: MistakePage? = nil) {
    evaluation = crossValidation.leftOut
    self.crossValidation = crossValidation
    self.mistakes = mistakes
  }

  /// The figures of the whole that a minimum can be set for; of calibration error less is better.
  static let thresholds = [
    "accuracy", "macroF1", "storyF1", "ndcg20", "momentRate", "precision10", "precision20",
    "signF1",
  ]

  /// Whether a minimum can be set for a figure: one of the whole, or `domains.NAME.macroF1`.
  static func isThreshold(_ name: String) -> Bool {
    thresholds.contains(name)
      || ["domains.", "lengths."].contains { name.hasPrefix($0) }
        && [".macroF1", ".storyF1"].contains { name.hasSuffix($0) }
  }

  /// The figures of the whole under the names of the JSON output.
  private var figures: [Figure] {
    let fitted = crossValidation?.fittedOn
    let beside = crossValidation?.beside
    func figure(_ key: String, _ title: String, _ value: (Evaluation) -> Double) -> Figure {
      Figure(
        key: key, title: title, value: value(evaluation), fittedOn: fitted.map(value),
        beside: beside.map(value))
    }
    var figures = [
      figure("accuracy", "accuracy", \.accuracy), figure("macroF1", "macro-F1", \.macroF1),
      figure("storyF1", "story F1", \.storyF1), figure("ndcg20", "nDCG@20", \.ndcg20),
      // No moment is asked of another program.
      Figure(
        key: "momentRate", title: "moments", value: evaluation.momentRate,
        fittedOn: fitted?.momentRate),
      figure("ece", "ECE", \.ece),
      figure("precision10", "precision@10", \.precision10),
      figure("precision20", "precision@20", \.precision20),
    ]
    if let signs = crossValidation?.signs {
      figures.append(
        Figure(
          key: "signF1", title: "sign F1", value: signs.mean,
          fittedOn: crossValidation?.fittedSigns?.mean))
    }
    return figures
  }

  /// The same of each label, which only people read.
  private var labelFigures: [Figure] {
    Label.allCases.map { label in
      Figure(
        key: label.rawValue, title: "F1 " + label.rawValue,
        value: evaluation.labelF1[label.place],
        fittedOn: crossValidation?.fittedOn.labelF1[label.place],
        beside: crossValidation?.beside?.labelF1[label.place])
    }
  }

  private var groups: [(key: String, scores: [GroupScore])] {
    [("domains", evaluation.domains), ("lengths", evaluation.lengths)]
  }

  /// All figures, those of groups by their path in the JSON output; nil for what cannot be known.
  var allFigures: [String: Double?] {
    var all: [String: Double?] = [:]
    for figure in figures { all[figure.key] = .some(figure.value) }
    for (key, scores) in groups {
      for score in scores {
        for (name, value) in score.figures { all["\(key).\(score.name).\(name)"] = .some(value) }
      }
    }
    return all
  }

  var json: String {
    var json = JSONWriter()
    json.open()
    json.key("count")
    json.integer(evaluation.count)
    for figure in figures {
      json.key(escaping: figure.key)
      json.fixed(Fixed(rounding: figure.value))
    }
    for (key, scores) in groups {
      json.key(escaping: key)
      json.open()
      for score in scores {
        json.key(escaping: score.name)
        json.open()
        json.key("n")
        json.integer(score.count)
        for (name, value) in score.figures {
          json.key(escaping: name)
          json.optional(value.map { Fixed(rounding: $0) })
        }
        json.close()
      }
      json.close()
    }
    if let crossValidation { write(crossValidation, to: &json) }
    mistakes?.write(to: &json)
    json.close()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Adds the keys `signs`, where reviews are graded, and `crossValidation`.
  private func write(_ crossValidation: CrossValidation, to json: inout JSONWriter) {
    if let signs = crossValidation.signs {
      json.key("signs")
      json.open()
      for score in signs.domains {
        json.key(escaping: score.name)
        json.open()
        json.key("n")
        json.integer(score.count)
        json.key("macroF1")
        json.optional(score.macroF1.map { Fixed(rounding: $0) })
        json.close()
      }
      json.close()
    }
    json.key("crossValidation")
    json.open()
    json.key("by")
    json.string(crossValidation.division.name)
    json.key("parts")
    json.integer(crossValidation.partCount)
    json.key("fittedOn")
    write(figures, \.fittedOn, to: &json)
    json.key("gap")
    write(figures, \.gap, to: &json)
    if crossValidation.beside != nil {
      json.key("beside")
      write(figures.filter { $0.beside != nil }, \.beside, to: &json)
    }
    json.close()
  }

  /// Adds an object with a number of every figure.
  private func write(
    _ figures: [Figure], _ value: (Figure) -> Double?, to json: inout JSONWriter
  ) {
    json.open()
    for figure in figures {
      json.key(escaping: figure.key)
      json.optional(value(figure).map { Fixed(rounding: $0) })
    }
    json.close()
  }

  var text: String {
    var lines = [Number.counted(evaluation.count, "labelled review")]
    if let crossValidation {
      lines[0] +=
        ", each judged by a model that has not seen its "
        + (crossValidation.division == .domains ? "domain" : "part")
        + " (\(Number.counted(crossValidation.partCount, "part")))"
      let beside = crossValidation.beside == nil ? "" : "    beside"
      lines += ["", Column.left("", 22) + "left out  fitted on      gap" + beside]
    } else {
      lines.append("")
    }
    lines += figures.map(\.line)
    lines.append("")
    lines += labelFigures.map(\.line)
    lines.append("")
    lines += ConfusionTable(evaluation.confusion, title: "gold \\ verdict").lines
    lines += table("domain", evaluation.domains)
    lines += table("words", evaluation.lengths)
    if let signs = crossValidation?.signs { lines += table(signs) }
    if let mistakes { lines += [""] + mistakes.lines }
    return lines.joined(separator: "\n")
  }

  private func table(_ title: String, _ scores: [GroupScore]) -> [String] {
    let names = scores.map { Terminal.safe($0.name) }
    let width = max(22, (names.map(\.count).max() ?? 0) + 2)
    let head = Column.left(title, width) + "     n  macro-F1  story F1"
    return ["", head]
      + zip(names, scores).map { name, score in
        Column.left(name, width) + Column.right(String(score.count), 6)
          + Column.right(Number.decimal(score.macroF1), 10)
          + Column.right(Number.decimal(score.storyF1), 10)
      }
  }

  private func table(_ signs: SignScores) -> [String] {
    let names = signs.domains.map { Terminal.safe($0.name) }
    let width = max(22, (names.map(\.count).max() ?? 0) + 2)
    return ["", Column.left("graded", width) + "     n   sign F1"]
      + zip(names, signs.domains).map { name, score in
        Column.left(name, width) + Column.right(String(score.count), 6)
          + Column.right(Number.decimal(score.macroF1), 10)
      }
  }
}
