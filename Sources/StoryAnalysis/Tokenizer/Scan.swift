/// What was read at one position: a token without its place in the sentence.
struct Scan {
  var end: Int
  var kind: TokenKind
  var shape: TokenShape = []
  var role: SentenceRole = .plain
}
