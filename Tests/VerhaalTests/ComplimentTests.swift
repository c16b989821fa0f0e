import Foundation
import Testing

@Suite struct ComplimentTests {
  static let dump = """
    id,datum,cijfer,winkel,recensie
    1,2026-03-02,10,Gent,"Wat een fantastische service van mevrouw Jansen. Pieter de Vries was ook superlief."
    2,2026-03-03,1,Zwolle,"Verschrikkelijk behandeld door Sanne. Sanne was onbeschoft, nooit meer."
    3,2026-03-04,9,Zwolle,"sanne's hulp was geweldig, top! Mail mij op jan@voorbeeld.nl."
    4,2026-03-05,9,Zwolle,"Heerlijk, wat een mooie winkel. Bram belde 's avonds nog om te vragen of alles goed was, \
    wat een topper!"
    5,2026-03-06,10,Luik,"Sanne de Boer was fantastisch, wat een geweldige vrouw!"
    6,2026-03-07,10,Luik,"Mijn man overleed en Sanne kwam met bloemen langs, zo ontzettend lief, geweldig."
    7,2026-03-08,9,Zwolle,"sanne's hulp was geweldig, top! Mail mij op jan@voorbeeld.nl!"

    """
  /// More rows for a dump with an order in the fourth column.
  static let rows = """
    7,2026-03-30,"8,5",A1,"Wat een fantastische service, geweldig geholpen door iedereen hier!"
    8,2026-03-31,"8,5",A2,"Nog steeds geen antwoord gekregen, wat een slechte service."
    9,2026-04-01,10,A1,"Heerlijk, wat een geweldige winkel!"

    """
  static let staff = "# team\nSanne\tGent\n\nMevr. Jansen\nBram\tZwolle\nRoos\n"

