/// What belongs to one text of many that are read together, as ranges of what was read of all.
struct TextPart {
  /// Its bytes, title and all.
  let bytes: Range<Int>
  /// Bytes of its title; 0 if there is none.
  let titleLength: Int
  let tokens: Range<Int>
  let sentences: Range<Int>
  var segments = 0..<0
  var matches = 0..<0
  var evaluations = 0..<0
  var idioms = 0..<0

  /// Its first segment; segments of a text are counted from it.
  var firstSegment: Int32 { Int32(truncatingIfNeeded: segments.lowerBound) }
}
