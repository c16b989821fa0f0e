import ReviewIO

/// Which fields of a dump are stored: those that are about no person, and those that were asked for.
struct FieldChoice: Sendable {
  /// The names that were asked for, without regard to case.
  private let kept: Set<String>

  init(kept: [String]) { self.kept = Set(kept.map { $0.lowercased() }) }

  /// Whether a column stays out of a store.
  func leavesOut(_ column: DumpColumn) -> Bool { column.isPersonal && !isKept(column.name) }

  /// Whether a field that the sample did not show stays out.
  func leavesOut(_ name: String) -> Bool { PersonalColumn.isNamed(name) && !isKept(name) }

  func isKept(_ name: String) -> Bool { kept.contains(name.lowercased()) }

  /// The names that none of the dumps has.
  func unused(_ layouts: [DumpLayout]) -> [String] {
    let names = Set(layouts.flatMap { $0.columns.map { $0.name.lowercased() } })
    return kept.subtracting(names).sorted()
  }
}
