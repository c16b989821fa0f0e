import Foundation
import StoryAnalysis
import StoryFigures
import Testing

@testable import verhaal

@Suite struct FigureCommandTests {
  static let setback =
    "Na drie weken nog steeds niks gehoord van deze winkel, ik heb al vier keer gebeld."
  static let plain = "Gewoon goed, niks bijzonders te melden verder."
  static let good =
    "Geweldig! De bezorger kwam op zondag terug om de kast ongevraagd naar zolder te dragen, wat lief."

  /// Lines of JSON with what is given, ids from 1.
  static func dump(_ rows: [[String: Any]]) throws -> Data {
    var lines = Data()
    for (number, row) in rows.enumerated() {
      var row = row
      if row["id"] == nil { row["id"] = "r\(number + 1)" }
      lines +=
        try JSONSerialization.data(withJSONObject: row, options: .sortedKeys) + Data("\n".utf8)
    }
    return lines
  }

  static func object(_ arguments: [String], _ input: Data) throws -> [String: Any] {
    let run = try CommandRun(arguments, input: input)
    #expect(run.status == 0, "\(run.errors)")
    return try #require(run.objects().first)
  }

  /// Three setbacks, a good story, two plain ones and what is not counted.
  static func small() throws -> Data {
    try dump([
      ["text": setback, "datum": "2026-03-01", "cijfer": 2, "winkel": "Gent"],
      ["text": plain, "datum": "2026-02-01", "cijfer": 8, "winkel": "Gent"],
      ["text": setback + " Jammer.", "datum": "2026-01-15", "cijfer": 3, "winkel": "Luik"],
      ["text": good, "datum": "2026-03-20", "cijfer": 10, "winkel": "Luik"],
      // The same letters again.
      ["text": setback.uppercased() + "!!", "datum": "2026-03-21", "cijfer": 1, "winkel": "Luik"],
      ["text": "ok", "datum": "2026-03-22", "cijfer": 7, "winkel": "Luik"],
      ["text": plain + " Prima winkel.", "datum": "", "cijfer": 7, "winkel": ""],
      ["text": setback + " Nooit meer.", "datum": "2026-03-20", "cijfer": 1, "winkel": "Gent"],
    ])
  }

  static let questions: [[String]] = [
    ["stats"], ["stats", "--by", "month"], ["stats", "--by", "winkel"],
    ["stats", "--by", "driver"],
    ["stats", "--by", "rubriek"], ["stats", "--words"], ["stats", "--json", "--by", "winkel"],
    ["compare", "--around", "2026-02-15"], ["compare", "--around", "2026-02-15", "--json"],
    ["alert", "--since", "30d", "--above", "1"], ["alert", "--since", "2026-03", "--json"],
  ]

