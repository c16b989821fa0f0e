/// What is asked of one review, in this order.
enum LabelQuestion {
  case label, story, memorability, moment, drivers, sure

  /// The question after this one; nil after the last.
  func next(_ answer: LabelAnswer) -> LabelQuestion? {
    switch self {
    case .label: .story
    case .story: answer.story ? .memorability : .drivers
    case .memorability: answer.story ? .moment : .drivers
    case .moment: .drivers
    case .drivers: .sure
    case .sure: nil
    }
  }
}
