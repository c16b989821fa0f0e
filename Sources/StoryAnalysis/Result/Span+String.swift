extension Span where Element == UInt8 {
  /// The text that the bytes spell, with what is no UTF-8 repaired.
  var string: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
