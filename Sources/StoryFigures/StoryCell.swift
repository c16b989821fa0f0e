import StoryAnalysis

/// One of the six cells of label by story, from the best to the worst.
public enum StoryCell: String, CaseIterable, Sendable {
  case enthusiasticStory = "tells something good"
  case enthusiasticPlain = "enthusiastic, no story"
  case neutralPlain = "satisfied, nothing to tell"
  case neutralStory = "satisfied with a small incident"
  case dissatisfiedPlain = "complains, no story"
  case dissatisfiedStory = "tells a setback"

  public init(_ label: Label, story: Bool) {
    switch label {
    case .enthusiastic: self = story ? .enthusiasticStory : .enthusiasticPlain
    case .neutralSatisfied: self = story ? .neutralStory : .neutralPlain
    case .dissatisfied: self = story ? .dissatisfiedStory : .dissatisfiedPlain
    }
  }

  public var label: Label {
    switch self {
    case .enthusiasticStory, .enthusiasticPlain: .enthusiastic
    case .neutralPlain, .neutralStory: .neutralSatisfied
    case .dissatisfiedPlain, .dissatisfiedStory: .dissatisfied
    }
  }

  public var isStory: Bool {
    switch self {
    case .enthusiasticStory, .neutralStory, .dissatisfiedStory: true
    case .enthusiasticPlain, .neutralPlain, .dissatisfiedPlain: false
    }
  }

  /// Its name as a key of JSON.
  public var key: String {
    switch self {
    case .enthusiasticStory: "enthusiasticStory"
    case .enthusiasticPlain: "enthusiasticPlain"
    case .neutralPlain: "neutralPlain"
    case .neutralStory: "neutralStory"
    case .dissatisfiedPlain: "dissatisfiedPlain"
    case .dissatisfiedStory: "dissatisfiedStory"
    }
  }
}
