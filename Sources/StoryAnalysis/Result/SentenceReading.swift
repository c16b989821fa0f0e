import Lexicon

/// What is said in one sentence of a text.
public struct SentenceReading: Sendable, Hashable {
  /// Offsets into the analysed text in UTF-8 bytes.
  public let span: Range<Int>
  /// The balance of what it praises and what it faults, in ten-thousandths: 0 where it does neither.
  public let balance: Fixed
  /// The flags that the text has because of it.
  public let flags: [String]
  public let drivers: [Driver]
}
