/// How soon somebody should act on a review, the most urgent first.
enum Urgency: Int, Comparable, CaseIterable {
  /// Waits for something, and the matter is sensitive.
  case openAndSensitive = 1
  /// Waits for something that was promised.
  case openAndPromised
  /// Waits for something.
  case open
  /// Speaks of a sensitive matter and waits for nothing.
  case sensitive

  init(flags: [String], isPromised: Bool) {
    if !flags.contains("open-case") {
      self = .sensitive
    } else if flags.contains("sensitive") {
      self = .openAndSensitive
    } else {
      self = isPromised ? .openAndPromised : .open
    }
  }

  static func < (first: Urgency, second: Urgency) -> Bool { first.rawValue < second.rawValue }
}
