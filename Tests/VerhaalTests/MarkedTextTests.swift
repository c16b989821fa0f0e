import StoryAnalysis
import Testing

@testable import verhaal

/// How a moment stands out in the text around it.
@Suite struct MarkedTextTests {
  private func lines(_ text: String, moment quoted: String, width: Int = 80) throws -> [String] {
    let range = try #require(text.range(of: quoted))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let end = start + quoted.utf8.count
    let moment = Moment(
      start: start, end: end, startUTF16: start, endUTF16: end, text: quoted, valence: 0,
      memorability: 0, drivers: [])
    return MarkedText(Array(text.utf8), moment: moment, reasons: [])
      .lines(Style("never", descriptor: 1), width: width)
  }

  @Test func theBracketsStandWhereTheMomentBeginsAndEnds() throws {
    #expect(
      try lines("Mooi.  De naald sprong over. Jammer.", moment: "De naald sprong over.")
        == ["Mooi. »De naald sprong over.« Jammer."])
  }

  @Test func alsoWhereNoSpaceFollowsTheFullStop() throws {
    #expect(
      try lines("Mooi.De naald sprong over.Jammer.", moment: "De naald sprong over.")
        == ["Mooi.»De naald sprong over.«Jammer."])
  }

  @Test func aLineMayEndThere() throws {
    #expect(
      try lines("Mooi. De naald sprong over.Jammer.", moment: "De naald sprong over.", width: 23)
        == ["Mooi. »De naald sprong", "over.«Jammer."])
    #expect(
      try lines("De naald sprong over.Jammer.", moment: "De naald sprong over.", width: 23)
        == ["»De naald sprong over.«", "Jammer."])
  }
}
