import Lexicon

/// The reviews to ask for, the most uncertain first; equal ones in input order.
///
/// A text that occurs twice is asked once. It holds little more than what is asked for, however long the dump is.
struct LabelQueue {
  /// At most so many are asked.
  let limit: Int
  private let labelledIDs: Set<String>
  private let labelledTexts: Set<String>
  private var waiting: [LabelCandidate] = []
  /// Reviews left out since their id stands for another text.
  private(set) var doubtfulCount = 0

  /// - Parameter labelled: what is not asked again.
  init(limit: Int, labelled: [GoldReview]) {
    self.limit = limit
    labelledIDs = Set(labelled.map(\.id))
    labelledTexts = Set(labelled.map(\.whole))
  }

  /// Adds candidates that come later in the input than all before.
  mutating func add(_ later: some Sequence<LabelCandidate>) {
    waiting += later.filter {
      !labelledIDs.contains($0.id) && !labelledTexts.contains($0.whole)
    }
    if waiting.count > 2 * limit + 10_000 { order() }
  }

  /// The candidates in the order to ask them.
  mutating func candidates() -> [LabelCandidate] {
    order()
    return waiting
  }

  private mutating func order() {
    var textOfID: [String: String] = [:]
    var texts: Set<String> = []
    // In input order, so that of two the first is kept; the sort is stable.
    waiting = waiting.filter { candidate in
      let text = candidate.whole
      if let known = textOfID[candidate.id], known != text {
        doubtfulCount += 1
        return false
      }
      textOfID[candidate.id] = text
      return texts.insert(text).inserted
    }
    waiting.sort { $0.margin < $1.margin }
    waiting.removeLast(max(0, waiting.count - limit))
  }
}
