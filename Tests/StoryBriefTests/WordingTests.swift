import Foundation
import Lexicon
import Testing

@testable import StoryBrief

@Suite struct WordingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let language: BriefLanguage
    let example: Wording.Example
    var testDescription: String { "\(language.rawValue) \(example.key) \(example.form)" }
  }

  static func rows() throws -> [Row] {
    try BriefLanguage.allCases.flatMap { language in
      try Wording(language).examples.map { Row(language: language, example: $0) }
    }
  }

  @Test(arguments: try rows())
  func anExampleIsWhatTheRowGives(row: Row) throws {
    let values = try #require(row.example.values, "a row with places needs an example")
    let given = SentenceTemplate(row.example.text).places
    #expect(Set(given).isSubset(of: values.keys))
    var spans: [BriefSpan] = []
    // Flemish rows stand behind the Dutch ones of the same key, which they replace.
    let wording = try Wording(row.language)
    spans = wording(row.example.key, values)
    if wording.examples.last(where: { $0.key == row.example.key && $0.form == row.example.form })?
      .text == row.example.text
    {
      #expect(spans.text == row.example.expected)
    }
  }

  @Test func everyLanguageHasTheSameKeys() throws {
    let dutch = try Wording(.dutch).keys
    #expect(try Wording(.english).keys == dutch)
    #expect(try Wording(.flemish).keys == dutch)
    for driver in Driver.allCases {
      for key in [
        "driver.good", "driver.bad", "about.good", "about.bad", "tomorrow", "look", "question",
      ] {
        #expect(dutch.contains("\(key).\(driver.name)"))
      }
    }
  }

  /// The keys that the program names itself.
  @Test func everyKeyOfTheProgramHasAText() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/StoryBrief/Brief")
    let keys = try Wording(.dutch).keys
    var found = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(
        of: #/(?:say|say\.text|strong|question|text)\(\s*"([a-z.-]+[a-z])"/#)
      {
        found += 1
        #expect(keys.contains(String(match.1)), "\(file): \(match.1)")
      }
    }
    #expect(found > 60)
  }

  @Test(arguments: BriefLanguage.allCases)
  func noSentenceComplains(language: BriefLanguage) throws {
    let wording = try Wording(language)
    let words = ["helaas", "pijnpunt", "unfortunately", "pain point", "jammer genoeg"]
    for key in wording.keys {
      let text = wording.text(key).lowercased()
      #expect(!words.contains { text.contains($0) }, "\(key)")
    }
  }

  /// Figures are the numbers that are filled in.
  @Test(arguments: BriefLanguage.allCases)
  func aSentenceHasTwoFiguresAtMost(language: BriefLanguage) throws {
    for example in try Wording(language).examples {
      for sentence in example.text.split(separator: #/[.?!] /#) {
        let figures = SentenceTemplate(String(sentence)).places.count { place in
          if example.key.hasPrefix("date.") { return false }
          return switch example.values?[place] {
          case .count, .tenths: true
          default: false
          }
        }
        #expect(figures <= 2, "\(example.key): \(sentence)")
      }
    }
  }

  static let numbers: [(Int, String, String)] = [
    (0, "0", "0"), (1, "1", "één"), (12, "12", "twaalf"), (13, "13", "13"), (-3, "−3", "−3"),
    (999, "999", "999"), (1_000, "1.000", "1.000"), (2_418, "2.418", "2.418"),
    (-1_234_567, "−1.234.567", "−1.234.567"),
  ]

  @Test(arguments: numbers)
  func numbersAreDutch(number: Int, grouped: String, spelled: String) throws {
    let wording = try Wording(.dutch)
    #expect(wording.grouped(number) == grouped)
    #expect(wording.spelled(number) == spelled)
  }

  static let decimals: [(Double, String)] = [
    (7.6, "7,6"), (10, "10,0"), (0.04, "0,0"), (1234.5, "1.234,5"),
  ]

  @Test(arguments: decimals)
  func decimalsAreDutch(number: Double, shown: String) throws {
    #expect(try Wording(.dutch).decimal(number) == shown)
  }

  static let lists: [([String], String)] = [
    ([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c"),
  ]

  @Test(arguments: lists)
  func listsEndWithAnd(parts: [String], list: String) throws {
    #expect(try Wording(.dutch).list(parts.map { [BriefSpan($0)] }).text == list)
  }
}
