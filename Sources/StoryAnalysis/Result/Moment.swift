import Lexicon

/// A run of whole sentences in which something departs from the expected.
public struct Moment: Sendable, Hashable {
  /// Offsets into the analysed text in UTF-8 bytes, half open.
  public let start: Int
  public let end: Int
  /// The same span in UTF-16 units.
  public let startUTF16: Int
  public let endUTF16: Int
  public let text: String
  /// -1 to 1, in ten-thousandths.
  public let valence: Fixed
  /// 0 to 3, in ten-thousandths.
  public let memorability: Fixed
  public let drivers: [Driver]
}
