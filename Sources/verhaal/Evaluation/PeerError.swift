/// Another program did not answer as it should.
struct PeerError: Error, CustomStringConvertible {
  let message: String
  /// What it wrote on stderr.
  let notes: String

  var description: String {
    let lines = notes.split(whereSeparator: \.isNewline).map { Terminal.safe(String($0)) }
    return (["--beside: " + message] + lines).joined(separator: "\n")
  }
}
