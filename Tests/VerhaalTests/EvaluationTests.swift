import Foundation
import StoryAnalysis
import StoryFigures
import Testing

@testable import verhaal

@Suite struct EvaluationTests {
  /// Lines of a gold file, for texts of which the verdict is certain.
  static func line(
    _ id: String, _ text: String, _ label: String, _ story: Int, domain: String? = nil
  ) throws -> String {
    var object: [String: Any] = [
      "id": id, "text": text, "label": label, "story": story, "memorability": story,
      "moment": story == 1 ? text : "",
    ]
    if let domain { object["domain"] = domain }
    let data = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  static let bad = "Na drie weken nog steeds niks gehoord van deze winkel."
  static let good = "Gewoon goed, niks bijzonders te melden verder."
  static let long =
    "Gewoon goed, niks bijzonders te melden verder. "
    + "De kamer was netjes, het ontbijt was prima en de prijs was ook gewoon goed."

  /// In two domains, one of which is the file's name, and two length bands.
  static func gold(in folder: TemporaryFolder) throws -> String {
    try folder.write(
      "winkel.gold.jsonl",
      line("1", bad, "dissatisfied", 1) + line("2", good, "neutral-satisfied", 0)
        + line("3", good, "enthusiastic", 0, domain: "hotel")
        + line("4", bad, "dissatisfied", 0, domain: "hotel")
        + line("5", long, "neutral-satisfied", 0, domain: "hotel"))
  }

  @Test func figuresAreGivenByDomainAndLength() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(["evaluate", "--json", Self.gold(in: folder)])
    let object = try run.objects()[0]
    let domains = try #require(object["domains"] as? [String: [String: Any]])
    #expect(Set(domains.keys) == ["winkel", "hotel"])
    #expect(domains["winkel"]?["n"] as? Int == 2)
    #expect(domains["winkel"]?["macroF1"] as? Double == 1)
    #expect(domains["winkel"]?["storyF1"] as? Double == 1)
    // Neutral: precision 1/2, recall 1; enthusiastic none; dissatisfied both 1.
    #expect(domains["hotel"]?["macroF1"] as? Double == 0.5556)
    #expect(domains["hotel"]?["storyF1"] as? Double == 0)
    let lengths = try #require(object["lengths"] as? [String: [String: Any]])
    #expect(Set(lengths.keys) == ["0-15", "16-40", "41-100", "101+"])
    #expect(lengths["0-15"]?["n"] as? Int == 4)
    #expect(lengths["16-40"]?["n"] as? Int == 1)
    #expect(lengths["16-40"]?["macroF1"] as? Double == 1)
    #expect(lengths["16-40"]?["storyF1"] is NSNull)
    #expect(lengths["101+"]?["macroF1"] is NSNull)
    #expect(object["precision10"] as? Double == 0.2)
    #expect(object["precision20"] as? Double == 0.2)
    #expect(object["errors"] == nil)
    let text = try CommandRun(["evaluate", Self.gold(in: folder)]).text
    #expect(text.contains("\nwinkel                     2    1.0000    1.0000\n"), "\(text)")
    #expect(text.contains("\n16-40                      1    1.0000         -\n"), "\(text)")
  }

  @Test(arguments: [0, 15, 16, 40, 41, 100, 101])
  func bandsBeginWhereTheOthersEnd(words: Int) {
    let band = LengthBand(words: words).rawValue
    let ends = band.split { $0 == "-" || $0 == "+" }.compactMap { Int($0) }
    #expect(ends.contains(words), "\(words) is in \(band)")
  }

  @Test func precisionIsOfTheFirst() {
    let ranking = Ranking(gains: [1, 0, 1, 0], scores: [1, 4, 3, 2])
    #expect(ranking.precision(at: 2) == 0.5)
    #expect(ranking.precision(at: 3) == 1.0 / 3)
    #expect(ranking.precision(at: 10) == 0.5)
    #expect(Ranking(gains: [1, 0], scores: [2, 2]).precision(at: 1) == 1)
    #expect(Ranking(gains: [], scores: []).precision(at: 10) == 0)
  }

