/// Why a review of a part cannot have been written by this program.
public struct PartFlaw: Error, Sendable, Equatable {
  /// What is wrong, in a few words.
  public let message: String

  public init(_ message: String) { self.message = String(message.prefix(PartFlaw.longest)) }

  /// A value of a stranger may be of any length.
  private static let longest = 120
}
