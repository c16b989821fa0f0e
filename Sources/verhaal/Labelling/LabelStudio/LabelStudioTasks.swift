import Lexicon
import StoryAnalysis

/// Reviews as the tasks of a Label Studio project: an array of objects with `data` and, unless they are to be judged
/// unseen, our verdicts as `predictions`.
struct LabelStudioTasks: ~Copyable {
  private let analyzer: Analyzer
  private let showsVerdicts: Bool
  private var json = JSONWriter()

  init(_ analyzer: Analyzer, showsVerdicts: Bool) {
    self.analyzer = analyzer
    self.showsVerdicts = showsVerdicts
    json.open("[")
  }

  mutating func add(_ candidate: LabelCandidate) {
    json.open()
    json.key("data")
    json.open()
    json.key("id")
    json.string(candidate.id)
    json.key("domain")
    json.string(candidate.domain)
    json.key("title")
    json.optional(candidate.title)
    json.key("text")
    json.string(candidate.whole)
    json.close()
    if showsVerdicts { addPrediction(analyzer.analyze(candidate.text, title: candidate.title)) }
    json.close()
  }

  /// The tasks as JSON.
  consuming func written() -> [UInt8] {
    json.close("]")
    json.end()
    return json.bytes
  }

  private mutating func addPrediction(_ analysis: Analysis) {
    json.key("predictions")
    json.open("[")
    json.open()
    json.key("model_version")
    json.string("verhaal " + analyzer.version)
    json.key("score")
    json.fixed(analysis.probabilities[analysis.label])
    json.key("result")
    json.open("[")
    addChoices(.label, [analysis.label.rawValue])
    addChoices(.story, [analysis.story ? LabelStudioField.yes : LabelStudioField.no])
    if let moment = analysis.moments.first {
      open(.memorability, type: "rating")
      json.key("rating")
      json.integer(max(1, Int(analysis.memorability.asDouble.rounded())))
      close()
      open(.moment, type: "labels")
      json.key("start")
      json.integer(moment.startUTF16)
      json.key("end")
      json.integer(moment.endUTF16)
      json.key("text")
      json.string(moment.text)
      json.key("labels")
      json.strings([LabelStudioField.momentMark])
      close()
    }
    let drivers = analysis.drivers.filter { LabelAnswer.drivers.contains($0) }
    if !drivers.isEmpty { addChoices(.drivers, drivers.map(\.name)) }
    json.close("]")
    json.close()
    json.close("]")
  }

  private mutating func addChoices(_ field: LabelStudioField, _ values: [String]) {
    open(field, type: "choices")
    json.key("choices")
    json.strings(values)
    close()
  }

  private mutating func open(_ field: LabelStudioField, type: String) {
    json.open()
    json.key("id")
    json.string(field.rawValue)
    json.key("from_name")
    json.string(field.rawValue)
    json.key("to_name")
    json.string(LabelStudioField.text)
    json.key("type")
    json.string(type)
    json.key("value")
    json.open()
  }

  private mutating func close() {
    json.close()
    json.close()
  }
}
