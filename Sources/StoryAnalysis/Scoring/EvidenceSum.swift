import Lexicon

/// How much of one kind of evidence a text holds so far, in ten-thousandths.
///
/// Wider than `Fixed`: a text of many megabytes must not trap.
struct EvidenceSum {
  var value = 0
  /// In the segment taken for the moment.
  var peak = 0
  /// In the last segment that says anything evaluative.
  var end = 0

  mutating func add(_ observation: Observation, peak: Int32, end: Int32) {
    let value = Int(observation.value)
    self.value += value
    if observation.segment == peak { self.peak += value }
    if observation.segment == end { self.end += value }
  }
}
