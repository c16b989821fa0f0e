import Lexicon
import StoryAnalysis
import StoryFigures

/// A row in few words: `E` enthusiastic, `N` satisfied, `D` dissatisfied, in small letters without a story.
func row(
  _ cell: Character, words: Int = 20, valence: Fixed? = nil, day: String? = nil,
  source: String = "s", rating: Double? = nil, scale: GradeScale? = nil, drivers: [Driver] = [],
  flags: [String] = [], basis: Basis = .experience, isDuplicate: Bool = false
) -> FigureRow {
  let label: Label =
    switch cell.lowercased() {
    case "e": .enthusiastic
    case "d": .dissatisfied
    default: .neutralSatisfied
    }
  let natural: Fixed = label == .enthusiastic ? 5_000 : label == .dissatisfied ? -5_000 : 1_000
  return FigureRow(
    source: source, label: label, story: cell.isUppercase, basis: basis,
    momentValence: cell.isUppercase ? valence ?? natural : nil,
    rating: rating.map { Fixed(rounding: $0) }, scale: scale, day: day.flatMap { Day($0) },
    words: words, drivers: drivers, flags: flags, isDuplicate: isDuplicate)
}

func rows(_ cells: String, words: Int = 20) -> [FigureRow] { cells.map { row($0, words: words) } }

/// A repeatable generator (SplitMix64).
struct Repeatable: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Reviews of every kind.
func randomRows(_ count: Int, seed: UInt64) -> [FigureRow] {
  var random = Repeatable(state: seed)
  return (0..<count).map { _ in
    let scale = GradeScale.allCases.randomElement(using: &random)!
    return row(
      "EeNnDd".randomElement(using: &random)!, words: Int.random(in: 0...1_200, using: &random),
      valence: Fixed.random(in: -10_000...10_000, using: &random),
      day: Bool.random(using: &random)
        ? Day(number: Int32.random(in: 15_000...21_000, using: &random)).description : nil,
      rating: Bool.random(using: &random) ? Double.random(in: 1...10, using: &random) : nil,
      scale: scale, drivers: [Driver.allCases.randomElement(using: &random)!],
      flags: Bool.random(using: &random) ? ["leaving"] : [],
      basis: Int.random(in: 0..<4, using: &random) == 0
        ? Basis.allCases.randomElement(using: &random)! : .experience,
      isDuplicate: Int.random(in: 0..<8, using: &random) == 0)
  }
}
