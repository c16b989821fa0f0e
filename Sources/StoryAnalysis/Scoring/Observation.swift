import Lexicon

/// One piece of evidence found in a text.
struct Observation {
  /// Number of the kind of evidence in `Lexicon.evidenceNames`.
  var evidence: Int
  /// How much of it, in ten-thousandths.
  var value: Fixed
  /// Tokens, half open; empty for what the whole text gives.
  var start: Int
  var end: Int
  /// The rule that found it, if one did.
  var rule: Int?
  /// Where it stands; -1 for what the whole text gives.
  var segment: Int32

  /// By start, then end, then kind; what one rule or word gives keeps the order in which it was found.
  var order: UInt64 {
    UInt64(UInt32(start)) << 32 | UInt64(UInt16(truncatingIfNeeded: end - start)) << 16
      | UInt64(UInt16(truncatingIfNeeded: evidence))
  }
}
