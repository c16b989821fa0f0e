/// What the dumps of an import say about using their reviews outside.
struct PermissionCount: Sendable {
  private var allowed = 0
  private var refused = 0
  private var unclear = 0
  /// The first word that was not understood.
  private var example: String?

  mutating func add(_ reading: PermissionColumns.Reading) {
    switch reading {
    case .absent: break
    case .read(let permission):
      if permission.status == .allowed { allowed += 1 } else { refused += 1 }
    case .unclear(let word):
      unclear += 1
      if example == nil { example = word }
    }
  }

  mutating func add(_ other: PermissionCount) {
    allowed += other.allowed
    refused += other.refused
    unclear += other.unclear
    if example == nil { example = other.example }
  }

  /// nil where the dumps say nothing.
  var summary: String? {
    guard allowed + refused + unclear > 0 else { return nil }
    var parts = ["\(Number.grouped(allowed)) allowed", "\(Number.grouped(refused)) refused"]
    if let example {
      parts.append(
        "\(Number.grouped(unclear)) not understood (‘\(Terminal.safe(String(example.prefix(40))))’), which stay internal"
      )
    }
    return "permission in the dumps: " + parts.joined(separator: ", ")
  }
}
