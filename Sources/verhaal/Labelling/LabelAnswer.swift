import Lexicon
import StoryAnalysis

/// What a person says of one review.
struct LabelAnswer {
  var label = Label.neutralSatisfied
  var story = false
  /// 0 without a story.
  var memorability = 0
  /// Copied from the text; empty without a story.
  var moment = ""
  var drivers: [Driver] = []
  var isSure = true

  /// The drivers that labels use.
  static let drivers: [Driver] = [
    .person, .speed, .solution, .gesture, .rules, .promise, .information, .product, .price, .ease,
    .place,
  ]

  /// Takes the answer to a question.
  ///
  /// - Returns: whether it is one.
  mutating func take(_ answer: String, to question: LabelQuestion, about text: LabelText) -> Bool {
    switch question {
    case .label:
      guard let label = LabelAnswer.label(answer) else { return false }
      self.label = label
    case .story:
      guard ["0", "1"].contains(answer) else { return false }
      story = answer == "1"
      if !story { forgetStory() }
    case .memorability:
      guard let grade = Int(answer), (0...3).contains(grade) else { return false }
      memorability = grade
      // Nothing to retell is no story.
      story = grade > 0
      if !story { forgetStory() }
    case .moment:
      guard let moment = text.moment(answer) else { return false }
      self.moment = moment
    case .drivers:
      guard let drivers = LabelAnswer.drivers(answer) else { return false }
      self.drivers = drivers
    case .sure:
      guard ["", "y", "n"].contains(answer) else { return false }
      isSure = answer != "n"
    }
    return true
  }

  private mutating func forgetStory() {
    memorability = 0
    moment = ""
  }

  private static func label(_ key: String) -> Label? {
    switch key {
    case "n": .neutralSatisfied
    case "e": .enthusiastic
    case "d": .dissatisfied
    default: nil
    }
  }

  /// Drivers by number or name, with spaces or commas between; nil where one is none.
  private static func drivers(_ answer: String) -> [Driver]? {
    var found: [Driver] = []
    for word in answer.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let place = Int(word).map { $0 - 1 } ?? drivers.firstIndex { $0.name == word } ?? -1
      guard drivers.indices.contains(place) else { return nil }
      if !found.contains(drivers[place]) { found.append(drivers[place]) }
    }
    return found
  }
}
