import Foundation
import StoryAnalysis
import Testing

@testable import verhaal

@Suite struct CrossValidationTests {
  static let files = ["hotel", "bank", "camping"].map {
    CommandRun.root.path + "/Corpus/\($0).jsonl"
  }

  static func set(
    _ files: [String], always: [String] = [], ownBases: [String] = []
  ) throws -> (TrainingSet, ModelFit) {
    let analyzer = try PipelineTests.analyzer.get()
    var space = FeatureSpace(analyzer.lexicon)
    space.ownBaseCount = ownBases.count
    var set = TrainingSet(space: space)
    let weights = try PathWeights(weights: [], constant: always, ownBases: ownBases, files: files)
    for file in files { try set.addGold(file, weights, analyzer) }
    space.use(set.vocabulary, least: 5)
    return (set, ModelFit(space: space, least: 4, leastWords: 5))
  }

  static func review(_ text: String, title: String? = nil) throws -> TrainingReview {
    let analyzer = try PipelineTests.analyzer.get()
    var object = ["id": "x", "text": text, "label": "dissatisfied", "moment": ""] as [String: Any]
    object["story"] = 0
    object["memorability"] = 0
    object["title"] = title
    let gold = try GoldReview(
      line: JSONSerialization.data(withJSONObject: object), path: "x.jsonl", number: 1)
    return TrainingReview(
      gold, weight: 1, isConstant: false, analyzer: analyzer, space: FeatureSpace(analyzer.lexicon))
  }

