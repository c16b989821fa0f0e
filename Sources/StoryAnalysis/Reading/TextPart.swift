/// What belongs to one text of many that are read together, or to one part of a long text, as ranges of what was read.
struct TextPart {
  /// The text, title and all.
  let text: AnalyzedText
  let tokens: Range<Int>
  let sentences: Range<Int>
  var segments = 0..<0
  var matches = 0..<0
  var evaluations = 0..<0
  var idioms = 0..<0
  /// Segments of the text before this part of it.
  var segmentsBefore = 0
  /// Whether the text ends with it.
  var isLast = true

  init(_ text: AnalyzedText, tokens: Range<Int>, sentences: Range<Int>) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
  }

  /// The number of the text's first segment, from which segments of a text are counted; below 0 if it is not at hand.
  var firstSegment: Int32 { Int32(truncatingIfNeeded: segments.lowerBound - segmentsBefore) }
  /// Its segments, counted from the text's first.
  var segmentsOfText: Range<Int> { segmentsBefore..<segmentsBefore + segments.count }
}
