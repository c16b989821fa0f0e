import Lexicon

/// One input of the model, for programs that fit its weights.
public struct EvidenceItem: Sendable, Hashable {
  /// Name of the kind of evidence, as `model.tsv` uses it.
  public let kind: String
  /// In ten-thousandths.
  public let value: Fixed
  /// The segment it stands in, counted from 0; -1 for what the whole text gives.
  public let segment: Int
  /// UTF-8 bytes of the segment in the analysed text; empty for the whole text.
  public let segmentSpan: Range<Int>
}
