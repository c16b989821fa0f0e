/// Which letters came before in a source.
///
/// It remembers one hash for every text, 8 bytes in a set that is at most three quarters full: 13 to 27 bytes a review.
struct FirstOccurrences {
  private var seen: Set<UInt64> = []

  /// Whether no earlier review of the source has these letters.
  mutating func isFirst(_ letters: LetterHash, source: String) -> Bool {
    var fingerprint = Fingerprint()
    for byte in source.utf8 { fingerprint.add(byte) }
    return seen.insert(fingerprint.value ^ letters.value).inserted
  }
}
