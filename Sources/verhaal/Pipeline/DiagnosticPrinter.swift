import ReviewIO

/// Shows what was wrong with the records of a file: the first few of each kind, then how many more.
struct DiagnosticPrinter {
  /// How many of each kind are shown.
  private static let mostShown = 5
  private(set) var counts: [String: Int] = [:]
  private(set) var unreadableCount = 0

  /// Whether there were lines that tell what `mine` could not read.
  var hasKeptErrors: Bool { counts[Diagnostic.Kind.keptError.rawValue] != nil }

  mutating func show(_ diagnostic: Diagnostic) {
    if diagnostic.kind.isUnreadable { unreadableCount += 1 }
    show(diagnostic.description, kind: diagnostic.kind.rawValue)
  }

  mutating func showRepeatedID(file: String, record: Int) {
    show(
      "\(file):\(record): the id stands earlier with another text. "
        + "hint: it goes on as id#2; name the right column with --id",
      kind: "repeatedID")
  }

  private mutating func show(_ line: String, kind: String) {
    counts[kind, default: 0] += 1
    if counts[kind]! <= DiagnosticPrinter.mostShown { Console.note(Terminal.safe(line)) }
  }

  /// Says how many were not shown.
  func finish(file: String) {
    for (kind, count) in counts.sorted(by: { $0.key < $1.key })
    where count > DiagnosticPrinter.mostShown {
      Console.note(
        "\(Terminal.safe(file)): and \(Number.grouped(count - DiagnosticPrinter.mostShown)) more: \(kind)"
      )
    }
  }
}
