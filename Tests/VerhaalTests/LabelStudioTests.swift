import Foundation
import Testing

@testable import verhaal

/// Reviews go to Label Studio as tasks and come back as gold.
@Suite struct LabelStudioTests {
  /// Exports the dump of the other tests; gives the tasks.
  static func tasks(_ folder: TemporaryFolder, _ more: [String] = []) throws -> [[String: Any]] {
    let dump = try folder.write("winkel.csv", LabelTests.dump)
    let path = folder.path("tasks.json")
    let run = try CommandRun(["label", dump, "--export", path] + more)
    #expect(run.status == 0, "\(run.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
    return try #require(json as? [[String: Any]])
  }

  @Test func tasksHoldTheTextAndTheVerdict() throws {
    let folder = try TemporaryFolder()
    let tasks = try Self.tasks(folder)
    #expect(tasks.count == 3)
    var momentCount = 0
    for task in tasks {
      let data = try #require(task["data"] as? [String: Any])
      let text = try #require(data["text"] as? String)
      let mined = try CommandRun(["explain", "--json", text]).objects()[0]
      let predictions = try #require(task["predictions"] as? [[String: Any]])
      let results = try #require(predictions[0]["result"] as? [[String: Any]])
      for result in results {
        let value = try #require(result["value"] as? [String: Any])
        switch result["from_name"] as? String {
        case "label": #expect(value["choices"] as? [String?] == [mined["label"] as? String])
        case "story":
          #expect(
            (value["choices"] as? [String]) == [mined["story"] as? Bool == true ? "yes" : "no"])
        case "moment":
          momentCount += 1
          let start = try #require(value["start"] as? Int)
          let units = Array(text.utf16)[start..<(try #require(value["end"] as? Int))]
          #expect(String(decoding: units, as: UTF16.self) == value["text"] as? String)
        default: break
        }
      }
      let grade = try #require(predictions[0]["score"] as? Double)
      #expect(grade > 0 && grade <= 1)
    }
    #expect(momentCount > 0)
    let blind = try Self.tasks(folder, ["--blind"])
    #expect(blind.allSatisfy { $0["predictions"] == nil } && blind.count == 3)
    #expect(try Self.tasks(folder, ["--limit", "1"]).count == 1)
  }

  /// A task as Label Studio exports it, with the results of each annotation.
  static func exported(
    _ id: String, title: String? = nil, _ text: String, _ annotations: [(by: Any, [[String: Any]])],
    cancelled: Bool = false
  ) -> [String: Any] {
    [
      "id": 7,
      "data": [
        "id": id, "domain": "winkel", "title": title as Any? ?? NSNull(),
        "text": title.map { $0 + "\n" + text } ?? text,
      ],
      "annotations": annotations.map {
        ["completed_by": $0.by, "was_cancelled": cancelled, "result": $0.1]
      },
    ]
  }

  static func choice(_ field: String, _ values: String...) -> [String: Any] {
    ["from_name": field, "to_name": "text", "type": "choices", "value": ["choices": values]]
  }

  static func mark(_ start: Int, _ end: Int) -> [String: Any] {
    [
      "from_name": "moment", "to_name": "text", "type": "labels",
      "value": ["start": start, "end": end, "labels": ["moment"]],
    ]
  }

  static func rating(_ value: Int) -> [String: Any] {
    ["from_name": "memorability", "to_name": "text", "type": "rating", "value": ["rating": value]]
  }

  /// Imports tasks; gives the run and the lines of the gold file.
  static func run(
    _ tasks: [Any], in folder: TemporaryFolder, _ more: [String] = []
  ) throws -> (run: CommandRun, gold: [[String: Any]]) {
    let json = try JSONSerialization.data(withJSONObject: tasks)
    let export = try folder.write("export.json", String(decoding: json, as: UTF8.self))
    let path = folder.path("gold.jsonl")
    let run = try CommandRun(["label", "--import", export, "-o", path] + more)
    let gold = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return (
      run,
      try gold.split(separator: "\n").map {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
      }
    )
  }

  @Test func labelsComeBackAsGoldThatEvaluateReads() throws {
    let folder = try TemporaryFolder()
    let text = "Écht 👍🏽. Na drie weken belde de baas zelf. Hij kwam langs. Klaar."
    let start = Array("Écht 👍🏽. ".utf16).count
    let end = start + "Na drie weken belde de baas zelf. Hij kwam langs.".utf16.count
    let story: [[String: Any]] = [
      Self.choice("label", "enthusiastic"), Self.choice("story", "yes"), Self.rating(3),
      // Marked in two parts, the later first.
      Self.mark(start + 34, end + 1), Self.mark(start, start + 33),
      Self.choice("drivers", "speed", "person"), Self.choice("sure", "no"),
    ]
    let plain = [Self.choice("label", "neutral-satisfied"), Self.choice("story", "no")]
    let tasks = [
      Self.exported(
        "a", title: "Top", text, [(4, plain), (["id": 5, "email": "bo@voorbeeld.nl"], story)]),
      Self.exported("b", "Prima winkel.", [(4, plain + [Self.rating(2)])]),
      Self.exported("c", "Niet bekeken.", []),
      Self.exported("d", "Afgebroken.", [(4, plain)], cancelled: true),
    ]
    let shift = "Top\n".utf16.count
    var moved = tasks
    var annotations = try #require(moved[0]["annotations"] as? [[String: Any]])
    annotations[1]["result"] =
      [story[0], story[1], story[2]]
      + [
        Self.mark(start + 34 + shift, end + 1 + shift),
        Self.mark(start + shift, start + 33 + shift),
      ]
      + story[5...]
    moved[0]["annotations"] = annotations
    let (run, gold) = try Self.run(moved, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("2 labels added"))
    #expect(run.errors.contains("2 not labelled, 1 earlier annotation left out"))
    #expect(gold.map { $0["id"] as? String } == ["a", "b"])
    #expect(gold[0]["title"] as? String == "Top" && gold[0]["text"] as? String == text)
    #expect(gold[0]["label"] as? String == "enthusiastic" && gold[0]["story"] as? Int == 1)
    #expect(gold[0]["moment"] as? String == "Na drie weken belde de baas zelf. Hij kwam langs.")
    #expect(gold[0]["memorability"] as? Int == 3 && gold[0]["sure"] as? Int == 1)
    #expect(gold[0]["drivers"] as? [String] == ["person", "speed"])
    #expect(gold[0]["labeller"] as? String == "bo@voorbeeld.nl")
    // What is no story has no memorability, whatever was clicked before.
    #expect(gold[1]["memorability"] as? Int == 0 && gold[1]["labeller"] as? String == "4")
    let evaluation = try CommandRun(["evaluate", "--json", folder.path("gold.jsonl")]).objects()[0]
    #expect(evaluation["count"] as? Int == 2)
    // Once more: nothing is there twice.
    let again = try Self.run(moved, in: folder)
    #expect(again.gold.count == 2 && again.run.errors.contains("0 labels added"))
    let other = try TemporaryFolder()
    let four = try Self.run(moved, in: other, ["--labeller", "4"])
    #expect(four.gold.map { $0["label"] as? String } == ["neutral-satisfied", "neutral-satisfied"])
  }

  static var halves: [([[String: Any]], String)] {
    [
      ([choice("story", "no")], "no label was chosen"),
      ([choice("label", "blij"), choice("story", "no")], "no label was chosen"),
      ([choice("label", "enthusiastic")], "whether it is a story was not chosen"),
      (
        [choice("label", "enthusiastic"), choice("story", "yes"), mark(0, 4)],
        "memorability of 1 to 3"
      ),
      ([choice("label", "enthusiastic"), choice("story", "yes"), rating(2)], "moment marked"),
      (
        [choice("label", "enthusiastic"), choice("story", "yes"), rating(2), mark(3, 900)],
        "lies outside the text"
      ),
    ]
  }

  @Test(arguments: 0..<6)
  func whatSaysTooLittleIsToldAndTheOthersGoOn(number: Int) throws {
    let (results, problem) = Self.halves[number]
    let folder = try TemporaryFolder()
    let whole = [Self.choice("label", "dissatisfied"), Self.choice("story", "no")]
    let (run, gold) = try Self.run(
      [
        Self.exported("a", "Eerste recensie.", [(1, results)]), ["id": 3],
        Self.exported("b", "Tweede recensie.", [(1, whole)]),
      ], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("export.json: task 1, review a: ") && run.errors.contains(problem))
    #expect(run.errors.contains("export.json: task 2: "))
    #expect(gold.map { $0["id"] as? String } == ["b"])
  }

  @Test(arguments: ["", "{}", "[1", "id,text\na,b"])
  func whatIsNoExportIsRefused(text: String) throws {
    let folder = try TemporaryFolder()
    let export = try folder.write("export.json", text)
    let run = try CommandRun(["label", "--import", export, "-o", folder.path("gold.jsonl")])
    #expect(run.status == 1)
    #expect(run.errors.contains("is no export of Label Studio"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("gold.jsonl")))
  }

  @Test func theInterfaceAsksForWhatIsImported() throws {
    let xml = try CommandRun(["label", "--interface"]).text
    let document = try XMLNames(xml)
    #expect(
      document.names.sorted()
        == ["drivers", "label", "memorability", "moment", "sure", "story", "text"].sorted())
    #expect(document.values.isSuperset(of: ["dissatisfied", "yes", "no", "moment", "gesture"]))
  }
}

/// The `name` and `value` of every element.
private struct XMLNames {
  private(set) var names: [String] = []
  private(set) var values: Set<String> = []

  /// - Throws: where the text is no well-formed tree of one root.
  init(_ text: String) throws {
    var open: [Substring] = []
    var roots = 0
    for match in text.matches(of: /<(\/?)(\w+)((?:\s+\w+="[^"<&]*")*)\s*(\/?)>/) {
      if match.1 == "/" {
        try #require(open.popLast() == match.2)
        continue
      }
      if open.isEmpty { roots += 1 }
      if match.4.isEmpty { open.append(match.2) }
      for attribute in match.3.matches(of: /(\w+)="([^"]*)"/) {
        if attribute.1 == "name" { names.append(String(attribute.2)) }
        if attribute.1 == "value" { values.insert(String(attribute.2)) }
      }
    }
    try #require(open.isEmpty && roots == 1)
  }
}
