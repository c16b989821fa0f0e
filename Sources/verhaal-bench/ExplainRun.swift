import Foundation
import StoryAnalysis

/// How soon `verhaal explain` answers.
struct ExplainRun {
  private(set) var measurement: Measurement
  private(set) var differences: [String] = []

  private static let text =
    "Prima winkel. Na drie keer bellen nog steeds geen antwoord, en nu is het pakket weg."
  /// A call takes so little that it must be made often.
  private static let callsARound = 10

  init(_ verhaal: String, analyzer: Analyzer, rounds: Int, in folder: String) throws(BenchError) {
    let expected = analyzer.analyze(Self.text).label.rawValue
    measurement = Measurement(
      "explain, a sentence", bytes: Self.text.utf8.count, reviews: 1, count: expected)
    let output = folder + "/explained"
    for _ in 0..<rounds * Self.callsARound {
      let run = try ChildRun(verhaal, ["explain", Self.text], output: output)
      measurement.add(run)
      let text = String(
        decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self)
      if run.status != 0 || !text.hasPrefix(expected) {
        differences.append(
          "explain: expected \(expected), found exit code \(run.status) and ‘\(text.prefix(40))’")
      }
    }
  }
}
