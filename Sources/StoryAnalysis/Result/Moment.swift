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

  public init(
    start: Int, end: Int, startUTF16: Int, endUTF16: Int, text: String, valence: Fixed,
    memorability: Fixed, drivers: [Driver]
  ) {
    self.start = start
    self.end = end
    self.startUTF16 = startUTF16
    self.endUTF16 = endUTF16
    self.text = text
    self.valence = valence
    self.memorability = memorability
    self.drivers = drivers
  }
}
