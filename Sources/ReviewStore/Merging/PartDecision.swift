/// What was decided about a review: permission, and when its case was closed.
struct PartDecision: Sendable, Equatable {
  /// nil where nothing is known.
  var permission: Permission?
  /// Whether a person has set the permission.
  var isByHand: Bool
  /// The day on which the case was closed.
  var done: String?

  /// Takes over what another part says of the same review, in whatever order parts come.
  ///
  /// A refusal without a day stands, as those of dumps are; else what was set by hand, then the later day, then the more
  /// careful status.
  mutating func join(_ other: PartDecision) {
    if rank < other.rank {
      permission = other.permission
      isByHand = other.isByHand
    }
    done = [done, other.done].compactMap { $0 }.max()
  }

  /// Equal only for the same permission.
  private var rank: Rank {
    guard let permission else {
      return Rank(isKnown: 0, stands: 0, isByHand: 0, date: "", status: 0)
    }
    let status =
      switch permission.status {
      case .internal: 0
      case .ask: 1
      case .asked: 2
      case .allowed: 3
      case .refused: 4
      }
    return Rank(
      isKnown: 1, stands: permission.status == .refused && permission.date == nil ? 1 : 0,
      isByHand: isByHand ? 1 : 0, date: permission.date ?? "", status: status)
  }

  private struct Rank: Comparable {
    let isKnown, stands, isByHand: Int
    let date: String
    let status: Int

    static func < (first: Rank, second: Rank) -> Bool {
      (first.isKnown, first.stands, first.isByHand, first.date, first.status)
        < (second.isKnown, second.stands, second.isByHand, second.date, second.status)
    }
  }
}