  @Test(arguments: [
    ("precision10=0.2", 0), ("precision20=0.21", 3), ("domains.winkel.macroF1=1", 0),
    ("domains.hotel.macroF1=0.6", 3), ("lengths.16-40.macroF1=1", 0),
    ("lengths.16-40.storyF1=0.1", 3), ("domains.bakker.macroF1=0.1", 2),
    ("domains.hotel.n=1", 2), ("lengths.16-40.storyF1=2", 2),
  ])
  func aMinimumMayBeForAGroup(minimum: String, status: Int32) throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(["evaluate", Self.gold(in: folder), "--minimum", minimum])
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.isEmpty == (status == 0))
    if status == 2 { #expect(run.text.isEmpty) }
  }

  @Test func mistakesAreShownWithWhatSpokeForThem() throws {
    let folder = try TemporaryFolder()
    let file = try Self.gold(in: folder)
    let text = try CommandRun(["evaluate", file, "--errors"]).text
    let part = try #require(text.split(separator: "\n2 reviews judged wrongly\n").last)
    let four = try #require(part.range(of: "4 · hotel"))
    let three = try #require(part.range(of: "3 · hotel"))
    #expect(!part.contains("1 · winkel"))
    #expect(part.contains("gold enthusiastic, no story; verdict neutral-satisfied"))
    #expect(part.contains("why neutral-satisfied rather than enthusiastic"))
    let stories = part[(four.lowerBound < three.lowerBound ? four : three).lowerBound...]
    #expect(stories.contains("why a story\n"))
    #expect(part.matches(of: /\n {5}\+[0-9.]+ {2}/).count <= 6)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let errors = try #require(
      CommandRun(["evaluate", "--errors", "1", "--json", file]).objects()[0]["errors"]
        as? [[String: Any]])
    #expect(errors.count == 1)
    #expect((errors[0]["gold"] as? [String: Any])?["label"] != nil)
    #expect((errors[0]["reasons"] as? [Any])?.isEmpty == false)
    #expect(try CommandRun(["evaluate", "--errors=1", file]).text.contains("1 of 2 reviews"))
    #expect(try CommandRun(["evaluate", "--errors", "0", file]).status == 2)
  }

  @Test func theSurestMistakeComesFirst() throws {
    let analyzer = try PipelineTests.analyzer.get()
    let reviews = try GoldReview.reviews(
      in: Data(
        (Self.line("a", Self.good, "enthusiastic", 0) + Self.line("b", Self.good, "dissatisfied", 1)
          + Self.line("c", Self.good, "neutral-satisfied", 0)
          + Self.line("d", Self.bad, "neutral-satisfied", 0)).utf8), path: "x")
    let mistakes = Mistake.all(
      reviews, reviews.map { analyzer.analyze($0.text) }, by: reviews.map { _ in analyzer })
    #expect(Set(mistakes.map(\.review.id)) == ["a", "b", "d"])
    #expect(mistakes.map(\.sureness) == mistakes.map(\.sureness).sorted(by: >))
    for mistake in mistakes where mistake.isOfLabel {
      let missed = 10_000 - mistake.analysis.probabilities[mistake.review.label]
      #expect(mistake.sureness >= missed)
    }
  }

  @Test func kappaIsAgreementBeyondChance() throws {
    // The example of Cohen's paper as it is often told: 20, 5, 10 and 15 of 50 give 0.4.
    var matrix = ConfusionMatrix(classes: 2)
    for (wanted, given, count) in [(0, 0, 20), (0, 1, 5), (1, 0, 10), (1, 1, 15)] {
      for _ in 0..<count { matrix.add(wanted: wanted, given: given) }
    }
    #expect(matrix.accuracy == 0.7)
    #expect(abs(try #require(matrix.kappa) - 0.4) < 1e-12)
    var one = ConfusionMatrix(classes: 2)
    #expect(one.kappa == nil)
    one.add(wanted: 1, given: 1)
    #expect(one.kappa == nil)
    #expect(one.f1(of: 0) == nil)
    #expect(one.macroF1 == 1)
  }
}
