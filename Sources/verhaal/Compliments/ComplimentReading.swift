import Essentials
import Lexicon
import ReviewStore
import StoryAnalysis
import StoryBrief
import StoryFigures

/// Finds the compliments of a store and puts them together.
struct ComplimentReading {
  /// What compliments are put together by.
  enum Grouping {
    case none
    case field(String)
    case staff(StaffList)
  }

  private let grouping: Grouping
  private let mask: Mask
  private let praise: PraiseReader
  private let most: Int
  /// By their values as they were read: two that are masked alike are two.
  private var groups: [String: ComplimentGroup] = [:]
  private var seen = FirstOccurrences()
  /// Compliments that are left out because of what they speak of.
  private(set) var sensitiveCount = 0

  init(by grouping: Grouping, mask: Mask, praise: PraiseReader, most: Int) {
    self.grouping = grouping
    self.mask = mask
    self.praise = praise
    self.most = most
  }

  /// The groups with the most compliments first, then by name.
  var ranked: [ComplimentGroup] {
    groups.sorted { first, second in
      let (one, other) = (first.value, second.value)
      return (other.count, one.name ?? "", first.key) < (one.count, other.name ?? "", second.key)
    }.map(\.value)
  }

  /// Takes in a review of the store.
  mutating func add(_ review: StoredReview) {
    guard review.label == .enthusiastic, review.basis == .experience else { return }
    guard let letters = review.letters, seen.isFirst(letters, source: review.source) else { return }
    let sentences = praise.sentences(
      review.text, titleLength: review.titleLength, label: review.label, flags: review.flags)
    guard !sentences.isEmpty else { return }
    if review.flags.contains("sensitive") {
      sensitiveCount += 1
      return
    }
    switch grouping {
    case .none: add(review, sentences, best(review, sentences), to: "", named: nil)
    case .field(let name):
      guard let value = name == "source" ? review.source : review.value(of: name), !value.isEmpty
      else { return }
      let bytes = Array(value.utf8)
      add(
        review, sentences, best(review, sentences), to: value,
        named: mask.shown(bytes, 0..<bytes.count, praise: [0..<bytes.count]))
    case .staff(let list):
      var placed: [Int: SentenceReading] = [:]
      for sentence in sentences {
        for number in mask.staff(in: review.text, sentence.span)
        where sentence.balance > placed[number]?.balance ?? 0 {
          placed[number] = sentence
        }
      }
      for number in placed.keys.sorted() {
        guard let span = placed[number]?.span else { continue }
        let title = list.title(number)
        add(review, sentences, span, to: title, named: title)
      }
    }
  }

  /// What is shown of a review: the moment of a good story, else the sentence with the most praise.
  private func best(_ review: StoredReview, _ sentences: [SentenceReading]) -> Range<Int> {
    if let moment = review.moment, isGoodStory(review) { return moment }
    // The first of equal ones.
    return sentences.reduce(sentences[0]) { $1.balance > $0.balance ? $1 : $0 }.span
  }

  private func isGoodStory(_ review: StoredReview) -> Bool {
    review.story && review.momentValence.map { $0 > 0 } == true
  }

  private mutating func add(
    _ review: StoredReview, _ sentences: [SentenceReading], _ span: Range<Int>, to group: String,
    named name: String?
  ) {
    let drivers = Driver.allCases.filter { driver in
      sentences.contains { $0.span.overlaps(span) && $0.drivers.contains(driver) }
    }
    groups[group, default: ComplimentGroup(name: name)].add(
      Compliment(
        source: mask.shown(review.source), id: mask.shown(review.id), date: review.date,
        rating: review.rating, ratingScale: review.ratingScale, isStory: isGoodStory(review),
        memorability: review.memorability,
        quote: mask.shown(review.text, span, praise: sentences.map(\.span)), drivers: drivers,
        permission: review.permission),
      keeping: most)
  }
}

extension StoredReview {
  /// The value of a field, whatever the case of its name; nil where there is none.
  ///
  /// Of several that are alike the one with the very name counts, else the first in the order of their names.
  fileprivate func value(of name: String) -> String? {
    let fields = try? JSONDecoder().decode([String: String].self, from: Data(fields))
    guard let fields else { return nil }
    let alike = fields.keys.filter { FieldCondition.isAlike($0.utf8, name.utf8) }
    return fields[name] ?? alike.min().flatMap { fields[$0] }
  }
}
