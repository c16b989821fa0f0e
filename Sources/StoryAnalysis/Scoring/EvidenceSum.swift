import Lexicon

/// How much of one kind of evidence a text holds so far.
struct EvidenceSum {
  var value: Fixed = 0
  /// In the segment taken for the moment.
  var peak: Fixed = 0
  /// In the last segment that says anything evaluative.
  var end: Fixed = 0
  var isPresent = false
  /// Whether the text as a whole gives it, as its length; such evidence is not capped.
  var isWhole = false

  mutating func add(_ observation: Observation, peak: Int32, end: Int32) {
    value = value.plus(observation.value)
    isPresent = true
    if observation.segment < 0 {
      isWhole = true
    } else {
      if observation.segment == peak { self.peak = self.peak.plus(observation.value) }
      if observation.segment == end { self.end = self.end.plus(observation.value) }
    }
  }
}
