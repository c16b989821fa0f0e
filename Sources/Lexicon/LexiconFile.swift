/// A text file of linguistic data with the place it came from.
public struct LexiconFile: Sendable {
  /// Path below the lexicon folder, with `/` between folders, for example `nl/polarity.tsv`.
  public let path: String
  /// Where a reader finds the file, used in messages; `embedded:` before the path of built-in files.
  public let origin: String
  /// The whole content, UTF-8.
  public let bytes: [UInt8]

  public init(path: String, origin: String, bytes: [UInt8]) {
    self.path = path
    self.origin = origin
    self.bytes = bytes
  }
}
