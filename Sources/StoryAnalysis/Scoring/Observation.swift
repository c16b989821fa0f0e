import Lexicon

/// One piece of evidence found in a text; kept small, for a text has dozens that are sorted.
struct Observation {
  private var storedEvidence: Int32
  /// How much of it, in ten-thousandths.
  private(set) var value: Fixed
  private let storedStart: Int32
  private let storedEnd: Int32
  private let storedRule: Int32
  /// Where it stands; -1 for what the whole text gives.
  let segment: Int32

  /// - Parameters:
  ///   - evidence: number of the kind of evidence in `Lexicon.evidenceNames`.
  ///   - start: its tokens, half open; empty for what the whole text gives, or a segment as a whole.
  ///   - rule: the rule that found it, if one did.
  init(evidence: Int, value: Fixed, start: Int, end: Int, rule: Int?, segment: Int32) {
    storedEvidence = Int32(truncatingIfNeeded: evidence)
    self.value = value
    storedStart = Int32(truncatingIfNeeded: start)
    storedEnd = Int32(truncatingIfNeeded: end)
    storedRule = rule.map { Int32(truncatingIfNeeded: $0) } ?? -1
    self.segment = segment
  }

  /// What the whole text gives.
  init(evidence: Evidence, value: Fixed) {
    self.init(evidence: evidence.number, value: value, start: 0, end: 0, rule: nil, segment: -1)
  }

  /// Other evidence in the same place.
  func with(_ evidence: Int, _ value: Fixed) -> Observation {
    var observation = self
    observation.storedEvidence = Int32(truncatingIfNeeded: evidence)
    observation.value = value
    return observation
  }

  func with(_ evidence: Evidence, _ value: Fixed) -> Observation { with(evidence.number, value) }

  var evidence: Int { Int(storedEvidence) }
  var start: Int { Int(storedStart) }
  var end: Int { Int(storedEnd) }
  var rule: Int? { storedRule < 0 ? nil : Int(storedRule) }

  /// By start, then end, then kind; what is equal in these keeps the order in which it was found.
  var order: UInt64 {
    UInt64(UInt32(storedStart)) << 32
      | UInt64(UInt16(truncatingIfNeeded: storedEnd - storedStart)) << 16
      | UInt64(UInt16(truncatingIfNeeded: storedEvidence))
  }
}
