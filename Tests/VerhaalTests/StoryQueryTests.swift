import Foundation
import Testing

@testable import verhaal

/// What `top` can be asked, of dumps and stores.
@Suite struct StoryQueryTests {
  /// A store of a dump, and both as operands.
  struct Both {
    let folder: TemporaryFolder
    let dump: String
    let store: String

    init(_ name: String, _ text: String) throws {
      folder = try TemporaryFolder()
      dump = try folder.write(name, text)
      store = folder.path("s.sqlite")
      let run = try CommandRun(["mine", "-q", dump, "--db", store])
      #expect(run.status == 0, "\(run.errors)")
    }

    /// The ids of the rows, which must be the same of both.
    func ids(_ flags: [String]) throws -> [String] {
      let one = try CommandRun(["top", "--json", "-n", "1000"] + flags + [dump])
      let other = try CommandRun(["top", "--json", "-n", "1000"] + flags + [store])
      #expect(one.text == other.text, "\(flags): \(one.errors)\(other.errors)")
      #expect(one.status == other.status, "\(flags)")
      return try one.objects().compactMap { $0["id"] as? String }
    }
  }

  // MARK: Dump and store

  /// With flags that leave something, and whether any row is left.
  static let questions: [(flags: [String], isEmpty: Bool)] = [
    (["--good"], false), (["--bad"], false), (["--turn"], false), (["--turn", "-n", "100"], false),
    (["--flag", "turn"], false), (["--sensitive"], false), (["--open-case"], false),
    (["--flag", "quotes-other", "--flag", "sensitive", "-n", "100"], false),
    (["--flag", "warns", "--good"], true), (["--grade", "1-2"], false), (["--grade", "5"], false),
    (["--grade", "1-2,5", "--bad"], false), (["--grade", "4-5", "--good", "-n", "4"], false),
    (["--grade", "4-5", "--bad"], false), (["--since", "2026-05"], false),
    (["--since", "2026-05-20"], false), (["--until", "2026-03"], false),
    (["--since", "2026-04", "--until", "2026-04"], false), (["--until", "2026"], false),
    (["--until", "2025"], true), (["--last", "30d"], false), (["--last", "6w", "-n", "3"], false),
    (["--last", "2m", "--bad"], false), (["--last", "1y", "-n", "100"], false),
    (["--last", "30d", "--today", "2026-04-30"], false),
    (["--since", "3m", "--until", "2026-05"], false),
    (["--where", "sure=2"], false), (["--where", "SURE=3", "--where", "story=1"], false),
    (["--where", "label=Enthusiastic", "--label", "dissatisfied"], false),
    (["--about", "toen"], false), (["--about", "TOEN niet"], false),
    (["--about", "\"zei dat\""], false), (["--about", "med*", "--good"], false),
    (["--about", "cafe"], true), (["--min-memorability", "2"], false),
    (["--min-memorability", "1.5", "--driver", "person"], false), (["--per", "source"], false),
    (["--per", "driver", "-n", "100"], false), (["--per", "month", "-n", "100"], false),
    (["--per", "sure", "--good"], false), (["--per", "source", "--last", "3w"], false),
    (["--diverse", "-n", "100"], false), (["--diverse", "--bad"], false),
    (["--diverse", "--per", "source", "--last", "8w"], false),
    (["--diverse", "--last", "2m", "-n", "100"], false), (["--review", "hotel-01"], false),
    (["--review", "hotel-12", "--review", "bank-02"], false), (["--copy", "2", "--bad"], false),
    (["--copy", "3", "--last", "30d"], false), (["--to", "csv", "--per", "source"], false),
    (["--to", "markdown", "--last", "4w"], false), (["--to", "csv", "-n", "1000"], false),
    (["--json", "--per", "sure"], false), (["--to", "text", "--per", "sure"], false),
  ]

  /// Dumps with grades on one scale.
  static let files = ["app", "bank", "hotel", "openbaarvervoer", "meubelwinkel", "telecom"].map {
    "Corpus/\($0).jsonl"
  }

