import Lexicon

/// Which stories are shown, going down the ranking.
public struct StoryChoice {
  /// With `isDiverse`, at most so many stories of a driver: one can be chance, a third tells little new.
  public static let mostOfDriver = 2

  private let limit: Int
  private let isGrouped: Bool
  private let takesCopiesOnce: Bool
  private let isDiverse: Bool
  private var count = 0
  private var groups: Set<String> = []
  private var clusters: Set<Int> = []
  private var drivers: [Driver?: Int] = [:]

  public init(_ query: StoryQuery) {
    limit = query.limit
    isGrouped = query.grouping != nil
    takesCopiesOnce = query.takesCopiesOnce
    isDiverse = query.isDiverse
  }

  /// Whether no more are wanted.
  public var isFull: Bool { count >= limit }

  /// Whether the next story of the ranking is shown.
  ///
  /// - Parameters:
  ///   - group: nil where it has no value to be grouped by; it is then left out.
  ///   - driver: the first of the moment.
  ///   - cluster: of copies.
  public mutating func takes(group: String?, driver: Driver?, cluster: Int) -> Bool {
    guard !isFull else { return false }
    if isGrouped {
      guard let group, !group.isEmpty, !groups.contains(group) else { return false }
    }
    // Only the best of the copies stands for them.
    if takesCopiesOnce, !clusters.insert(cluster).inserted { return false }
    if isDiverse {
      guard drivers[driver, default: 0] < Self.mostOfDriver else { return false }
      drivers[driver, default: 0] += 1
    }
    if isGrouped, let group { groups.insert(group) }
    count += 1
    return true
  }
}
