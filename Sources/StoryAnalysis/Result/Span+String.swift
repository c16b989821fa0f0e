extension Span where Element == UInt8 {
  /// The text that the bytes spell, with what is no UTF-8 repaired.
  var string: String {
    var bytes = [UInt8](repeating: 0, count: count)
    var places = bytes.mutableSpan
    for at in indices { places[at] = self[at] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
