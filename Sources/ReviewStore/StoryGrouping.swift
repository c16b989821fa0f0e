/// By what stories are put together, where only the best of each is wanted.
public enum StoryGrouping: Sendable, Equatable {
  /// The first driver of the moment.
  case driver
  case source
  /// `yyyy-mm`.
  case month
  /// The value of a field, whatever the case of its name.
  case field(String)
}
