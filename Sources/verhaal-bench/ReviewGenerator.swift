import Lexicon

/// Makes reviews from the sentences of a pool, no two of them alike.
///
/// The same pool and seed give the same reviews. A review holds sentences from reviews of one kind, as many as come near
/// a length drawn from `LengthMixture`, and a detail that no other one ends with.
struct ReviewGenerator: Sendable {
  private let pool: SentencePool
  private var generator: SplitMix64
  private var count = 0

  /// Of ten reviews so many have a title; of a hundred sentences so many begin a line.
  private static let titledOfTen = 6
  private static let linesOfHundred = 8
  /// Sentences that are drawn to choose one from.
  private static let choice = 4
  /// Words that a detail takes, as a rule.
  private static let detailWords = 3

  init(_ pool: SentencePool, seed: UInt64) {
    self.pool = pool
    generator = SplitMix64(seed: seed)
  }

  /// The next one; the hundred millionth is the last.
  mutating func next() -> GeneratedReview {
    let number = count
    count += 1
    let group = group()
    var rest = LengthMixture.length(&generator) - Self.detailWords
    var text: [UInt8] = []
    // Of the shortest the detail is all.
    while rest > 0 {
      let sentence = sentence(of: group, near: rest)
      if !text.isEmpty {
        text.append(UInt8(ascii: below(100) < Self.linesOfHundred ? "\n" : " "))
      }
      text += sentence.bytes
      rest -= sentence.words
    }
    let detail = Detail(number: number).text
    if !text.isEmpty { text.append(UInt8(ascii: " ")) }
    text += detail.utf8
    var title: [UInt8] = []
    if below(10) < Self.titledOfTen, !group.titles.isEmpty {
      title = group.titles[below(group.titles.count)].bytes
    }
    return GeneratedReview(
      number: number, date: date(), rating: 1 + below(5), product: "artikel-\(below(2_000))",
      title: title, text: text)
  }

  private mutating func group() -> SentencePool.Group {
    var place = below(pool.groups.reduce(0) { $0 + $1.kind.perMille })
    for group in pool.groups {
      if place < group.kind.perMille { return group }
      place -= group.kind.perMille
    }
    preconditionFailure("a place is below the sum of all shares")
  }

  /// The first of a few that has at most so many words, else the shortest of them.
  private mutating func sentence(
    of group: SentencePool.Group, near words: Int
  ) -> SentencePool.Sentence {
    var best = group.sentences[below(group.sentences.count)]
    for _ in 1..<Self.choice where best.words > words {
      let other = group.sentences[below(group.sentences.count)]
      if other.words < best.words { best = other }
    }
    return best
  }

  private mutating func date() -> String {
    let (year, month, day) = (2022 + below(4), 1 + below(12), 1 + below(28))
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
}