  private let folder: TemporaryFolder
  private let path: String
  private let staff: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("s.sqlite")
    staff = try folder.write("staff.tsv", Self.staff)
    let file = try folder.write("shop.csv", Self.dump)
    #expect(try CommandRun(["mine", "-q", file, "--db", path]).status == 0)
  }

  private func rows(_ arguments: [String]) throws -> [(group: String?, id: String, quote: String)] {
    try CommandRun(["compliments", path, "--json", "-n", "9"] + arguments).objects().map {
      ($0["group"] as? String, $0["id"] as? String ?? "", $0["quote"] as? String ?? "")
    }
  }

  @Test func eachNameHasItsPraise() throws {
    let rows = try rows(["--staff", staff])
    #expect(rows.map(\.group) == ["Bram (Zwolle)", "Mevr. Jansen", "Sanne (Gent)"])
    #expect(rows.map(\.id) == ["4", "1", "3"])
    #expect(rows[1].quote == "Wat een fantastische service van mevrouw Jansen.")
    #expect(rows[2].quote == "sanne's hulp was geweldig, top!")
    let run = try CommandRun(["compliments", path, "--staff", staff])
    #expect(run.errors == "left out as sensitive: 1 compliment\n")
  }

  @Test func withoutAListEveryoneIsMasked() throws {
    let rows = try rows(["--by", "WINKEL"])
    #expect(Set(rows.map(\.group)) == ["Gent", "Luik", "Zwolle"])
    #expect(rows.map(\.id).sorted() == ["1", "3", "4", "5"])
    for row in rows {
      #expect(
        !["Jansen", "Sanne", "sanne", "Bram", "Pieter"].contains(where: row.quote.contains),
        "\(row.quote)")
    }
    let listed = try self.rows(["--by", "winkel", "--staff", staff]).map(\.quote)
    #expect(listed.contains { $0.contains("Bram belde") })
    #expect(listed.contains { $0.hasPrefix("[persoon] was fantastisch") })
  }

  /// Sources are named by files, and these at times by a person; two that are masked stay two.
  @Test(arguments: ["text", "jsonl", "csv", "markdown"])
  func namesOfSourcesAreMasked(format: String) throws {
    let store = folder.path("names.sqlite")
    let rows = Self.dump.split(separator: "\n", omittingEmptySubsequences: false)
    for (name, row) in [("Sanne de Vries", 1), ("Pieter Jansen", 5)] {
      let file = try folder.write(
        "lof \(name).csv", [rows[0], rows[row], ""].joined(separator: "\n"))
      #expect(try CommandRun(["mine", "-q", file, "--db", store]).status == 0)
    }
    let run = try CommandRun(["compliments", store, "--by", "source", "--to", format])
    #expect(!run.text.contains("Vries") && !run.text.contains("Jansen"), "\(run.text)")
    guard format == "jsonl" else { return }
    #expect(try run.objects().map { $0["group"] as? String } == ["lof [persoon]", "lof [persoon]"])
    #expect(
      try run.objects().map { $0["source"] as? String } == ["lof [persoon]", "lof [persoon]"])
    #expect(try run.objects().map { $0["count"] as? Int } == [1, 1])
    #expect(try run.objects().map { $0["id"] as? String } == ["5", "1"])
  }

  @Test(arguments: ["text", "jsonl", "csv", "markdown"])
  func noFormatNamesSomeoneInAComplaint(format: String) throws {
    let run = try CommandRun(["compliments", path, "--staff", staff, "--to", format, "-n", "9"])
    #expect(run.text.contains("Bram belde") && !run.text.contains("onbeschoft"))
    let top = try CommandRun(["top", path, "--review", "2", "--copy", "1", "--staff", staff])
    #expect(top.text.contains("[persoon] was onbeschoft") && !top.text.contains("Sanne"))
    let praise = try CommandRun([
      "top", path, "--review", "4", "--to", "markdown", "--staff", staff,
    ])
    #expect(praise.text.contains("Bram belde"))
    #expect(
      try CommandRun(["top", path, "--review", "4", "--to", "markdown"]).text
        .contains("\\[persoon\\] belde"))
  }

  /// The name as it is given goes first, then the first of those that differ from it in case.
  @Test func columnsThatDifferInCaseAreToldApart() throws {
    let store = folder.path("case.sqlite")
    let rows = (0..<9).map { number in
      let word = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"][number]
      return #"{"id":\#(number),"Winkel":"groot","winkel":"klein","WiNkEl":"bont","#
        + #""tekst":"Wat een fantastische service, geweldig geholpen, \#(word) keer!"}"#
    }
    let file = try folder.write("case.jsonl", rows.joined(separator: "\n") + "\n")
    #expect(try CommandRun(["mine", "-q", file, "--db", store]).status == 0)
    for (name, value) in [
      ("winkel", "klein"), ("Winkel", "groot"), ("WiNkEl", "bont"), ("WINKEL", "bont"),
    ] {
      let groups = try CommandRun(["compliments", store, "--by", name, "--json"]).objects()
      #expect(Set(groups.map { $0["group"] as? String }) == [value], "\(name)")
      #expect(groups.first?["count"] as? Int == 9)
    }
  }

  @Test func aPeriodAndAPlaceLeaveLess() throws {
    // The copy 7 counts where what it is a copy of lies outside the period.
    #expect(try rows(["--since", "2026-03-05"]).map(\.id).sorted() == ["4", "5", "7"])
    #expect(try rows(["--last", "3d"]).map(\.id).sorted() == ["5", "7"])
    #expect(try rows(["--source", "elsewhere"]).isEmpty)
  }

  static let wrong: [([String], String, Int32, String)] = [
    (["--by", "kleur"], "", 1, "there are winkel"),
    (["--staff", "F"], "# niemand\n", 1, "names nobody"),
    (["--staff", "F"], "Sanne\n12\n", 1, ":2: ‘12’ is no name"),
    (["--staff", "/no/such.tsv"], "", 1, "cannot be read"),
    (["--json", "--to", "csv"], "", 2, "do not go together"), (["--limit", "0"], "", 2, "--limit"),
  ]

  @Test(arguments: wrong)
  func whatMakesNoSenseIsSaid(
    arguments: [String], list: String, status: Int32, message: String
  ) throws {
    let file = try folder.write("list.tsv", list)
    let run = try CommandRun(["compliments", path] + arguments.map { $0 == "F" ? file : $0 })
    #expect(run.status == status && run.errors.contains(message), "\(run.errors)")
  }
}
