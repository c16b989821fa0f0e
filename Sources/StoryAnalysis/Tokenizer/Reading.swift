/// How far the reading of a text has come.
struct Reading {
  /// Where the last token ended.
  var position = 0
  var context: ScanContext = []
  var sentences: SentenceBreaker
}
