import StoryFigures

/// What `stats` counts: the whole, its groups, and the step from 7 to 9 in every source.
///
/// Memory goes by the number of groups, of which there may be `mostGroups`, and not by that of reviews.
struct FigureTally {
  private(set) var whole = ReviewCounts()
  private(set) var groups: [String: ReviewCounts] = [:]
  private(set) var steps: [String: GradeStep] = [:]
  /// Counted reviews that are in no group.
  private(set) var ungrouped = 0

  /// A column with more values tells reviews apart and puts none together.
  static let mostGroups = 100_000

  /// - Throws: `FigureError` where there are too many groups.
  mutating func add(_ row: FigureRow) throws(FigureError) {
    whole.add(row)
    steps[row.source, default: GradeStep()].add(row)
    if row.groups.isEmpty && row.counts { ungrouped += 1 }
    for group in row.groups { groups[group, default: ReviewCounts()].add(row) }
    if groups.count > FigureTally.mostGroups { throw .tooManyGroups }
  }
}
