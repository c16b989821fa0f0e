import Essentials

/// A line on a terminal that says how far a long run is; nothing elsewhere.
struct Progress {
  private let isShown: Bool
  private let name: String
  private let start = Date()
  private var lastShown = Date()
  private var reviews = 0

  init(_ name: String, isQuiet: Bool) {
    isShown = !isQuiet && isatty(STDERR_FILENO) == 1
    self.name = name
  }

  /// Shows the state, at most five times a second and not in the first second.
  mutating func update(reviews more: Int, bytesRead: Int, totalBytes: Int?) {
    reviews += more
    guard isShown else { return }
    let now = Date()
    guard now.timeIntervalSince(start) > 1, now.timeIntervalSince(lastShown) > 0.2 else { return }
    lastShown = now
    var line = "\(name): \(Number.grouped(reviews)) reviews"
    if let totalBytes, totalBytes > 0 {
      line += ", \(min(100, bytesRead * 100 / totalBytes))%"
      let elapsed = now.timeIntervalSince(start)
      let left = elapsed * Double(totalBytes - bytesRead) / Double(max(bytesRead, 1))
      if left >= 1 { line += ", \(Int(left.rounded(.up))) s left" }
    }
    Console.show("\r\u{1B}[K" + line)
  }

  /// Takes the line away.
  func clear() {
    if isShown { Progress.clear() }
  }

  /// Takes the line away that may stand on the terminal.
  static func clear() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    Console.show("\r\u{1B}[K")
  }
}
