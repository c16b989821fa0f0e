import Lexicon
import Privacy
import ReviewIO
import ReviewStore
import StoryAnalysis
import StoryFigures

/// A review that somebody should act on, with what is needed for it, unmasked.
struct FollowupCase {
  let stored: StoredCase
  let urgency: Urgency
  /// Flags that put it here: `open-case`, `sensitive`, `leaving`.
  let why: [String]
  /// From its date to today; nil without a whole date.
  let days: Int?
  /// In columns first, then in the text.
  let orders: [String]
  /// The sentences that say what is waited for.
  let open: [String]
  /// Other sentences that speak of a promise.
  let promised: [String]
  /// The sentences that are sensitive.
  let sensitive: [String]

  /// Flags that make a review a case.
  static let flags = ["open-case", "sensitive"]

  /// - Parameter today: from which days are counted; nil where no date is known.
  init(_ stored: StoredCase, today: Day?, analyzer: Analyzer, redactor: Redactor) {
    self.stored = stored
    let sentences = analyzer.analyze(
      stored.text,
      texts: [AnalyzedText(range: 0..<stored.text.count, titleLength: stored.titleLength)],
      detail: .sentences)[0].sentences
    func texts(_ isWanted: (SentenceReading) -> Bool) -> [String] {
      sentences.filter(isWanted).map { String(decoding: stored.text[$0.span], as: UTF8.self) }
    }
    open = texts { $0.flags.contains("open-case") }
    promised =
      stored.flags.contains("open-case")
      ? texts { $0.drivers.contains(.promise) && !$0.flags.contains("open-case") } : []
    sensitive = texts { $0.flags.contains("sensitive") }
    urgency = Urgency(flags: stored.flags, isPromised: !promised.isEmpty)
    why = (Self.flags + ["leaving"]).filter(stored.flags.contains)
    if let today, let date = stored.date, date.utf8.count == 10, let day = Day(date) {
      days = Int(today.number - day.number)
    } else {
      days = nil
    }
    let columns = stored.fields.filter { OrderColumn.isNamed($0.name) && !$0.value.isEmpty }
    let spans = redactor.redact(stored.text.span).spans.filter { $0.kind == .order }
    var seen: Set<String> = []
    orders =
      (columns.map(\.value)
      + spans.map { String(decoding: stored.text[$0.range], as: UTF8.self) })
      .filter { seen.insert($0).inserted }
  }

  /// Whether it comes before another: by urgency, then who says to leave, then who has waited longest, then what is most
  /// memorable.
  func precedes(_ other: FollowupCase) -> Bool {
    if urgency != other.urgency { return urgency < other.urgency }
    let (leaves, otherLeaves) = (why.contains("leaving"), other.why.contains("leaving"))
    if leaves != otherLeaves { return leaves }
    if days != other.days { return days ?? .min > other.days ?? .min }
    return stored.memorability > other.stored.memorability
  }
}
