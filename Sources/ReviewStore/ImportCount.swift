/// What became of the reviews of an import.
public struct ImportCount: Sendable, Equatable {
  /// Reviews that were not there.
  public var new = 0
  /// Reviews that came with another text, grade, date or field.
  public var changed = 0
  /// Reviews that were there as they are.
  public var unchanged = 0
  /// Reviews that were there as they are, with the verdict of another analyser, or whose analysis was asked for.
  public var analyzedAnew = 0

  public init() {}
}
