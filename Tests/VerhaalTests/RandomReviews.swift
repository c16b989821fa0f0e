import Foundation
import Lexicon

/// Invented reviews of some sources with all that makes merging hard: copies, repeated ids, none at all, other dates.
struct RandomReviews {
  struct Review: Hashable {
    let source: String
    /// nil in a source without ids.
    var id: String?
    let kind: Int
    let title: String
    let text: String
    let date: String?
    var grade: String
    var permission: String
    let shop: String

    /// Title and body as they are analysed.
    var whole: String { title.isEmpty ? text : title + "\n" + text }

    /// A line of a dump.
    var json: String {
      var values = ["tekst": text, "titel": title, "winkel": shop, "toestemming": permission]
      values["nr"] = id
      values["datum"] = date ?? ""
      values["cijfer"] = grade
      let names = ["nr", "datum", "cijfer", "titel", "tekst", "toestemming", "winkel"]
      return "{"
        + names.compactMap { name in values[name].map { "\"\(name)\":\"\($0)\"" } }
        .joined(separator: ",") + "}\n"
    }
  }

  private(set) var reviews: [Review] = []

  private static let sentences = [
    "De monteur kwam op zondag terug om het te maken.", "Na drie weken nog steeds niks gehoord!",
    "Prima.", "Gewoon goed.", "Zomaar een kaartje erbij, met de hand geschreven 👍🏽.",
    "De bezorger droeg de doos naar zolder; één klant, één café.", "Slecht.", "nvt",
    "Toen werd ik drie keer doorverbonden en hing op.", "Wat een topwinkel!",
    "The driver never came and nobody answered the phone.",
  ]

  /// - Parameter tellsGradesApart: whether the same review may come with other grades and permissions, of which the order
  ///   of a dump would decide which counts.
  init(_ count: Int, tellsGradesApart: Bool, _ generator: inout SplitMix64) {
    func pick<Element>(_ list: [Element]) -> Element { list.randomElement(using: &generator)! }
    // All else that is told of a review goes by its id, or by its text where it has none.
    func add(_ source: String, _ id: String?, kind: Int, _ text: String, _ date: String?) {
      reviews.append(
        Review(
          source: source, id: id, kind: kind, title: kind % 3 == 0 ? "Titel \(kind % 2)" : "",
          text: text, date: date, grade: ["", "2", "7", "10"][kind % 4],
          permission: ["", "ja", "nee"][kind % 3], shop: ["Gent", "Luik", ""][kind % 3]))
    }
    while reviews.count < count {
      if let earlier = reviews.randomElement(using: &generator),
        Int.random(in: 0..<4, using: &generator) == 0
      {
        // The same again, or the same id with another text or date.
        guard Bool.random(using: &generator) else {
          let text = pick(Self.sentences)
          add(
            earlier.source, earlier.id, kind: earlier.id == nil ? text.utf8.count : earlier.kind,
            text, pick([nil, "2026-01-31", earlier.date]))
          continue
        }
        var again = earlier
        if tellsGradesApart {
          again.grade = pick(["", "3", "9"])
          again.permission = pick(["", "ja", "nee"])
        }
        reviews.append(again)
        continue
      }
      let source = pick(["noord", "oost", "web"])
      let text = (0...Int.random(in: 0...2, using: &generator)).map { _ in pick(Self.sentences) }
        .joined(separator: " ")
      let number = Int.random(in: 1...count, using: &generator)
      let kind = source == "web" ? text.utf8.count : number
      add(
        source,
        source == "web"
          ? nil : pick(["\(number)", "\(number)", "\(number)#2", "bon#\(number)"]), kind: kind,
        text, kind % 5 == 0 ? nil : "2026-0\(1 + kind % 3)-1\(kind % 4)")
    }
  }

  /// The flags by which a source is read, so that nothing is left to the sample.
  static func flags(_ source: String) -> [String] {
    [
      "--format", "jsonl", "--text", "tekst", "--title", "titel", "--rating", "cijfer", "--scale",
      "1-10", "--date", "datum", "--source", source,
    ] + (source == "web" ? [] : ["--id", "nr"])
  }

  /// Stores reviews, source by source.
  static func store(_ reviews: [Review], _ path: String, _ folder: TemporaryFolder) throws {
    for source in Set(reviews.map(\.source)).sorted() {
      let dump = try folder.write(
        "dump.jsonl", reviews.filter { $0.source == source }.map(\.json).joined())
      let run = try CommandRun(["mine", "-q", dump, "--db", path] + flags(source))
      if run.status != 0 { throw Failure(run.errors) }
    }
  }

  /// The lines of `mine --with-text`.
  static func lines(_ reviews: [Review], _ folder: TemporaryFolder) throws -> String {
    try Set(reviews.map(\.source)).sorted().map { source in
      let dump = try folder.write(
        "dump.jsonl", reviews.filter { $0.source == source }.map(\.json).joined())
      let run = try CommandRun(["mine", "-q", "--with-text", dump] + flags(source))
      if run.status != 0 { throw Failure(run.errors) }
      return run.text
    }.joined()
  }

  struct Failure: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }

  /// The reviews in the order in which a merged store has them: that of one dump whose order is the same.
  func ordered(_ folder: TemporaryFolder) throws -> [Review] {
    var hashes: [String: String] = [:]
    for line in try CommandRun(
      ["mine", "-q", "--with-text"] + Self.flags("web"),
      input: Data(reviews.filter { $0.id == nil }.map(\.json).joined().utf8)
    ).objects() {
      let content = "\(line["text"] as? String ?? "")|\(line["date"] as? String ?? "")"
      hashes[content] = (line["id"] as? String)?.split(separator: "-").first.map(String.init)
    }
    // A number behind an id is one only where the id itself is there.
    let ids = Set(reviews.compactMap { review in review.id.map { review.source + "/" + $0 } })
    func stem(_ review: Review) -> String {
      guard let id = review.id else { return hashes["\(review.whole)|\(review.date ?? "")"] ?? "" }
      guard let mark = id.firstIndex(of: "#"), id[mark...] != "#1",
        ids.contains(review.source + "/" + id[..<mark])
      else { return id }
      return String(id[..<mark])
    }
    func key(_ review: Review) -> (String, Int, String, Int, String) {
      let stem = stem(review)
      return (review.source, stem.utf8.count, stem, review.date == nil ? 1 : 0, review.date ?? "")
    }
    return reviews.sorted { first, second in
      let (one, other) = (key(first), key(second))
      if one != other { return one < other }
      return Array(first.whole.utf8).lexicographicallyPrecedes(Array(second.whole.utf8))
    }.map { review in
      // With the id that all of its kind have, as one dump would give it.
      var named = review
      if review.id != nil { named.id = stem(review) }
      return named
    }
  }
}
