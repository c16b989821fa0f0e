import StoryFigures

/// The groups of `stats --by` in the order in which they are shown.
///
/// A rank is given only where it means something: to values of a column, within one source, from a hundred reviews on, with
/// reviews of all lengths, by the verdict balance at equal lengths.
struct FigureGroups {
  struct Group {
    let name: String
    let counts: ReviewCounts
    /// From 1; nil where it is not ranked.
    let rank: Int?
  }

  /// The fewest reviews that are ranked.
  static let leastRanked = 100

  let grouping: FigureGrouping
  let standard: LengthStandard
  let groups: [Group]
  /// Counted reviews in no group.
  let ungrouped: Int
  /// Whether ranks would compare sources.
  let isAcrossSources: Bool

  init(_ tally: FigureTally, by grouping: FigureGrouping) {
    self.grouping = grouping
    let standard = LengthStandard(tally.whole)
    self.standard = standard
    ungrouped = tally.ungrouped
    isAcrossSources = tally.steps.count > 1
    let named = tally.groups.sorted { $0.key < $1.key }
    guard case .field = grouping else {
      let ordered =
        grouping == .driver
        ? named.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) } : named
      groups = ordered.map { Group(name: $0.key, counts: $0.value, rank: nil) }
      return
    }
    let isAcross = isAcrossSources
    func isRanked(_ counts: ReviewCounts) -> Bool {
      !isAcross && counts.count >= FigureGroups.leastRanked && standard.covers(counts)
    }
    let ranked = named.filter { isRanked($0.value) }
      .map { (group: $0, value: standard.balance(.verdict, of: $0.value).value ?? 0) }
      .sorted { ($1.value, $0.group.key) < ($0.value, $1.group.key) }
      .map(\.group)
    let others = named.filter { !isRanked($0.value) }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    groups =
      ranked.enumerated().map {
        Group(name: $1.key, counts: $1.value, rank: ranked.count > 1 ? $0 + 1 : nil)
      } + others.map { Group(name: $0.key, counts: $0.value, rank: nil) }
  }

  var hasRanks: Bool { groups.contains { $0.rank != nil } }
}
