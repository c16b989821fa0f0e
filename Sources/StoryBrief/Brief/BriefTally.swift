import Lexicon
import ReviewStore
import StoryFigures

/// What a brief counts in one pass over a store.
struct BriefTally {
  /// Stories of one subject: their first driver.
  struct Subject {
    var good = 0
    var bad = 0
    var waiting = 0
    var asked = 0
    var allowed = 0
    var previousBad = 0
  }

  struct GradeSum {
    var count = 0
    var sum: Int64 = 0
    var previousCount = 0
    var previousSum: Int64 = 0
    var previousScales: Set<GradeScale> = []
    var nines = 0
    var nineStories = 0
  }

  private(set) var now = ReviewCounts()
  private(set) var before = ReviewCounts()
  private(set) var undated = 0
  /// In the order in which they come.
  private(set) var sources: [(name: String, reviews: Int)] = []
  private(set) var steps: [String: GradeStep] = [:]
  private(set) var grades: [String: GradeSum] = [:]
  private(set) var groups: [String: ReviewCounts] = [:]
  private(set) var groupSources: [String: Set<String>] = [:]
  private(set) var subjects: [Driver: Subject] = [:]
  /// Stories on either side without a subject.
  private(set) var setbacksWithoutSubject = 0
  private(set) var sensitive = 0
  private(set) var open = 0
  private(set) var good: [StoryCandidate] = []
  private(set) var bad: [StoryCandidate] = []

  /// Candidates that are kept of each side, the most memorable ones.
  private static let mostCandidates = 500

  let period: BriefPeriod
  let previous: BriefPeriod?
  private let permittedOnly: Bool

  /// - Parameter permittedOnly: keeps candidates whose writers allow them to be used alone.
  init(_ period: BriefPeriod, permittedOnly: Bool) {
    self.period = period
    self.permittedOnly = permittedOnly
    previous = period.previous
  }

  /// - Parameter place: asked only for stories that may be quoted.
  mutating func add(_ row: FigureRow, _ review: StoredReview, place: () -> String?) {
    if previous?.holds(row.day) == true { addBefore(row) }
    guard period.holds(row.day) else {
      if row.day == nil { undated += 1 }
      return
    }
    now.add(row)
    if let last = sources.indices.last, sources[last].name == row.source {
      sources[last].reviews += 1
    } else if let known = sources.firstIndex(where: { $0.name == row.source }) {
      sources[known].reviews += 1
    } else {
      sources.append((row.source, 1))
    }
    guard row.counts else { return }
    steps[row.source, default: GradeStep()].add(row)
    if let rating = row.rating, let scale = row.scale {
      var sum = grades[row.source] ?? GradeSum()
      sum.count += 1
      sum.sum += Int64(rating)
      if scale.level(of: rating) == .nine {
        sum.nines += 1
        if row.story { sum.nineStories += 1 }
      }
      grades[row.source] = sum
    }
    for group in row.groups {
      groups[group, default: ReviewCounts()].add(row)
      groupSources[group, default: []].insert(row.source)
    }
    if row.story && row.flags.contains("sensitive") { sensitive += 1 }
    if review.isWaiting { open += 1 }
    addSubject(row, review)
    if !permittedOnly || review.permission.status == .allowed,
      let candidate = StoryCandidate(row, review, place: place)
    {
      if candidate.side == .good { good.append(candidate) } else { bad.append(candidate) }
      Self.trim(&good)
      Self.trim(&bad)
    }
  }

  private mutating func addBefore(_ row: FigureRow) {
    before.add(row)
    guard row.counts else { return }
    if row.side == .bad, let driver = row.drivers.first {
      subjects[driver, default: Subject()].previousBad += 1
    }
    if let rating = row.rating, let scale = row.scale {
      grades[row.source, default: GradeSum()].previousCount += 1
      grades[row.source, default: GradeSum()].previousSum += Int64(rating)
      grades[row.source, default: GradeSum()].previousScales.insert(scale)
    }
  }

  private mutating func addSubject(_ row: FigureRow, _ review: StoredReview) {
    guard let side = row.side else { return }
    guard let driver = row.drivers.first else {
      if side == .bad { setbacksWithoutSubject += 1 }
      return
    }
    var subject = subjects[driver] ?? Subject()
    switch side {
    case .good:
      subject.good += 1
      switch review.permission.status {
      case .asked, .refused: subject.asked += 1
      case .allowed:
        subject.asked += 1
        subject.allowed += 1
      case .internal, .ask: break
      }
    case .bad:
      subject.bad += 1
      if review.isWaiting { subject.waiting += 1 }
    case .turn, .small: break
    }
    subjects[driver] = subject
  }

  /// Keeps the most memorable ones.
  private static func trim(_ candidates: inout [StoryCandidate]) {
    guard candidates.count >= 2 * mostCandidates else { return }
    candidates = Array(candidates.ranked.prefix(mostCandidates))
  }
}