  @Test(arguments: questions)
  func aStoreHasTheFiguresOfItsDump(question: [String]) throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.jsonl", Self.small())
    let store = folder.path("shop.sqlite")
    #expect(try CommandRun(["mine", "-q", dump, "--db", store]).status == 0)
    let ofDump = try CommandRun(question + [dump])
    let ofStore = try CommandRun(question + [store])
    #expect(!ofDump.output.isEmpty || ofDump.status != 0)
    #expect(ofStore.text == ofDump.text)
    #expect(ofStore.status == ofDump.status)
  }

  @Test func aStoreIsComparedWithADump() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write("shop.jsonl", Self.small())
    let store = folder.path("shop.sqlite")
    #expect(try CommandRun(["mine", "-q", dump, "--db", store]).status == 0)
    let object = try Self.object(["compare", store, dump, "--json"], Data())
    let sides = try ["a", "b"].map { try #require(object[$0] as? [String: Any]) }
    #expect(sides.map { $0["name"] as? String } == [store, "shop"])
    #expect(sides.allSatisfy { $0["n"] as? Int == 6 })
    #expect(sides[0]["cells"] as? NSDictionary == sides[1]["cells"] as? NSDictionary)
  }

  /// The views name lengths and cells in SQL, the figures in Swift.
  @Test func theViewsOfAStoreCountAsTheFiguresDo() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("shop.sqlite")
    let corpus = CommandRun.root.path + "/Corpus/hotel.jsonl"
    #expect(try CommandRun(["mine", "-q", corpus, "--db", file]).status == 0)
    let store = StoreFile(path: file)
    let figures = try Self.object(["stats", "--json", corpus], Data())
    let lengths = try store.rows(
      "SELECT length_band, count(*) FROM reviews WHERE basis = 'experience' GROUP BY 1")
    let counted = try #require(figures["lengths"] as? [String: Int]).filter { $0.value > 0 }
    #expect(Set(lengths) == Set(counted.map { "\($0)|\($1)" }))
    for words in [0, 15, 16, 40, 41, 100, 101, 5_000] {
      try store.run("UPDATE review SET words = \(words)")
      #expect(
        try store.rows("SELECT DISTINCT length_band FROM reviews")
          == [LengthBand(words: words).rawValue])
    }
    let cells = try store.rows("SELECT cell, sum(reviews) FROM cells GROUP BY 1")
    let known = try #require(figures["cells"] as? [String: Int])
    #expect(
      Set(cells)
        == Set(
          StoryCell.allCases.compactMap { cell in
            known[cell.key].flatMap { $0 > 0 ? "\(cell.rawValue)|\($0)" : nil }
          }))
  }

  @Test func theFiguresOfASmallDumpAreThoseCountedByHand() throws {
    let object = try Self.object(["stats", "--json", "-"], Self.small())
    #expect(object["n"] as? Int == 6)
    #expect(object["total"] as? Int == 8)
    let excluded = try #require(object["excluded"] as? [String: Int])
    #expect(
      excluded == [
        "tooShort": 1, "noExperience": 0, "otherLanguage": 0, "duplicates": 1, "unreadable": 0,
      ])
    let cells = try #require(object["cells"] as? [String: Int])
    #expect(
      cells == [
        "enthusiasticStory": 1, "enthusiasticPlain": 0, "neutralPlain": 2, "neutralStory": 0,
        "dissatisfiedPlain": 0, "dissatisfiedStory": 3,
      ])
    let balance = try #require(object["verdictBalance"] as? [String: Double])
    #expect(balance["value"] == -0.3333)
    // d = (2 - 4) / 8, half-width 1.96 sqrt((6/8 - 1/16) / 8)
    #expect(balance["halfWidth"] == 0.5746)
    #expect(balance["low"] == -0.8246 && balance["high"] == 0.3246)
    #expect(object["firstDate"] as? String == "2026-01-15")
    #expect(object["lastDate"] as? String == "2026-03-20")
    #expect(object["undated"] as? Int == 1)
    let step = try #require((object["steps"] as? [[String: Any]])?.first)
    #expect(step["scales"] as? [String] == ["1-10"])
    #expect(
      step["graded"] as? Int == 6 && step["nines"] as? Int == 1 && step["sevens"] as? Int == 2)
  }

  @Test func groupsAreThoseOfTheColumn() throws {
    let object = try Self.object(["stats", "--json", "--by", "winkel", "-"], Self.small())
    let groups = try #require(object["groups"] as? [[String: Any]])
    #expect(groups.compactMap { $0["name"] as? String } == ["Gent", "Luik"])
    #expect(groups.compactMap { $0["n"] as? Int } == [3, 2])
    #expect(groups.allSatisfy { $0["rank"] is NSNull })
    #expect(object["ungrouped"] as? Int == 1)
    let text = try CommandRun(["stats", "--by", "winkel", "-"], input: Self.small()).text
    #expect(text.contains("3 of 6") && !text.contains("%"))
  }

  @Test func monthsStandInTheirOrder() throws {
    let object = try Self.object(["stats", "--json", "--by", "month", "-"], Self.small())
    let groups = try #require(object["groups"] as? [[String: Any]])
    #expect(groups.compactMap { $0["name"] as? String } == ["2026-01", "2026-02", "2026-03"])
    #expect(groups.compactMap { $0["n"] as? Int } == [1, 1, 3])
    let run = try CommandRun(["stats", "--by", "month", "-n", "1", "-"], input: Self.small())
    #expect(run.text.contains("2026-03 ") && !run.text.contains("2026-02 "))
    #expect(run.text.contains("2 earlier ones"))
  }

  /// So many reviews of each kind, no two with the same letters.
  static func many(_ counts: [(text: String, count: Int)], _ extra: [String: Any] = [:])
    -> [[String:
    Any]]
  {
    counts.flatMap { text, count in
      (0..<count).map { number in
        let letters = String(number).map { String(UnicodeScalar(97 + $0.wholeNumberValue!)!) }
        return extra.merging(["text": text + " " + letters.joined() + "."]) { $1 }
      }
    }
  }

  @Test func onlyGroupsOfAHundredInOneSourceAreRanked() throws {
    // All of the same length, so that the groups can be compared.
    let bad = "Na drie weken nog steeds niks gehoord van deze winkel"
    let rows =
      Self.many([(bad, 100)], ["product": "a"]) + Self.many([(Self.plain, 100)], ["product": "b"])
      + Self.many([(Self.plain + " Mooi", 99)], ["product": "c"])
    let folder = try TemporaryFolder()
    let whole = try folder.write("een.jsonl", Self.dump(rows))
    let object = try #require(
      try CommandRun(["stats", "--json", "--by", "product", whole]).objects().first)
    let groups = try #require(object["groups"] as? [[String: Any]])
    let ranks = Dictionary(
      uniqueKeysWithValues: groups.map { ($0["name"] as! String, $0["rank"] as? Int) })
    let counts = groups.map { $0["n"] as! Int }
    #expect(counts == [100, 100, 99])
    #expect(ranks == ["b": 1, "a": 2, "c": nil])
    let other = try folder.write("twee.jsonl", Self.dump(Self.many([(Self.good, 1)])))
    let text = try CommandRun(["stats", "--by", "product", whole, other])
    #expect(text.text.contains("not ranked") && !text.text.contains("ranks, from"))
    #expect(try CommandRun(["stats", "--by", "product", whole]).text.contains("ranks, from"))
  }

  @Test func scalesAreNeverMixed() throws {
    let rows =
      Self.many([(Self.plain, 6)], ["cijfer": 9, "scale": "1-10"])
      + Self.many([(Self.good, 6)], ["cijfer": 5, "scale": "1-5"])
    let run = try CommandRun(["stats", "-"], input: Self.dump(rows))
    #expect(run.text.contains("different scales, 1-10 and 1-5"))
    #expect(!run.text.contains("log-odds"))
  }

  @Test func filesOfOneSourceShareTheirCopies() throws {
    let folder = try TemporaryFolder()
    let one = try folder.write("een.jsonl", Self.dump([["text": Self.setback]]))
    let two = try folder.write("twee.jsonl", Self.dump([["text": Self.setback]]))
    let apart = try #require(try CommandRun(["stats", "--json", one, two]).objects().first)
    #expect(apart["n"] as? Int == 2)
    let together = try #require(
      try CommandRun(["stats", "--json", "--source", "x", one, two]).objects().first)
    #expect(together["n"] as? Int == 1)
  }

  @Test(arguments: ["1", "2", "3"])
  func figuresDoNotDependOnThreads(threads: String) throws {
    let files = ["Corpus/webwinkel.csv", "Corpus/hotel.jsonl", "Corpus/bank.jsonl"]
    for by in ["month", "source", "driver"] {
      let arguments = ["stats", "--json", "--words", "--by", by] + files
      let expected = try CommandRun(arguments + ["--threads", "1"]).text
      #expect(try CommandRun(arguments + ["--threads", threads]).text == expected)
    }
  }

  @Test func thePeriodsAroundADayAreComparedAndTheRestIsCounted() throws {
    let input = try Self.small()
    let object = try Self.object(["compare", "--json", "--around", "2026-03-01", "-"], input)
    #expect((object["a"] as? [String: Any])?["n"] as? Int == 2)
    #expect((object["b"] as? [String: Any])?["n"] as? Int == 3)
    #expect(object["undated"] as? Int == 1 && object["outside"] as? Int == 0)
    let window = try Self.object(
      ["compare", "--json", "--around", "2026-03-01", "--window", "30d", "-"], input)
    #expect((window["a"] as? [String: Any])?["n"] as? Int == 1)
    #expect(window["outside"] as? Int == 1)
    let changes = try #require(object["changes"] as? [String: [String: Any]])
    #expect(changes["verdictBalance"]?["direction"] as? String == "unclear")
  }

  @Test func aChangeThatIsSureIsSaidToHaveRisen() throws {
    let rows =
      Self.many([(Self.setback, 40), (Self.plain, 40)], ["datum": "2026-01-05"])
      + Self.many([(Self.good, 70), (Self.plain + " Mooi.", 10)], ["datum": "2026-02-05"])
    let input = try Self.dump(rows)
    let text = try CommandRun(["compare", "--around", "2026-02-01", "-"], input: input).text
    #expect(text.contains("risen") && !text.contains("fallen"))
    let folder = try TemporaryFolder()
    let files = [
      try folder.write("b.jsonl", Self.dump(Array(rows[80...]))),
      try folder.write("a.jsonl", Self.dump(Array(rows[..<80]))),
    ]
    let dumps = try CommandRun(["compare"] + files).text
    #expect(dumps.contains("lower") && !dumps.contains("fallen"))
  }

  static let alerts: [([String], Int32, Bool)] = [
    (["--since", "2026-03-01", "--above", "1"], 3, true),
    (["--since", "2026-03-01", "--above", "2"], 0, false),
    (["--since", "2026-03-01", "--above", "2", "-q"], 0, false),
    (["--since", "2026-03-01", "--above", "1", "-q"], 3, true),
    (["--since", "2026-01"], 3, true),
    (["--since", "2026-03-01", "--above", "60%"], 3, true),
    (["--since", "2026-03-01", "--above", "67%"], 0, false),
    (["--since", "2026-03-01", "--above", "1", "--above", "67%"], 0, false),
    // The newest date counted is that of a review that is too short, 22 March.
    (["--since", "3d", "--above", "0"], 3, true), (["--since", "2d", "--above", "0"], 0, false),
    (["--since", "1m", "--today", "2026-02-28", "--above", "0"], 0, false),
    (["--since", "2m", "--today", "2026-03-01", "--above", "1"], 3, true),
    (["--since", "2027-01-01"], 0, false), (["--since", "gisteren"], 2, false),
    (["--since", "0d"], 2, false), ([], 2, false),
    (["--since", "3d", "--above", "veel"], 2, false),
    (["--since", "2026-03-01", "--today", "2026-02-01"], 2, false),
  ]

  @Test(arguments: alerts)
  func anAlertIsGivenAboveTheThreshold(arguments: [String], status: Int32, lists: Bool) throws {
    let run = try CommandRun(["alert", "-"] + arguments, input: Self.small())
    #expect(run.status == status, "\(run.text) \(run.errors)")
    #expect(run.text.contains("Na drie weken") == lists)
    if arguments.contains("-q") && status == 0 {
      #expect(run.output.isEmpty && run.errors.isEmpty)
    }
  }

  /// 9.2 % of 250 is 23; in binary 9.2 is a little less.
  @Test(arguments: [("9.2%", 23, false), ("9.2%", 24, true), ("9.1999%", 23, true)])
  func aShareIsComparedExactly(share: String, setbacks: Int, isExceeded: Bool) throws {
    let threshold = try SetbackThreshold(share)
    #expect(threshold.isExceeded(by: setbacks, of: 250) == isExceeded)
    #expect(threshold.isExceeded(by: 3 * setbacks, of: 750) == isExceeded)
  }

  @Test func ofManySetbacksOnADayTheMostMemorableStay() throws {
    var watch = SetbackWatch(limit: 3)
    var all: [FigureRow] = []
    for number in 0..<100 {
      var row = FigureRow(
        source: "a", id: "\(number)", label: .dissatisfied, story: true, basis: .experience,
        momentValence: -1, moment: "", memorability: Int32(number * 37 % 11), rating: nil,
        day: Day("2026-03-01"), words: 9, drivers: [], flags: [])
      row.letters = UInt64(number)
      all.append(row)
      watch.add(row)
    }
    let best = all.sorted { $0.memorability > $1.memorability }.prefix(3).map(\.id)
    let day = try #require(Day("2026-03-01"))
    #expect(watch.period(day...day).setbacks.map(\.id) == best)
  }

  @Test func whatCannotBeDoneIsSaid() throws {
    let undated = try Self.dump([["text": Self.setback]])
    for (arguments, word) in [
      (["alert", "--since", "30d", "-"], "--date"),
      (["compare", "--around", "2026-01-01", "-"], "--date"),
      (["stats", "--by", "filiaal", "-"], "filiaal"),
    ] {
      let run = try CommandRun(arguments, input: undated)
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.errors.contains(word))
    }
    for arguments in [
      ["compare"], ["compare", "a"], ["compare", "-", "-"],
      ["compare", "--window", "3m", "a", "b"],
      ["compare", "--around", "overmorgen"], ["compare", "--around", "2026", "--window", "2026"],
    ] {
      #expect(try CommandRun(arguments).status == 2)
    }
    #expect(try CommandRun(["compare", "/no/such", "Corpus/bank.jsonl"]).status == 1)
    #expect(try CommandRun(["stats", "/no/such"]).status == 1)
    #expect(try CommandRun(["stats", "--gold", "/no/such", "Corpus/bank.jsonl"]).status == 1)
  }

  @Test(arguments: [
    "stats", "alert", "brief", "compliments", "followup", "duplicates", "top", "report",
  ])
  func aSourceThatAStoreLacksIsNoSilence(command: String) throws {
    let folder = try TemporaryFolder()
    let store = folder.path("s.sqlite")
    let file = try folder.write("shop.jsonl", Self.dump([["id": "1", "text": Self.setback]]))
    #expect(try CommandRun(["mine", "-q", file, "--db", store]).status == 0)
    let flags =
      switch command {
      case "alert": ["--since", "7d"]
      case "brief", "followup": ["-o", folder.path("a.md")]
      case "report": ["-o", folder.path("a.html")]
      default: [String]()
      }
    let run = try CommandRun([command, store, "--source", "shup"] + flags)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("there is no source ‘shup’. hint: there are shop"), "\(run.errors)")
  }

  @Test func nothingAndOneReviewGiveFigures() throws {
    for command in [["stats"], ["alert", "--since", "7d"]] {
      #expect(try CommandRun(command).status == 0)
    }
    let empty = try Self.object(["stats", "--json"], Data())
    #expect(empty["n"] as? Int == 0 && empty["medianWords"] is NSNull)
    let one = try CommandRun(["stats", "-"], input: Self.dump([["text": Self.setback]]))
    #expect(one.text.contains("1 of 1"))
    let folder = try TemporaryFolder()
    let store = folder.path("s.sqlite")
    let file = try folder.write("a.jsonl", Self.dump([["id": "1", "text": Self.setback]]))
    #expect(try CommandRun(["mine", "-q", file, "--db", store]).status == 0)
    #expect(try CommandRun(["forget", store, "--id", "1"]).status == 0)
    #expect(try Self.object(["stats", store, "--json"], Data())["n"] as? Int == 0)
    #expect(try CommandRun(["compare", store, store]).text.contains("nothing to compare"))
    let none = try CommandRun(["compare", "/dev/null", "/dev/null"])
    #expect(none.status == 0 && none.text.contains("nothing to compare"))
  }

  @Test func labelsShowTheErrorOfTheProgram() throws {
    func gold(_ text: String, _ label: String, _ story: Int) -> [String: Any] {
      [
        "text": text, "label": label, "story": story, "memorability": story,
        "moment": story == 1 ? text : "",
      ]
    }
    let folder = try TemporaryFolder()
    // Of two reviews that the program calls dissatisfied, people call one so.
    let file = try folder.write(
      "gold.jsonl",
      Self.dump([
        gold(Self.setback, "dissatisfied", 1), gold(Self.setback + " Tja.", "neutral-satisfied", 0),
        gold(Self.plain, "neutral-satisfied", 0), gold(Self.good, "enthusiastic", 1),
      ]))
    let object = try Self.object(["stats", "--json", "--gold", file, "-"], Self.small())
    let sample = try #require(object["sample"] as? [String: Any])
    #expect(sample["n"] as? Int == 4)
    let verdict = try #require(sample["verdictBalance"] as? [String: Any])
    #expect(verdict["matrix"] as? [[Int]] == [[1, 0, 0], [0, 1, 0], [0, 1, 1]])
    // 1/6 of the reviews are for, 3/6 against, of which half are: 1/6 - 1/4.
    #expect((verdict["people"] as? [String: Any])?["value"] as? Double == -0.0833)
    #expect(verdict["error"] as? Double == -0.25)
  }

  @Test func aFieldOfIdsIsNoGroup() throws {
    var tally = FigureTally()
    #expect(throws: FigureError.self) {
      for number in 0...FigureTally.mostGroups {
        var row = FigureRow(source: "s", label: .dissatisfied, story: false, words: 9)
        row.groups = [String(number)]
        try tally.add(row)
      }
    }
  }
}
