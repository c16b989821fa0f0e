/// How far the reading of a text has come.
struct Reading {
  /// Where the text begins in the bytes that its tokens count from.
  let origin: Int
  /// Where the last token ended.
  var position = 0
  var context: ScanContext = []
  var sentences: SentenceBreaker
}
