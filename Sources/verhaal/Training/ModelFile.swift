import Essentials
import Lexicon

/// The text of a `model.tsv`.
struct ModelFile {
  private struct Row {
    var target: ModelTarget
    var evidence: String
    var scope: EvidenceScope
    var weight: Fixed
  }

  /// A weight below this is left out.
  private static let leastWeight: Fixed = 10

  private var rows: [Row] = []

  /// - Parameter threshold: the story score from which a review counts as a story; the file has it at 0.
  init(_ model: TrainedModel, in space: FeatureSpace, threshold: Double) {
    let labels: [ModelTarget] = [.neutralSatisfied, .enthusiastic, .dissatisfied]
    for column in 0..<space.firstWord(.neutralSatisfied) {
      for (place, target) in labels.enumerated() {
        add(model.label[column * labels.count + place], column, target, space)
      }
    }
    for (column, weight) in model.story.prefix(space.firstWord(.story)).enumerated() {
      add(column == 0 ? weight - threshold : weight, column, .story, space)
    }
    let memorability = model.memorability.prefix(space.firstWord(.memorability))
    for (column, weight) in memorability.enumerated() {
      add(weight, column, .memorability, space)
    }
    for (place, weight) in model.moment.enumerated() {
      add(weight, space.segmentKinds[place], .all, .moment)
    }
    rows.sort {
      ($0.target.rawValue, $0.evidence == "base" ? 0 : 1, $0.evidence, $0.scope.name)
        < ($1.target.rawValue, $1.evidence == "base" ? 0 : 1, $1.evidence, $1.scope.name)
    }
  }

  private mutating func add(
    _ weight: Double, _ column: Int, _ target: ModelTarget, _ space: FeatureSpace
  ) {
    let (evidence, scope) = space.feature(column, of: target)
    add(weight, evidence, scope, target)
  }

  private mutating func add(
    _ weight: Double, _ evidence: String, _ scope: EvidenceScope, _ target: ModelTarget
  ) {
    let weight = Fixed(rounding: max(-100, min(100, weight)))
    if abs(weight) < ModelFile.leastWeight { return }
    rows.append(Row(target: target, evidence: evidence, scope: scope, weight: weight))
  }

  var count: Int { rows.count }

  /// The file of a lexicon folder, made with its folders where there is none.
  ///
  /// - Throws: `OutputError` when it cannot be written.
  static func output(_ name: String, in folder: String) throws(OutputError) -> OutputFile {
    let language = folder + "/nl"
    // Where this fails, so does what follows, and says why.
    try? FileManager.default.createDirectory(atPath: language, withIntermediateDirectories: true)
    return try OutputFile(language + "/" + name)
  }

  static func comments(_ notes: [String]) -> String {
    notes.map { $0.isEmpty ? "#\n" : "# " + $0 + "\n" }.joined()
  }

  /// The file, with notes in front of it as comments.
  func text(_ notes: [String]) -> String {
    var text = ModelFile.comments(notes) + "-\n"
    for row in rows {
      text += row.target.name + "\t" + row.evidence + "\t" + row.scope.name + "\t"
      text += row.weight.fourDecimals + "\n"
    }
    return text
  }
}

extension Fixed {
  /// With four decimals, as files of weights write it.
  var fourDecimals: String {
    let digits = String(abs(self))
    let filled = String(repeating: "0", count: Swift.max(0, 5 - digits.count)) + digits
    return (self < 0 ? "-" : "") + filled.dropLast(4) + "." + filled.suffix(4)
  }
}
