import Foundation
import Testing

@Suite struct FollowupTests {
  static let dump = """
    id,datum,cijfer,ordernummer,recensie
    1,2026-03-01,2,4003271998,"Bank besteld. De verkoper had beloofd dat hij binnen vier weken geleverd zou worden. Nu \
    wachten we nog steeds op een bericht van mevrouw Jansen."
    2,2026-03-20,1,,"Nog geen antwoord op mijn klacht over bestelling 4003272011. Jullie zien mij niet meer terug."
    3,2026-03-25,1,,"Mijn man is overleden en toch blijven er brieven komen. Ik wacht nog steeds op een excuus."
    4,2026-03-28,8,,"Mijn moeder is ernstig ziek en de bezorger droeg alles naar boven."
    5,2026-03-29,9,,"Prima geholpen, snel geleverd."
    6,,1,,"Het geld is nog steeds niet teruggestort."

    """

  static func store(_ folder: TemporaryFolder, _ text: String = dump) throws -> String {
    let path = folder.path("s.sqlite")
    let file = try folder.write("shop.csv", text)
    #expect(try CommandRun(["mine", "-q", file, "--db", path]).status == 0)
    return path
  }

  /// The lines that a call writes.
  static func cases(_ folder: TemporaryFolder, _ arguments: [String] = []) throws -> [[String: Any]]
  {
    let file = folder.path("cases.jsonl")
    let run = try CommandRun(["followup", folder.path("s.sqlite"), "-o", file] + arguments)
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains("personal data"))
    return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  static func ids(_ cases: [[String: Any]]) -> [String] { cases.compactMap { $0["id"] as? String } }

  @Test func casesComeByUrgencyWithWhatIsOpen() throws {
    let folder = try TemporaryFolder()
    _ = try Self.store(folder)
    let cases = try Self.cases(folder)
    #expect(Self.ids(cases) == ["3", "1", "2", "6", "4"])
    #expect(cases.map { $0["urgency"] as? Int } == [1, 2, 3, 3, 4])
    #expect(cases.map { $0["days"] as? Int } == [4, 28, 9, nil, 1])
    #expect(
      cases[1]["open"] as? [String] == [
        "Nu wachten we nog steeds op een bericht van mevrouw Jansen."
      ])
    #expect(
      cases[1]["promised"] as? [String]
        == ["De verkoper had beloofd dat hij binnen vier weken geleverd zou worden."])
    #expect(
      cases[0]["sensitive"] as? [String] == [
        "Mijn man is overleden en toch blijven er brieven komen."
      ])
    #expect(
      cases.map { $0["orders"] as? [String] } == [[], ["4003271998"], ["4003272011"], [], []])
    #expect(cases[2]["why"] as? [String] == ["open-case", "leaving"])
  }

  @Test func aPeriodCountsBackFromTodayOrTheNewestDate() throws {
    let folder = try TemporaryFolder()
    _ = try Self.store(folder)
    #expect(Self.ids(try Self.cases(folder, ["--since", "10d"])) == ["3", "2", "4"])
    let later = try Self.cases(folder, ["--since", "10d", "--today", "2026-04-03"])
    #expect(Self.ids(later) == ["3", "4"])
    #expect(later.map { $0["days"] as? Int } == [9, 6])
    #expect(Self.ids(try Self.cases(folder, ["--until", "2026-03-20"])) == ["1", "2"])
  }

  @Test func aPeriodCountsBackFromTheNewestDateOfTheSource() throws {
    let folder = try TemporaryFolder()
    let path = try Self.store(folder)
    let later = try folder.write(
      "site.csv", "id,datum,recensie\n1,2026-09-01,\"Nog geen antwoord op mijn klacht.\"\n")
    #expect(try CommandRun(["mine", "-q", later, "--db", path]).status == 0)
    #expect(
      Self.ids(try Self.cases(folder, ["--since", "10d", "--source", "shop"])) == ["3", "2", "4"])
  }

  @Test func whatIsDoneComesAgainOnlyWithAnotherText() throws {
    let folder = try TemporaryFolder()
    let path = try Self.store(folder)
    let done = try CommandRun(["followup", path, "--done", "3", "--done", "6"])
    #expect(
      done.status == 0 && done.errors == "3: done 2026-03-29\n6: done 2026-03-29\n",
      "\(done.errors)")
    #expect(Self.ids(try Self.cases(folder)) == ["1", "2", "4"])
    let all = try Self.cases(folder, ["--all"])
    #expect(Self.ids(all) == ["3", "1", "2", "6", "4"])
    #expect(all[0]["done"] as? String == "2026-03-29")
    #expect(try CommandRun(["followup", "-q", path, "--undo", "6"]).status == 0)
    #expect(Self.ids(try Self.cases(folder)) == ["1", "2", "6", "4"])
    _ = try Self.store(folder, Self.dump.replacing("een excuus.", with: "een excuus, al weken."))
    #expect(Self.ids(try Self.cases(folder)).first == "3")
  }

  @Test(arguments: ["csv", "jsonl", "md"])
  func onlyTheOwnerMayReadTheFile(ending: String) throws {
    let folder = try TemporaryFolder()
    let path = try Self.store(folder)
    let file = try folder.write("cases.\(ending)", "")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    #expect(try CommandRun(["followup", path, "-o", file]).status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    // Unmasked, word for word.
    #expect(text.contains("Nu wachten we nog steeds op een bericht van mevrouw Jansen."))
  }

  static let wrong: [([String], Int32, String)] = [
    ([], 2, "written to a file only"), (["-o", "-"], 2, "is no file"),
    (["-o", "/dev/null"], 2, "is no file"), (["-o", "cases.txt"], 2, "says no format"),
    (["--date", "2026-03-01", "-o", "cases.csv"], 2, "goes with --done"),
    (["--done", "99"], 1, "no review has the id"),
    (["--since", "soon", "-o", "c.csv"], 2, "--since is"),
    (["-o", "/no/such/folder/cases.csv"], 1, "cannot be written"),
  ]

  @Test(arguments: wrong)
  func nothingLeavesOtherwise(arguments: [String], status: Int32, message: String) throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(["followup", try Self.store(folder)] + arguments)
    #expect(run.status == status && run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }
}
