import Essentials
import Lexicon
import StoryAnalysis

/// A task of Label Studio's JSON export, with what people made of it.
struct LabelStudioTask: Decodable {
  struct Review: Decodable {
    let id: String
    let domain: String?
    let title: String?
    /// Title, a newline and body, or the body alone.
    let text: String
  }

  let data: Review
  let annotations: [Annotation]

  struct Annotation: Decodable {
    let labeller: Labeller?
    let wasCancelled: Bool?
    let result: [Answer]

    private enum CodingKeys: String, CodingKey {
      case result
      case labeller = "completed_by"
      case wasCancelled = "was_cancelled"
    }
  }

  /// Who labelled: by number, or by address.
  struct Labeller: Decodable {
    let name: String

    private enum CodingKeys: CodingKey { case email, id }

    init(from decoder: any Decoder) throws {
      if let number = try? decoder.singleValueContainer().decode(Int.self) {
        name = String(number)
        return
      }
      let values = try decoder.container(keyedBy: CodingKeys.self)
      if let email = try values.decodeIfPresent(String.self, forKey: .email) {
        name = email
      } else {
        name = String(try values.decode(Int.self, forKey: .id))
      }
    }
  }

  /// One thing that was marked or chosen.
  struct Answer: Decodable {
    struct Value: Decodable {
      let choices: [String]?
      let rating: Int?
      /// In UTF-16 units of the text, half open.
      let start: Int?
      let end: Int?
    }

    let field: String?
    let value: Value?

    private enum CodingKeys: String, CodingKey {
      case value
      case field = "from_name"
    }
  }

  /// The text without its title.
  var body: String {
    guard let title = data.title, !title.isEmpty, data.text.hasPrefix(title + "\n") else {
      return data.text
    }
    return String(data.text.dropFirst(title.count + 1))
  }

  /// What an annotation of it says.
  ///
  /// - Throws: `Problem` where it says too little.
  func answer(_ annotation: Annotation) throws(Problem) -> LabelAnswer {
    var answer = LabelAnswer()
    var label: Label?
    var story: Bool?
    var moment: Range<Int>?
    for item in annotation.result {
      let choice = item.value?.choices?.first
      switch item.field.flatMap(LabelStudioField.init(rawValue:)) {
      case .label: label = choice.flatMap(Label.init(rawValue:))
      case .story: story = choice.map { $0 == LabelStudioField.yes }
      case .memorability: answer.memorability = item.value?.rating ?? 0
      case .drivers:
        answer.drivers = LabelAnswer.drivers.filter {
          item.value?.choices?.contains($0.name) == true
        }
      case .sure: answer.isSure = choice != LabelStudioField.no
      case .moment:
        // Of more marks, from the first to the last: a moment is a run of sentences.
        guard let start = item.value?.start, let end = item.value?.end, start < end else {
          continue
        }
        moment = min(start, moment?.lowerBound ?? start)..<max(end, moment?.upperBound ?? end)
      case nil: continue
      }
    }
    guard let label else { throw Problem("no label was chosen") }
    guard let story else { throw Problem("whether it is a story was not chosen") }
    answer.label = label
    answer.story = story
    guard story else {
      answer.memorability = 0
      return answer
    }
    guard (1...3).contains(answer.memorability) else {
      throw Problem("a story needs a memorability of 1 to 3")
    }
    guard let moment else { throw Problem("a story needs its moment marked") }
    guard let words = data.text.utf16Part(moment) else {
      throw Problem("the marked moment lies outside the text")
    }
    answer.moment = words
    return answer
  }

  /// Why an annotation is no label.
  struct Problem: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }
}

extension String {
  /// A range of UTF-16 units without white space around it; nil where it is outside, blank or cuts a character.
  fileprivate func utf16Part(_ range: Range<Int>) -> String? {
    guard range.lowerBound >= 0, range.upperBound <= utf16.count else { return nil }
    let start = utf16.index(utf16.startIndex, offsetBy: range.lowerBound)
    let end = utf16.index(utf16.startIndex, offsetBy: range.upperBound)
    guard let part = String(utf16[start..<end]) else { return nil }
    let words = part.trimmed()
    return words.isEmpty ? nil : words
  }
}
