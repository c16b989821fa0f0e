/// One token of a text, as a half-open range of its UTF-8 bytes.
public struct Token: Sendable, Hashable {
  /// First byte of the token.
  public var start: Int32
  /// The byte after its last.
  public var end: Int32
  /// Sentence the token belongs to, counted from 0.
  public var sentence: Int32
  public var kind: TokenKind
  public var shape: TokenShape

  public init(start: Int32, end: Int32, sentence: Int32, kind: TokenKind, shape: TokenShape) {
    self.start = start
    self.end = end
    self.sentence = sentence
    self.kind = kind
    self.shape = shape
  }

  /// The token's bytes, as an index range into the text.
  public var range: Range<Int> { Int(start)..<Int(end) }
}