  @Test(arguments: [
    "prima café. niks op aan te merken", "PRIMA\ncafe\u{301}!! Niks op aan te merken 👍",
  ])
  func nearCopiesStayTogether(copy: String) throws {
    let first = try Self.review("Prima café, niks op aan te merken.")
    #expect(try Self.review(copy).text.letterHash == first.text.letterHash)
    for count in 2...20 {
      #expect(
        try Division.parts(count).part(of: Self.review(copy))
          == Division.parts(count).part(of: first))
    }
    #expect(
      try Self.review("Café, niks op aan te merken.", title: "Prima").text.letterHash
        == first.text.letterHash)
    #expect(try Self.review("Niks op aan te merken.").text.letterHash != first.text.letterHash)
  }

  /// A set with a base of its own teaches, but no figure is measured by its labels, and no file holds its base.
  @Test func aSetWithABaseOfItsOwnIsNoMeasure() async throws {
    let (set, fit) = try Self.set(Self.files, ownBases: [Self.files[1]])
    let rest = await LeftOut(set.reviews, fit, threads: 2)
    #expect(rest.parts.count == 2)
    #expect(rest.reviews.count == 32)
    #expect(rest.reviews.allSatisfy { $0.ownBase == nil })
    let (all, plain) = try Self.set(Self.files)
    #expect(fit.fit(set.reviews).story != plain.fit(all.reviews).story)
    #expect(fit.fit(set.reviews).story.count == plain.fit(all.reviews).story.count + 1)
    let verdicts = fit.fit(set.reviews).verdicts(set.reviews, in: fit.space)
    let analyzer = try Analyzer(
      PipelineTests.analyzer.get().lexicon, fit.fit(set.reviews), in: fit.space, threshold: 0)
    for (review, verdict) in zip(set.reviews, verdicts) {
      #expect(review.text.analysis(by: analyzer).label.place == verdict.label)
    }
  }

  @Test(arguments: [Division.domains, .parts(2), .parts(7)])
  func partsAreDisjointAndComplete(division: Division) async throws {
    let (set, fit) = try Self.set(Self.files, always: [Self.files[2]])
    let rest = await LeftOut(set.reviews, fit, by: division, withGraded: true, threads: 2)
    let places = rest.parts.flatMap(\.places)
    #expect(places.sorted() == set.reviews.indices.filter { !set.reviews[$0].isConstant })
    #expect(places.count == 32)
    #expect(rest.parts.count == LeftOut.names(set.reviews, by: division).count)
    for part in rest.parts {
      #expect(Set(part.places.map { division.part(of: set.reviews[$0]) }).count == 1)
    }
  }

  /// The labels of a domain are turned about: what is said of its reviews stays.
  @Test func whatIsLeftOutHasNoInfluence() async throws {
    let folder = try TemporaryFolder()
    let other = ["dissatisfied": "enthusiastic", "enthusiastic": "dissatisfied"]
    let text = try String(contentsOfFile: Self.files[0], encoding: .utf8)
    func turned(_ change: (inout [String: Any]) -> Void) throws -> String {
      let lines = try text.split(separator: "\n").map { line in
        var object =
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        change(&object)
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
      }
      return try folder.write("hotel.jsonl", lines.joined(separator: "\n"))
    }
    let (set, fit) = try Self.set(Self.files)
    let lexicon = try PipelineTests.analyzer.get().lexicon
    let expected = try await CrossValidation(set, by: .domains, fit, over: lexicon, threads: 2)
    let rest = await LeftOut(set.reviews, fit, threads: 1)

    let labels = try turned { $0["label"] = other[$0["label"] as? String ?? ""] ?? "dissatisfied" }
    let (changed, _) = try Self.set([labels] + Self.files.dropFirst())
    let found = try await CrossValidation(changed, by: .domains, fit, over: lexicon, threads: 1)
    let hotel = expected.gold.indices.filter { expected.gold[$0].domain == "hotel" }
    #expect(hotel.count == 16)
    for at in hotel {
      #expect(found.gold[at].label != expected.gold[at].label)
      #expect(found.analyses[at].probabilities == expected.analyses[at].probabilities)
      #expect(found.analyses[at].storyProbability == expected.analyses[at].storyProbability)
      #expect(found.analyses[at].moments.map(\.text) == expected.analyses[at].moments.map(\.text))
    }
    #expect(
      expected.gold.indices.contains {
        found.analyses[$0].probabilities != expected.analyses[$0].probabilities
      })

    // Whatever is said of it, the weights without it are the same.
    let all = try turned {
      $0["label"] = "dissatisfied"
      $0["story"] = 1
      $0["memorability"] = 3
      $0["moment"] = ""
    }
    let (last, _) = try Self.set([all] + Self.files.dropFirst())
    let other2 = await LeftOut(last.reviews, fit, threads: 2)
    let place = try #require(LeftOut.names(set.reviews).firstIndex(of: "hotel"))
    #expect(other2.parts[place].model.label == rest.parts[place].model.label)
    #expect(other2.parts[place].model.story == rest.parts[place].model.story)
    #expect(other2.parts[place].model.memorability == rest.parts[place].model.memorability)
    #expect(other2.parts[place].model.moment == rest.parts[place].model.moment)
    #expect(other2.parts[0].model.story != rest.parts[0].model.story)
  }

  /// The threshold for a part is that of the others, and verdicts are those of the fit that has not seen the review.
  @Test func figuresAreThoseOfFitsMadeByHand() async throws {
    let (set, fit) = try Self.set(Self.files)
    let lexicon = try PipelineTests.analyzer.get().lexicon
    let result = try await CrossValidation(set, by: .domains, fit, over: lexicon, threads: 2)
    let reviews = set.reviews
    func verdicts(_ domain: String) -> ([TrainingReview], [TrainedModel.Verdict]) {
      let out = reviews.filter { $0.domain == domain }
      return (out, fit.fit(reviews.filter { $0.domain != domain }).verdicts(out, in: fit.space))
    }
    let (bank, ofBank) = verdicts("bank")
    let (camping, ofCamping) = verdicts("camping")
    let (hotel, ofHotel) = verdicts("hotel")
    let threshold = FitScores.bestThreshold(bank + camping, ofBank + ofCamping)
    let found = zip(result.gold, result.analyses).filter { $0.0.domain == "hotel" }
    #expect(found.count == hotel.count)
    for ((_, analysis), verdict) in zip(found, ofHotel) {
      #expect(analysis.label.place == verdict.label)
      // As far as four decimals of every weight go.
      if abs(verdict.story - threshold) > 0.01 {
        #expect(analysis.story == (verdict.story >= threshold))
      }
    }
    var matrix = ConfusionMatrix(classes: 3)
    for (gold, analysis) in zip(result.gold, result.analyses) {
      matrix.add(wanted: gold.label.place, given: analysis.label.place)
    }
    #expect(result.leftOut.confusion.counts == matrix.counts)
    #expect(result.leftOut.count == 48)
    #expect(result.fittedOn.count == 48)
    #expect(result.signs == nil)
  }

  /// A grade of a review that is labelled too teaches nothing, but the verdict is measured by it.
  @Test func gradesOfLabelledReviewsOnlyMeasure() throws {
    let arguments = ["evaluate"] + Self.files + ["--cross-validate", "3", "--json"]
    let plain = try CommandRun(arguments).objects()[0]
    let run = try CommandRun(
      arguments + ["--rated", CommandRun.root.path + "/Corpus/bank.jsonl", "--scale", "1-5"])
    let graded = try run.objects()[0]
    for figure in ["macroF1", "storyF1", "ndcg20", "ece"] {
      #expect(graded[figure] as? Double == plain[figure] as? Double, "\(figure)")
    }
    #expect(plain["signs"] as? [String: Any] == nil)
    let signs = try #require(graded["signs"] as? [String: [String: Any]])
    #expect(try #require(signs["bank"]?["n"] as? Int) > 8)
  }

  /// What several readers said of a text are several lessons, but one review in which a word stands.
  @Test func aTextCountsOnceForItsWords() throws {
    let folder = try TemporaryFolder()
    let lines = try String(contentsOfFile: Self.files[1], encoding: .utf8)
    let copy = try folder.write("readings.jsonl", lines)
    let (once, _) = try Self.set([Self.files[1]])
    let (twice, _) = try Self.set([Self.files[1], copy])
    #expect(twice.reviews.count == 2 * once.reviews.count)
    let words = once.vocabulary.usable(least: 2).map(\.form)
    #expect(words.count > 50)
    #expect(twice.vocabulary.usable(least: 2).map(\.form) == words)
  }

  @Test func signsAreCountedByDomain() throws {
    let scores = try #require(
      SignScores([
        ("a", true, .dissatisfied), ("a", true, .enthusiastic), ("b", false, .neutralSatisfied),
        ("a", false, .neutralSatisfied), ("a", false, .enthusiastic),
      ]))
    #expect(scores.domains.map(\.name) == ["a", "b"])
    #expect(scores.domains.map(\.count) == [4, 1])
    // Dissatisfied: precision 1, recall 1/2; not: precision 2/3, recall 1.
    let first = (2.0 / 3 + 4.0 / 5) / 2
    #expect(abs(try #require(scores.domains[0].macroF1) - first) < 1e-12)
    #expect(scores.domains[1].macroF1 == 1)
    #expect(abs(scores.mean - (first + 1) / 2) < 1e-12)
    #expect(SignScores([]) == nil)
  }

  @Test func theGapIsOfTheFiguresAsTheyArePrinted() {
    let figure = Figure(key: "x", title: "x", value: 0.12345, fittedOn: 0.25)
    #expect(figure.gap == 0.1266)
    #expect(figure.line == "x                     0.1234    0.2500      0.1266")
    #expect(
      Figure(key: "x", title: "x", value: 0.5, fittedOn: nil).line == "x                     0.5000"
    )
  }

  @Test func allIsPrintedWhateverTheThreads() throws {
    let folder = try TemporaryFolder()
    let lines = (1...12).map { number in
      let text = number % 2 == 0 ? EvaluationTests.bad : EvaluationTests.good
      return "{\"text\":\"\(text) \(number)\",\"rating\":\(number % 2 == 0 ? 1 : 5)}\n"
    }
    let dump = try folder.write("winkel.jsonl", lines.joined())
    let arguments =
      ["evaluate"] + Self.files + ["--rated", dump, "--scale", "1-5", "--cross-validate"]
    let text = try CommandRun(arguments + ["domain", "--errors", "2", "--threads", "1"])
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.text.contains("48 labelled reviews, each judged by a model that has not seen"))
    for part in ["left out  fitted on      gap", "(4 parts)", "\nsign F1 ", "\nwinkel  ", "gold "] {
      #expect(text.text.contains(part), "\(part)")
    }
    let again = try CommandRun(arguments + ["domain", "--errors", "2", "--threads", "3"])
    #expect(again.text == text.text)
    let run = try CommandRun(
      arguments + ["3", "--json", "--minimum", "signF1=0.5", "--minimum", "macroF1=1"])
    #expect(run.status == 3, "\(run.errors)")
    let object = try run.objects()[0]
    #expect(object["count"] as? Int == 48)
    let validation = try #require(object["crossValidation"] as? [String: Any])
    #expect(validation["by"] as? String == "3")
    let fitted = try #require((validation["fittedOn"] as? [String: Double])?["macroF1"])
    let gap = try #require((validation["gap"] as? [String: Double])?["macroF1"])
    #expect(abs(try #require(object["macroF1"] as? Double) + gap - fitted) < 1e-9)
    let signs = try #require(object["signs"] as? [String: [String: Any]])
    #expect(signs["winkel"]?["n"] as? Int == 12)
    #expect(object["signF1"] as? Double == signs["winkel"]?["macroF1"] as? Double)
  }

  static let wrong: [([String], Int32, String)] = [
    (["--cross-validate", "1"], 2, "from 2 to 20"), (["--cross-validate", "x"], 2, "from 2 to 20"),
    (["--cross-validate", "domain"], 1, "no two parts"),
    (["--rated", "x.csv"], 2, "--rated goes with --cross-validate"),
    (["--cross-validate", "5", "--weight", "x=1"], 2, "--weight names"),
    (["--minimum", "signF1=0.5"], 2, "no figure"),
    (["/no/such.jsonl", "--cross-validate", "5"], 1, "/no/such.jsonl"),
  ]

  @Test(arguments: wrong)
  func wrongUseIsSaid(arguments: [String], status: Int32, expected: String) throws {
    let run = try CommandRun(["evaluate", "Corpus/bank.jsonl"] + arguments)
    #expect(run.status == status)
    #expect(run.errors.contains(expected), "\(run.errors)")
  }
}
