/// A place in a long text at which a part of it begins.
struct TextCursor {
  /// How far the tokens have been read, up to the first of the part.
  var reading: Reading
  /// Segments of the text before it.
  var segments = 0

  init(_ text: AnalyzedText) {
    reading = Reading(text.range, breakAt: text.titleLength > 0 ? text.titleLength : nil)
  }

  /// The byte at which the part begins, as its tokens count.
  var start: Int { reading.held.map { Int($0.start) } ?? reading.origin + reading.position }
}
