import Lexicon
import StoryAnalysis

/// An evaluation for reading, and as JSON.
struct EvaluationPage {
  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }

  /// The figures that a minimum can be set for; of calibration error less is better.
  static let thresholds = ["accuracy", "macroF1", "storyF1", "ndcg20", "momentRate"]

  /// The figures under the names of the JSON output.
  var figures: [(key: String, value: Double)] {
    [
      ("accuracy", evaluation.accuracy), ("macroF1", evaluation.macroF1),
      ("storyF1", evaluation.storyF1), ("ndcg20", evaluation.ndcg20),
      ("momentRate", evaluation.momentRate), ("ece", evaluation.ece),
    ]
  }

  var json: String {
    var json = JSONWriter()
    json.open()
    json.key("count")
    json.integer(evaluation.count)
    for (name, value) in figures {
      json.key(escaping: Array(name.utf8).span)
      json.fixed(Fixed(rounding: value))
    }
    json.close()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  var text: String {
    let names = ["accuracy", "macro-F1", "story F1", "nDCG@20", "moments", "ECE"]
    var lines = ["\(Number.counted(evaluation.count, "labelled review"))", ""]
    lines += zip(names, figures).map { padded($0, 22) + decimal($1.value) }
    lines.append("")
    for (label, f1) in zip(Label.allCases, evaluation.labelF1) {
      lines.append(padded("F1 " + label.rawValue, 22) + decimal(f1))
    }
    lines += ["", "gold \\ verdict        neutral  enthusiastic  dissatisfied"]
    for (label, row) in zip(Label.allCases, evaluation.confusion) {
      let widths = [7, 14, 14]
      let cells = zip(row, widths).map { count, width in
        String(repeating: " ", count: max(0, width - String(count).count)) + String(count)
      }
      lines.append(padded(label.rawValue, 22) + cells.joined())
    }
    return lines.joined(separator: "\n")
  }

  /// Four decimals.
  func decimal(_ value: Double) -> String {
    let digits = String(Int((value * 10_000).rounded(.toNearestOrEven)))
    let filled = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return filled.dropLast(4) + "." + filled.suffix(4)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
