/// Where a record lies in its chunk, and what the cutter already found wrong with it.
struct RecordSpan: Sendable, Equatable {
  enum Flaw: UInt8, Sendable { case none, unclosedQuote, malformed, truncated, tooLong }

  var start: Int
  var end: Int
  var flaw: Flaw = .none
  /// The offset in the chunk of what is wrong.
  var flawAt = 0

  /// The same record in bytes that begin elsewhere.
  func moved(by distance: Int) -> RecordSpan {
    RecordSpan(start: start + distance, end: end + distance, flaw: flaw, flawAt: flawAt + distance)
  }
}
