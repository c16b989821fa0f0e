/// What comes next of a dump that is read.
public enum NextChunk: Sendable {
  case chunk(DumpChunk)
  /// Nothing that is whole, as yet.
  case pause
  case end
}
