/// What became of the reviews of a merge.
public struct MergeCount: Sendable, Equatable {
  /// Reviews in the store.
  public var reviews = 0
  /// Reviews of the parts that are in it as one with another.
  public var joined = 0
  /// Reviews with another number behind their id than their part gave.
  public var renumbered = 0

  public init() {}
}
