/// What a cutter found from a place on.
enum Cut {
  /// A record, and where to look for the next one.
  case record(RecordSpan, next: Int)
  /// The record that begins here is not whole yet.
  case more(from: Int)
  /// The record that begins here is longer than the limit.
  case overflow(from: Int)
  /// Nothing follows; whether there was something that is not read.
  case end(Diagnostic.Kind?)
}
