import StoryAnalysis

extension Label {
  /// Its place in `Label.allCases`.
  var place: Int {
    switch self {
    case .neutralSatisfied: 0
    case .enthusiastic: 1
    case .dissatisfied: 2
    }
  }
}
