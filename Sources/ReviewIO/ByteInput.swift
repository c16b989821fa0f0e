/// Bytes that are read once, from first to last.
protocol ByteInput: AnyObject {
  /// The name in messages.
  var file: String { get }
  /// How much there is to read, where that is known.
  var size: Int? { get }
  /// How much of it was read.
  var position: Int { get }
  /// Whether more may come later, as through a pipe.
  var mayPause: Bool { get }
  /// What is to be said of the whole once it was read.
  var findings: [(kind: Diagnostic.Kind, detail: String)] { get }

  /// Whether `fill` returns at once, or will before so many milliseconds are over.
  func isReady(within milliseconds: Int) -> Bool

  /// Appends up to `count` bytes, or somewhat more, and returns how many; 0 is the end.
  func fill(_ buffer: inout [UInt8], count: Int) throws(InputError) -> Int
}
