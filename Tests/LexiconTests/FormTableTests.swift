import Testing

@testable import Lexicon

@Suite struct FormTableTests {
  /// Many forms over few letters, so that probes collide; long ones differ before, in and behind their first eight
  /// bytes.
  @Test(arguments: [1...6, 7...20])
  func lookUpAgreesWithADictionary(lengths: ClosedRange<Int>) {
    var generator = RepeatableGenerator(state: 7)
    var reference: [[UInt8]: Int] = [:]
    var spellings = SpellingTable()
    var words: [WordForm] = []
    for _ in 0..<5_000 {
      let length = Int.random(in: lengths, using: &generator)
      let form = (0..<length).map { _ in UInt8.random(in: 97...98, using: &generator) }
      guard reference[form] == nil else { continue }
      reference[form] = words.count + 1
      #expect(Int(spellings.insert(form.span, 0..<length)) == words.count + 1)
      words.append(WordForm(classes: ClassSet(bit: words.count % 128)))
    }
    let table = FormTable(
      spellings, (0...words.count).map { .init(classes: UInt16($0), norms: 0) },
      classSets: [.unknown] + words.map(\.classes), norms: [Norms()])
    #expect(table.count == words.count + 1)
    for (number, word) in words.enumerated() {
      #expect(table[Int32(number + 1)] == word)
    }
    for _ in 0..<20_000 {
      let length = Int.random(in: lengths, using: &generator)
      let form = (0..<length).map { _ in UInt8.random(in: 97...98, using: &generator) }
      let expected = reference[form] ?? 0
      #expect(Int(table.form(form)) == expected)
      // In capitals, at the end of a text and inside it.
      let text = Array("de ".utf8) + form.map { $0 & 0xDF } + Array(" en zo verder".utf8)
      #expect(Int(table.form(letters: text.span, 3..<(3 + length))) == expected)
      let slot = table.prefetchSlot(letters: text.span, 3..<(3 + length))
      let near = table.nearForm(
        letters: text.span, at: 3, count: length, entry: table.firstEntry(inSlot: slot))
      if near >= 0 {
        #expect(Int(near) == expected)
      }
      let short = Array(text[..<(3 + length)])
      #expect(Int(table.form(letters: short.span, 3..<short.count)) == expected)
    }
  }

  @Test func eightBytesAreThoseOfTheTextAndZeroBehindIt() {
    for count in 0..<20 {
      let text = (0..<count).map { UInt8(200 + $0) }
      for index in 0...count {
        let expected = (0..<8).reduce(UInt64(0)) { word, offset in
          let at = index + offset
          return word | (at < count ? UInt64(text[at]) << UInt64(8 * offset) : 0)
        }
        let word = text.span.eightBytes(at: index)
        let whole = text.span.wholeEightBytes(at: index)
        #expect(word == expected)
        #expect(whole == (index + 8 <= count ? expected : nil))
      }
    }
  }

  @Test(arguments: [
    ("0", 0), ("1", 10_000), ("-0.25", -2_500), ("+0.5", 5_000), ("12.3456", 123_456),
    ("1.23456", nil), ("", nil), (".", nil), ("1,5", nil), ("x", nil), ("-", nil),
    ("99999999", nil),
  ])
  func aNumberIsReadInTenThousandths(text: String, expected: Int?) {
    // Between others, as a cell stands in its row.
    let row = Array("1\t\(text)\t2".utf8)
    let number = row.span.fixed(2..<row.count - 2)
    #expect(number.map(Int.init) == expected)
  }

  @Test(arguments: [
    (10_000, 10_000, 10_000), (3, 5_000, 2), (-3, 5_000, -2), (3_333, 3, 1), (0, -7, 0),
    (20_000, -15_000, -30_000),
  ])
  func aProductIsRoundedHalfAwayFromZero(first: Int, second: Int, expected: Int) {
    #expect(Int(Fixed(first).times(Fixed(second))) == expected)
  }
}

/// The same numbers in every run.
struct RepeatableGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
