import StoryAnalysis
import Testing

@testable import StoryBrief

@Suite struct StoryExcerptTests {
  static func excerpt(_ text: String, _ moment: String, titleLength: Int = 0) throws -> (
    StoryExcerpt, String
  ) {
    let bytes = Array(text.utf8)
    let place = try #require(text.range(of: moment))
    let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
    let excerpt = try #require(
      StoryExcerpt(
        bytes, titleLength: titleLength, moment: start..<start + moment.utf8.count,
        mostWords: 60, analyzer: InventedStore.analyzer))
    return (excerpt, String(decoding: bytes[excerpt.range], as: UTF8.self))
  }

  @Test func sentencesAroundTheMomentAreShown() throws {
    let (excerpt, text) = try Self.excerpt(
      "Eén. Twee hier. Drie staat daar. Toen gebeurde het. Vijf volgt. Zes ook. Zeven niet.",
      "Toen gebeurde het.")
    #expect(text == "Twee hier. Drie staat daar. Toen gebeurde het. Vijf volgt. Zes ook.")
    #expect(excerpt.hasMoreBefore && excerpt.hasMoreAfter)
  }

  @Test func aWholeReviewHasNoOmission() throws {
    let (excerpt, text) = try Self.excerpt("Toen gebeurde het. En klaar.", "Toen gebeurde het.")
    #expect(text == "Toen gebeurde het. En klaar.")
    #expect(!excerpt.hasMoreBefore && !excerpt.hasMoreAfter)
  }

  @Test func theTitleIsLeftOutUnlessItIsTheMoment() throws {
    let title = "Wat een dag"
    let (_, body) = try Self.excerpt(
      title + "\nToen gebeurde het.", "Toen gebeurde het.", titleLength: title.utf8.count)
    #expect(body == "Toen gebeurde het.")
    let (_, whole) = try Self.excerpt(
      title + "\nToen gebeurde het.", title, titleLength: title.utf8.count)
    #expect(whole.hasPrefix(title))
  }

  @Test(arguments: [70, 200, 5_000])
  func aQuoteHasAnEnd(count: Int) throws {
    let words = (0..<count).map { "woord\($0)" }.joined(separator: " ")
    let (excerpt, text) = try Self.excerpt(words + ". Kort.", "woord30 woord31")
    #expect(excerpt.wordCount <= 60 && text.split(separator: " ").count <= 60)
    #expect(text.contains("woord30 woord31") && excerpt.hasMoreBefore && excerpt.hasMoreAfter)
    let (long, _) = try Self.excerpt(words + ".", words)
    #expect(long.wordCount <= 60 && long.moment == long.range)
  }
}
