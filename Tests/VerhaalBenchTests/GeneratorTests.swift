import Foundation
import Lexicon
import StoryAnalysis
import Testing

@testable import verhaal_bench

@Suite struct GeneratorTests {
  static let pool = SentencePool([
    .init(
      ReviewKind(label: .neutralSatisfied, story: false),
      sentences: ["Prima brood.", "Zei \"goedemorgen\", en dat was het.", "Rijdt goed\\best."],
      titles: ["Lekker"]),
    .init(
      ReviewKind(label: .dissatisfied, story: true),
      sentences: ["Na een week brak het zadel af.", "De taart viel in de regen."]),
  ])

  static func reviews(_ count: Int, seed: UInt64 = 1) -> [GeneratedReview] {
    var generator = ReviewGenerator(pool, seed: seed)
    return (0..<count).map { _ in generator.next() }
  }

  @Test func theSameSeedGivesTheSameReviews() {
    #expect(Self.reviews(500) == Self.reviews(500))
    #expect(Self.reviews(500) != Self.reviews(500, seed: 2))
  }

  /// Of five sentences most texts would come more than once.
  @Test func noTwoTextsAreAlike() {
    let reviews = Self.reviews(30_000)
    #expect(Set(reviews.map(\.text)).count == reviews.count)
    #expect(Set(reviews.map(\.id)).count == reviews.count)
  }

  @Test func kindsHaveTheirShares() {
    #expect(ReviewKind.all.reduce(0) { $0 + $1.perMille } == 1_000)
    let stories = Self.reviews(10_000).filter {
      let text = String(decoding: $0.text, as: UTF8.self)
      return text.contains("zadel") || text.contains("regen")
    }
    // 151 of 491 and 151, less those that are a detail alone.
    #expect((1_900...2_400).contains(stories.count))
  }

  @Test func theCorpusHasEveryKind() throws {
    let pool = try SentencePool(corpus: Checkout.file("Corpus"))
    #expect(pool.groups.count == ReviewKind.all.count)
    #expect(throws: BenchError.self) { try SentencePool(corpus: "/nergens") }
  }

  /// Numbers near each other, and some that are far apart.
  @Test func noDetailEndsWithAnother() {
    let numbers = Array(0..<30_000) + stride(from: 30_000, to: Detail.limit, by: 3_331)
    let details = Set(numbers.map { Detail(number: $0).text })
    #expect(details.count == numbers.count)
    // Each begins at a capital behind nothing else that ends a sentence.
    #expect(details.allSatisfy { $0.dropLast().contains(".") == false && $0.hasSuffix(".") })
  }

  @Test func lengthsAreThoseOfReviews() {
    var generator = SplitMix64(seed: 3)
    let lengths = (0..<20_000).map { _ in LengthMixture.length(&generator) }.sorted()
    #expect(lengths.first == 1)
    #expect((18...22).contains(lengths[10_000]))
    #expect((70...78).contains(lengths[18_000]))
    #expect(lengths[19_999] > 480 && lengths[19_999] <= 705)
  }

  @Test(arguments: [
    ("Fijn. Goed", ["Fijn.", "Goed"]),
    ("Kost 3.50 euro. ja hoor! Echt?! Ja", ["Kost 3.50 euro. ja hoor!", "Echt?!", "Ja"]),
    ("Een\nTwee  drie \n", ["Een", "Twee  drie"]),
    ("Bij A.Jansen", ["Bij A.Jansen"]),
    ("", []),
  ])
  func sentencesAreCut(text: String, sentences: [String]) {
    #expect(SentencePool.sentences(of: text).map(String.init) == sentences)
  }

  @Test func aReviewIsWrittenInBothFormats() {
    let review = GeneratedReview(
      number: 7, date: "2024-02-03", rating: 4, product: "fiets-1", title: Array("Zo, zo".utf8),
      text: Array("Zei \"ja\"\nen\\of".utf8))
    var (line, row) = ([UInt8](), [UInt8]())
    review.append(asJSONLineTo: &line)
    review.append(asCSVRowTo: &row)
    #expect(
      String(decoding: line, as: UTF8.self)
        == #"{"id":"r7","date":"2024-02-03","rating":4,"product":"fiets-1","title":"Zo, zo","#
        + #""text":"Zei \"ja\"\nen\\of"}"# + "\n")
    #expect(
      String(decoding: row, as: UTF8.self)
        == "r7,2024-02-03,4,fiets-1,\"Zo, zo\",\"Zei \"\"ja\"\"\nen\\of\"\n")
  }

  @Test func aDumpHasTheSizeThatWasAsked() throws {
    let folder = try BenchFolder()
    let input = try BenchInput(
      Self.pool, seed: 1, bytes: 300_000, in: folder.path, allFormats: true)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: input.path))
    #expect(bytes.count == input.bytes)
    #expect((300_000..<310_000).contains(input.bytes))
    #expect(bytes.count { $0 == UInt8(ascii: "\n") } == input.reviewCount)
    let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    #expect(words.count == input.wordCount)
    var count = 0
    input.forEachReview { review in
      #expect(review.number == count)
      count += 1
    }
    #expect(count == input.reviewCount)
  }
}