  @Test func aDumpAndAStoreGiveTheSameRows() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("s.sqlite")
    #expect(try CommandRun(["mine", "-q", "--db", path] + Self.files).status == 0)
    for (flags, isEmpty) in Self.questions {
      let dump = try CommandRun(["top"] + flags + Self.files)
      let store = try CommandRun(["top"] + flags + [path])
      #expect(dump.status == 0, "\(flags): \(dump.errors)")
      #expect(store.text == dump.text, "\(flags): \(store.errors)")
      #expect(store.errors == dump.errors, "\(flags)")
      #expect(dump.output.isEmpty == isEmpty, "\(flags)")
    }
    // Neither threads nor the order of chunks matter.
    for flags in [["--last", "2m"], ["--diverse"], ["--per", "month"]] {
      #expect(
        try CommandRun(["top", "--threads", "1"] + flags + Self.files).output
          == CommandRun(["top", "--threads", "5"] + flags + Self.files).output)
    }
  }

  // MARK: What the flags mean

  @Test func moreFlagsLeaveNoMore() throws {
    func rows(_ flags: [String]) throws -> [[String: Any]] {
      try CommandRun(["top", "--json", "-n", "1000"] + flags + Self.files).objects()
    }
    func label(_ row: [String: Any]) -> String { row["label"] as? String ?? "" }
    func valence(_ row: [String: Any]) -> Double { row["valence"] as? Double ?? 0 }
    let all = try rows([])
    let good = try rows(["--good"])
    let bad = try rows(["--bad"])
    let turns = try rows(["--turn"])
    #expect(good.allSatisfy { label($0) == "enthusiastic" && valence($0) > 0 } && good.count > 5)
    #expect(bad.allSatisfy { label($0) == "dissatisfied" && valence($0) < 0 } && bad.count > 5)
    #expect(
      turns.allSatisfy {
        ($0["flags"] as? [String] ?? []).contains("turn")
          || (label($0) == "enthusiastic") == (valence($0) < 0)
      } && turns.count > 2)
    #expect(try rows(["--flag", "turn"]).count < turns.count)
    #expect(
      good.count
        == all.count { label($0) == "enthusiastic" && valence($0) > 0 })
    let graded = try rows(["--grade", "1-2"])
    #expect(graded.allSatisfy { (1...2).contains($0["rating"] as? Double ?? 0) } && !graded.isEmpty)
    let memorable = try rows(["--min-memorability", "2.5"])
    #expect(memorable.count == all.count { $0["memorability"] as? Double ?? 0 >= 2.5 })
    #expect(!memorable.isEmpty)
  }

  /// Reviews that tell a story, a text each.
  static func dump(_ reviews: [(id: String, date: String, text: String)]) -> String {
    reviews.map { review in
      "{\"id\":\"\(review.id)\",\"datum\":\"\(review.date)\",\"cijfer\":2,\"tekst\":\"\(review.text)\"}\n"
    }.joined()
  }

  static let story = "Toen kwam ineens de bezorger terug en hij droeg de kast naar zolder"

  @Test func aPeriodIncludesItsEnds() throws {
    let days = ["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", "2026-03-30", "2026-03-31"]
    let reviews = days.map { (id: $0, date: $0, text: "\(Self.story), op \($0).") }
    let both = try Both("s.jsonl", Self.dump(reviews + [("geen", "", Self.story + "!")]))
    let cases: [([String], [Int])] = [
      ([], [0, 1, 2, 3, 4, 5]), (["--since", "2026-02"], [1, 2, 3, 4, 5]),
      (["--until", "2026-02"], [0, 1, 2]), (["--until", "2026-02-28"], [0, 1, 2]),
      (["--since", "2026", "--until", "2026"], [0, 1, 2, 3, 4, 5]), (["--last", "1d"], [5]),
      (["--last", "2d"], [4, 5]), (["--last", "31d"], [3, 4, 5]), (["--last", "1m"], [3, 4, 5]),
      (["--last", "2m"], [1, 2, 3, 4, 5]), (["--last", "1y"], [0, 1, 2, 3, 4, 5]),
      (["--last", "1m", "--today", "2026-02-28"], [0, 1, 2]),
      (["--last", "4w", "--today", "2026-02-28"], [1, 2]),
      (["--last", "1d", "--today", "2026-03-15"], []),
      (["--last", "1m", "--until", "2026-03-30"], [3, 4]),
      (["--since", "2d"], [4, 5]),
    ]
    for (flags, places) in cases {
      let ids = try both.ids(flags)
      #expect(Set(ids.filter { $0 != "geen" }) == Set(places.map { days[$0] }), "\(flags)")
      #expect(ids.contains("geen") == flags.isEmpty, "\(flags)")
    }
    let undated = try Both("u.jsonl", Self.dump([("a", "", Self.story)]))
    for path in [undated.dump, undated.store] {
      let run = try CommandRun(["top", "--last", "30d", path])
      #expect(run.status == 1 && run.errors.contains("no review has a date"), "\(run.errors)")
    }
    for flags in [
      ["--since", "gisteren"], ["--last", "30"], ["--last", "2026-01"], ["--until", "30d"],
      ["--last", "3m", "--since", "2026"], ["--today", "2026-01-01"], ["--until", "2026-02-30"],
      ["--last", "0d"],
    ] {
      #expect(try CommandRun(["top"] + flags + [both.dump]).status == 2, "\(flags)")
    }
  }

  @Test func wordsAreFoundInDumpAndStore() throws {
    let both = try Both(
      "s.jsonl",
      Self.dump([
        ("a", "2026-01-01", "\(Self.story) in het Café à Porté."),
        ("b", "2026-01-01", "\(Self.story), zo'n e-mail: NOG STEEDS niets."),
      ]))
    for (words, expected) in [
      ("cafe", "a"), ("\"nog steeds\"", "b"), ("bezorg* niet*", "b"), ("zo'n", "b"),
      ("cafe\" OR \"niets", ""), ("'; DROP TABLE review; --", ""), ("NEAR(cafe porte)", ""),
    ] {
      #expect(try both.ids(["--about", words]).joined() == expected, "\(words)")
    }
    for words in ["", "\"", "*", "👍", "%"] {
      #expect(try CommandRun(["top", "--about", words, both.store]).status == 2, "\(words)")
    }
    #expect(try StoreFile(path: both.store).rows("SELECT count(*) FROM reviews") == ["2"])
  }

  @Test func fieldsAreAskedForByTheirHeader() throws {
    let rows = [
      "1,2026-03-01,8,Gent,Kast,els@voorbeeld.nl,\"\(Self.story).\"",
      "2,2026-03-02,2,Luik,\"Lamp, groot\",jan@voorbeeld.nl,\"\(Self.story)! Echt waar.\"",
      "3,2026-03-03,10,gent,,ko@voorbeeld.nl,\"\(Self.story); en toen belde hij.\"",
    ]
    let both = try Both(
      "s.csv",
      (["id,datum,cijfer,Winkel,Soort product,email,recensie"] + rows).joined(separator: "\n"))
    #expect(try both.ids(["--where", "Winkel=Gent"]).sorted() == ["1", "3"])
    #expect(try both.ids(["--where", "winkel=GENT", "--where", "soort product=kast"]) == ["1"])
    #expect(try both.ids(["--where", "Soort product=Lamp, groot"]) == ["2"])
    #expect(try both.ids(["--where", "Soort product="]).count <= 1)
    #expect(try both.ids(["--where", "winkel=Gen"]) == [])
    #expect(try both.ids(["--where", "winkel=' OR 1=1 --"]) == [])
    #expect(try both.ids(["--per", "winkel"]).count == 3)
    #expect(try both.ids(["--per", "soort product"]).sorted() == ["1", "2"])
    let absent: [(String, String)] = [
      ("kleur=rood", "there are Soort product, Winkel"), ("email=els@voorbeeld.nl", "--keep-field"),
    ]
    for (condition, hint) in absent {
      let run = try CommandRun(["top", "--where", condition, both.store])
      #expect(run.status == 1 && run.errors.contains(hint), "\(run.errors)")
    }
    let dumpOnly = try CommandRun(["top", "--json", "--where", "email=ko@voorbeeld.nl", both.dump])
    #expect(try dumpOnly.objects().count == 1)
    for (condition, hint) in [
      ("cijfer=8", "--grade"), ("datum=2026-03-01", "--since"), ("id=1", "--review"),
      ("recensie=x", "--about"), ("kleur=rood", "there are Winkel"),
    ] {
      let run = try CommandRun(["top", "--where", condition, both.dump])
      #expect(run.status == 1 && run.errors.contains(hint), "\(run.errors)")
    }
    for condition in ["winkel", "=x", ""] {
      #expect(try CommandRun(["top", "--where", condition, both.dump]).status == 2)
    }
  }

  @Test func scalesAreNeverMixed() throws {
    let folder = try TemporaryFolder()
    let five = try folder.write(
      "vijf.jsonl", "{\"id\":\"5\",\"cijfer\":5,\"schaal\":\"x\",\"tekst\":\"\(Self.story).\"}\n")
    let ten = try folder.write(
      "tien.jsonl", "{\"id\":\"10\",\"cijfer\":5,\"schaal\":\"x\",\"tekst\":\"\(Self.story)!\"}\n")
    let store = folder.path("s.sqlite")
    for (file, scale) in [(five, "1-5"), (ten, "1-10")] {
      #expect(try CommandRun(["mine", "-q", file, "--scale", scale, "--db", store]).status == 0)
    }
    let mixed = try CommandRun(["top", "--grade", "5", store])
    #expect(mixed.status == 2 && mixed.errors.contains("on 1-10 and on 1-5"), "\(mixed.errors)")
    for (flags, id) in [
      (["--scale", "1-5"], "5"), (["--scale", "1-10"], "10"), (["--source", "tien"], "10"),
    ] {
      let rows = try CommandRun(["top", "--json", "--grade", "5"] + flags + [store]).objects()
      #expect(rows.map { $0["id"] as? String } == [id], "\(flags)")
    }
    let dumps = try CommandRun([
      "top", "--grade", "1-2", "Corpus/hotel.jsonl", "Corpus/camping.jsonl",
    ])
    #expect(dumps.status == 2 && dumps.errors.contains("one scale at a time"), "\(dumps.errors)")
    for grade in ["", "x", "5-1", "-", "1-2-3", "1e3", "inf", "5-", "101"] {
      #expect(try CommandRun(["top", "--grade", grade, five]).status == 2, "\(grade)")
    }
  }

  /// A gathered dump says with each grade what it is on.
  @Test func theScaleOfARowGoesBeforeThatOfItsFile() throws {
    let folder = try TemporaryFolder()
    let room =
      "De kamer was te warm voor onze baby. Zonder dat we erom vroegen zette de receptionist 's avonds een ventilator neer, "
      + "en hij kwam later nog kijken of het ging. Geweldig!"
    let rows = [
      ("a", 9, "1-10", Self.story + "."), ("b", 4, "1-5", room), ("c", 8, "", Self.story + "!"),
    ].map { id, grade, scale, text in
      #"{"id":"\#(id)","cijfer":\#(grade),"scale":"\#(scale)","tekst":"\#(text)"}"#
    }
    let file = try folder.write("hotel.jsonl", rows.joined(separator: "\n") + "\n")
    let store = folder.path("s.sqlite")
    let mined = folder.path("mined.jsonl")
    #expect(
      try CommandRun(["mine", "-q", file, "--with-text", "--db", store, "-o", mined]).status == 0)
    let lines = try CommandRun(["mine", "-q", file]).objects()
    let scales = ["a": "1-10", "b": "1-5", "c": "1-10"]
    for found in try [
      lines, CommandRun(["top", "--json", file]).objects(),
      CommandRun(["top", "--json", store]).objects(),
    ] {
      let shown = found.map { ($0["id"] as? String ?? "", $0["ratingScale"] as? String ?? "") }
      #expect(Dictionary(uniqueKeysWithValues: shown) == scales)
    }
    let table = try CommandRun(["mine", "-q", "--to", "csv", file]).text
    #expect(table.contains(",4,1-5,") && table.contains(",9,1-10,"), "\(table)")
    for input in [file, store] {
      let mixed = try CommandRun(["top", "--grade", "4-5", input])
      #expect(mixed.status == 2 && mixed.errors.contains("on 1-10 and on 1-5"), "\(mixed.errors)")
    }
    let stars = try CommandRun(["top", "--json", "--grade", "4", "--scale", "1-5", store]).objects()
    #expect(stars.map { $0["id"] as? String } == ["b"])
    let figures = try CommandRun(["stats", "--json", file]).text
    #expect(try CommandRun(["stats", "--json", store]).text == figures)
    // What is asked for goes before both.
    let given = try CommandRun(["mine", "-q", "--scale", "0-10", file]).objects()
    #expect(given.map { $0["ratingScale"] as? String } == ["0-10", "0-10", "0-10"])
    let brief = try CommandRun(["brief", store, "-o", "-", "--to", "markdown"]).text
    #expect(brief.contains("4 sterren") && !brief.contains("cijfer 4"), "\(brief)")
    // Lines hold as much of it as a store does.
    let (one, two) = (folder.path("one.sqlite"), folder.path("two.sqlite"))
    #expect(try CommandRun(["merge", "-q", store, "--db", one]).status == 0)
    #expect(try CommandRun(["merge", "-q", mined, "--db", two]).status == 0)
    #expect(try CommandRun(["mine", file, "--db", two]).errors.contains("3 unchanged"))
    #expect(
      try CommandRun(["top", "--json", two]).text == CommandRun(["top", "--json", one]).text)
  }

  @Test func copiesAreShownOnce() throws {
    let text =
      "Na drie weken kwam ineens de monteur terug en hij zei dat de ketel nooit meer goed zou komen, "
      + "toen heb ik zelf de fabriek gebeld en die stuurde dezelfde dag nog iemand die het wel kon maken"
    let other =
      "Mijn dochter vergat haar knuffel in de bus, en de chauffeur reed na zijn dienst helemaal terug "
      + "om hem te brengen; ze sliep die nacht met een glimlach en wij waren er stil van"
    let both = try Both(
      "s.jsonl",
      Self.dump([
        ("a", "2026-01-01", text + "."), ("b", "2026-01-02", other + "."),
        ("c", "2026-01-03", text.uppercased() + "!!"),
        ("d", "2026-01-04", text.replacing("monteur", with: "loodgieter") + "."),
        (
          "e", "2026-01-05",
          "Toen liep de winkelier ineens naar buiten om te zoeken naar mijn hond."
        ),
        ("a", "2026-01-01", text + "."),
      ]))
    // The last line is the first again.
    #expect(try both.ids([]).sorted() == ["a", "b", "c", "d", "e"])
    let diverse = try both.ids(["--diverse"])
    #expect(diverse.count == 3 && diverse.contains("b") && diverse.contains("e"), "\(diverse)")
    #expect(try both.ids(["--diverse", "--since", "2026-01-03"]).count == 2)
    for path in [both.dump, both.store] {
      let groups = try CommandRun(["duplicates", "--json", path]).objects()
      let ids = (groups.first?["reviews"] as? [[String: Any]] ?? []).compactMap {
        $0["id"] as? String
      }
      #expect(groups.count == 1 && ids == ["a", "c", "d"], "\(path)")
      #expect(groups.first?["size"] as? Int == 3)
      let page = try CommandRun(["duplicates", path])
      #expect(page.text.contains("3 × Na drie weken kwam ineens"), "\(page.text)")
      #expect(page.errors.contains("3 reviews in 1 group, 2 more than once each"))
      #expect(try CommandRun(["duplicates", "--min-words", "60", path]).output.isEmpty)
    }
  }

  @Test func ofADriverTwoAreShown() throws {
    for flags in [[], ["--bad"], ["--last", "3m"]] {
      let rows = try CommandRun(["top", "--json", "-n", "1000", "--diverse"] + flags + Self.files)
        .objects()
      let counts = Dictionary(
        rows.map { (($0["drivers"] as? [String])?.first ?? "", 1) }, uniquingKeysWith: +)
      #expect(counts.values.allSatisfy { $0 <= 2 } && counts.count > 3, "\(counts)")
    }
  }

  @Test func perGivesTheBestOfEach() throws {
    let all = try CommandRun(["top", "--json", "-n", "1000"] + Self.files).objects()
    let per: [(String, ([String: Any]) -> String?)] = [
      ("source", { $0["source"] as? String }),
      ("month", { ($0["date"] as? String).map { String($0.prefix(7)) } }),
      ("driver", { ($0["drivers"] as? [String])?.first }),
    ]
    for (name, group) in per {
      var seen: Set<String> = []
      let best = all.filter { row in group(row).map { seen.insert($0).inserted } ?? false }
      let rows = try CommandRun(["top", "--json", "-n", "1000", "--per", name] + Self.files)
        .objects()
      #expect(rows.map { $0["id"] as? String } == best.map { $0["id"] as? String }, "\(name)")
      #expect(rows.map { $0["group"] as? String } == best.map(group), "\(name)")
      #expect(rows.count > 2)
    }
  }

  @Test func aReviewIsShownByItsId() throws {
    let both = try Both(
      "s.jsonl",
      Self.dump([
        ("a", "2026-01-01", Self.story), ("a", "2026-01-01", "Prima, dank u wel hoor."),
        ("b", "2026-01-01", Self.story + " toch?"),
      ])
        + "{\"id\":null,\"datum\":null,\"cijfer\":2,\"tekst\":\"Gewoon goed zonder id.\"}\n")
    #expect(try both.ids(["--review", "a"]) == ["a"])
    #expect(try both.ids(["--review", "a#2"]) == ["a#2"])
    #expect(try both.ids(["--review", "b", "--review", "a#2"]) == ["b", "a#2"])
    #expect(try both.ids(["--review", "a", "--label", "neutral-satisfied", "-n", "5"]).count <= 1)
    let plain = try CommandRun(["top", "--json", "--id", "a#2", both.store]).objects()
    #expect(plain.count == 1 && plain[0]["moment"] is NSNull && plain[0]["start"] is NSNull)
    for path in [both.dump, both.store] {
      let run = try CommandRun(["top", "--review", "zzz", path])
      #expect(run.status == 1 && run.errors.contains("‘zzz’"), "\(run.errors)")
    }
    #expect(try CommandRun(["top", "--id", "id", "--json", both.dump]).status == 0)
    #expect(try CommandRun(["top", "--id", "id", "--id", "a", both.dump]).status == 2)
  }

  // MARK: Output

  @Test func hostileTextStaysText() throws {
    let folder = try TemporaryFolder()
    let dump = try folder.write(
      "a,b\"c.jsonl",
      ##"{"id":"=x,\"y\"\n- z","datum":"2026-01-01","tekst":"Toen riep hij ineens \"# kop\", =1+1 en <script> terug!","winkel":"\u001b[31m"}"##
        + "\n")
    let csv = try CommandRun(["top", "--to", "csv", dump]).text
    let lines = csv.split(separator: "\n")
    #expect(lines.count == 3, "\(csv)")
    #expect(csv.contains(##"1,"a,b""c","'=x,""y""\##n- z","##), "\(csv)")
    let raw = try CommandRun(["top", "--to", "csv", "--raw", dump]).text
    #expect(raw == csv.replacing("'=x", with: "=x"))
    #expect(csv.contains(##""Toen riep hij ineens ""# kop"", =1+1 en <script> terug!""##), "\(csv)")
    let markdown = try CommandRun(["top", "--to", "markdown", "--per", "winkel", dump]).text
    #expect(markdown.split(separator: "\n").count == 2, "\(markdown)")
    #expect(markdown.contains(##"> Toen riep hij ineens "\# kop", =1+1 en \<script\> terug!"##))
    #expect(markdown.contains(##"=x,"y" - z"##) && !markdown.contains("\u{1B}"))
    let quote = try CommandRun(["top", "--copy", "1", dump]).text
    #expect(quote.split(separator: "\n").count == 2 && quote.contains("=x,\"y\" - z, 2026-01-01"))
  }

  @Test(arguments: [
    ("- a", #"\- a"#), ("1. a", #"1\. a"#), ("12) a", #"12\) a"#), ("a 1. b", "a 1. b"),
    ("+ a", #"\+ a"#), ("# a", ##"\# a"##), ("a\n\n# b", ##"a \# b"##), ("\\", #"\\"#), ("", ""),
    ("Drie keer gebeld: niets.", "Drie keer gebeld: niets."), ("!", "!"),
    ("![x](y)", #"\!\[x\](y)"#),
    (
      "[x](javascript:y) *a* _b_ `c` | d ~~e~~",
      #"\[x\](javascript:y) \*a\* \_b\_ \`c\` \| d \~\~e\~\~"#
    ),
    ("www.x.nl http://y.nl a@b.nl &lt; <b>", #"www\.x.nl http\://y.nl a\@b.nl \&lt; \<b\>"#),
  ])
  func markdownIsEscaped(text: String, expected: String) {
    #expect(StoryMarkdown.escaped(text) == expected)
  }

  @Test func flagsThatDoNotGoTogetherAreRefused() throws {
    for flags in [
      ["--good", "--bad"], ["--turn", "--good"], ["--json", "--to", "csv"],
      ["--copy", "1", "--json"], ["--copy", "0"], ["--flag", "turns"],
      ["--min-memorability", "4"], ["--min-memorability", "x"], ["--per", ""],
    ] {
      #expect(try CommandRun(["top"] + flags + ["Corpus/hotel.jsonl"]).status == 2, "\(flags)")
    }
    let few = try CommandRun(["top", "--copy", "900", "Corpus/hotel.jsonl"])
    #expect(few.status == 1 && few.errors.contains("there are only"), "\(few.errors)")
  }

  /// What stands before a name tells that it is one, also where the quote begins behind it.
  @Test func quotesAndMarkdownHoldNoPersonalData() throws {
    let folder = try TemporaryFolder()
    let text =
      "Wat een pech. Na drie weken nog steeds niets gehoord. Mevrouw Jansen belde mij op 06-12345678 terug "
      + "en regelde ineens ongevraagd een nieuwe kast, geweldig!"
    let dump = try folder.write(
      "p.jsonl",
      JSONSerialization.data(withJSONObject: ["id": "piet@voorbeeld.nl", "text": text]))
    for flags in [["--copy", "1"], ["--to", "markdown"]] {
      let masked = try CommandRun(["top", dump] + flags).text
      #expect(masked.contains("persoon") && masked.contains("e-mail"), "\(masked)")
      for part in ["Jansen", "06-12345678", "piet", "voorbeeld.nl"] {
        #expect(!masked.contains(part), "\(part) in \(masked)")
      }
      let open = try CommandRun(["top", dump, "--keep-personal"] + flags).text
      #expect(open.contains("Jansen") && open.contains("12345678") && open.contains("piet"))
    }
    // What goes on to another program is as it was read.
    #expect(try CommandRun(["top", dump, "--json"]).text.contains("piet@voorbeeld.nl"))
  }
}
