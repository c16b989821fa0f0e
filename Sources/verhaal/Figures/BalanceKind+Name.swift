import StoryFigures

extension BalanceKind {
  /// Its name as a key of JSON.
  var key: String {
    switch self {
    case .verdict: "verdictBalance"
    case .story: "storyBalance"
    }
  }

  /// Its name for people.
  var title: String {
    switch self {
    case .verdict: "verdict balance"
    case .story: "story balance"
    }
  }
}
