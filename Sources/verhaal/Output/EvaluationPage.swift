import Lexicon
import StoryAnalysis

/// An evaluation for reading, and as JSON.
struct EvaluationPage {
  private let evaluation: Evaluation
  /// What stands below the figures; nil where it was not asked for.
  private let mistakes: MistakePage?

  init(_ evaluation: Evaluation, mistakes: MistakePage? = nil) {
    self.evaluation = evaluation
    self.mistakes = mistakes
  }

  /// The figures of the whole that a minimum can be set for; of calibration error less is better.
  static let thresholds = [
    "accuracy", "macroF1", "storyF1", "ndcg20", "momentRate", "precision10", "precision20",
  ]

  /// Whether a minimum can be set for a figure: one of the whole, or `domains.NAME.macroF1`.
  static func isThreshold(_ name: String) -> Bool {
    thresholds.contains(name)
      || ["domains.", "lengths."].contains { name.hasPrefix($0) }
        && [".macroF1", ".storyF1"].contains { name.hasSuffix($0) }
  }

  /// The figures of the whole under the names of the JSON output.
  private var figures: [(key: String, value: Double)] {
    [
      ("accuracy", evaluation.accuracy), ("macroF1", evaluation.macroF1),
      ("storyF1", evaluation.storyF1), ("ndcg20", evaluation.ndcg20),
      ("momentRate", evaluation.momentRate), ("ece", evaluation.ece),
      ("precision10", evaluation.precision10), ("precision20", evaluation.precision20),
    ]
  }

  private var groups: [(key: String, scores: [GroupScore])] {
    [("domains", evaluation.domains), ("lengths", evaluation.lengths)]
  }

  /// All figures, those of groups by their path in the JSON output; nil for what cannot be known.
  var allFigures: [String: Double?] {
    var all: [String: Double?] = [:]
    for (name, value) in figures { all[name] = .some(value) }
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
    for (name, value) in figures {
      json.key(escaping: name)
      json.fixed(Fixed(rounding: value))
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
    mistakes?.write(to: &json)
    json.close()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  var text: String {
    let names = [
      "accuracy", "macro-F1", "story F1", "nDCG@20", "moments", "ECE", "precision@10",
      "precision@20",
    ]
    var lines = ["\(Number.counted(evaluation.count, "labelled review"))", ""]
    lines += zip(names, figures).map { Column.left($0, 22) + Number.decimal($1.value) }
    lines.append("")
    for (label, f1) in zip(Label.allCases, evaluation.labelF1) {
      lines.append(Column.left("F1 " + label.rawValue, 22) + Number.decimal(f1))
    }
    lines.append("")
    lines += ConfusionTable(evaluation.confusion, title: "gold \\ verdict").lines
    lines += table("domain", evaluation.domains)
    lines += table("words", evaluation.lengths)
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
}
