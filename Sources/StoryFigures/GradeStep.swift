import Lexicon
import StoryAnalysis

/// What is mentioned by those who give a 9 and by those who give a 7, within one source.
///
/// Mergeable; of a source with more than one scale nothing is reckoned, as its grades are not comparable.
public struct GradeStep: Sendable, Hashable {
  /// Mentions with fewer than this many reviews, in both together, are not looked at.
  public static let leastMentions = 5

  private struct Count: Sendable, Hashable {
    var nine = 0
    var seven = 0

    mutating func add(_ level: GradeScale.Level) {
      switch level {
      case .nine: nine += 1
      case .seven: seven += 1
      }
    }
  }

  public private(set) var nines = 0
  public private(set) var sevens = 0
  /// Reviews that are counted and have a grade.
  public private(set) var graded = 0
  public private(set) var scales: Set<GradeScale> = []
  private var counts: [Mention: Count] = [:]
  /// In enthusiastic reviews, for where there are no grades.
  public private(set) var enthusiastic = 0
  private var enthusiasticCounts: [Mention: Int] = [:]

  public init() {}

  public init(_ rows: some Sequence<FigureRow>) {
    for row in rows { add(row) }
  }

  public mutating func add(_ row: FigureRow) {
    guard row.counts else { return }
    if row.label == .enthusiastic {
      enthusiastic += 1
      for mention in row.mentions { enthusiasticCounts[mention, default: 0] += 1 }
    }
    guard let rating = row.rating, let scale = row.scale else { return }
    graded += 1
    scales.insert(scale)
    guard let level = scale.level(of: rating) else { return }
    if level == .nine { nines += 1 } else { sevens += 1 }
    for mention in row.mentions {
      counts[mention, default: Count()].add(level)
    }
  }

  public mutating func add(_ other: GradeStep) {
    nines += other.nines
    sevens += other.sevens
    graded += other.graded
    scales.formUnion(other.scales)
    for (mention, count) in other.counts {
      counts[mention, default: Count()].nine += count.nine
      counts[mention, default: Count()].seven += count.seven
    }
    enthusiastic += other.enthusiastic
    enthusiasticCounts.merge(other.enthusiasticCounts, uniquingKeysWith: +)
  }

  /// The scale of its grades; nil where there are none or more than one.
  public var scale: GradeScale? { scales.count == 1 ? scales.first : nil }
  public var isMixed: Bool { scales.count > 1 }

  /// What the nines mention more, then less often than the sevens, the strongest first; empty where both are not there or
  /// scales are mixed.
  public var associations: [Association] {
    guard !isMixed, nines > 0, sevens > 0 else { return [] }
    let compared = counts.filter { $0.value.nine + $0.value.seven >= GradeStep.leastMentions }
    let deviations = Association.deviations(forComparisons: compared.count)
    return compared.map {
      Association(
        $0.key, nine: $0.value.nine, of: nines, seven: $0.value.seven, of: sevens,
        deviations: deviations)
    }
    .sorted {
      ($1.logOdds, $0.mention.kind, $0.mention.name)
        < ($0.logOdds, $1.mention.kind, $1.mention.name)
    }
  }

  /// What enthusiastic reviews mention, the most frequent first: a list without a comparison.
  public var list: [(mention: Mention, count: Int)] {
    enthusiasticCounts.filter { $0.value >= GradeStep.leastMentions }
      .map { (mention: $0.key, count: $0.value) }
      .sorted {
        ($1.count, $0.mention.kind, $0.mention.name) < ($0.count, $1.mention.kind, $1.mention.name)
      }
  }
}

extension FigureRow {
  /// Every mention once.
  fileprivate var mentions: [Mention] {
    var mentions: [Mention] = []
    mentions.reserveCapacity(drivers.count + flags.count + forms.count)
    // There are few of these; words are given once each.
    for driver in drivers where !mentions.contains(.driver(driver)) {
      mentions.append(.driver(driver))
    }
    for flag in flags where !mentions.contains(.flag(flag)) { mentions.append(.flag(flag)) }
    for form in forms { mentions.append(.word(form)) }
    return mentions
  }
}
