import Lexicon
import StoryAnalysis

/// Cases as they are written, most urgent first.
enum FollowupFile: String, CaseIterable {
  case csv, jsonl, markdown

  /// The format that the ending of a name asks for.
  init?(ending path: String) {
    switch path.split(separator: ".").last {
    case "csv": self = .csv
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    default: return nil
    }
  }

  /// - Parameter period: the days that were asked for, as text.
  func header(
    _ cases: [FollowupCase], period: String, _ dialect: CSVDialect
  ) -> [UInt8] {
    switch self {
    case .jsonl: return []
    case .csv:
      return dialect.header([
        "rank", "urgency", "why", "days", "source", "id", "date", "rating", "ratingScale", "order",
        "open", "promised", "sensitive", "done", "text",
      ])
    case .markdown:
      let open = cases.count { $0.urgency < .sensitive }
      return Array(
        """
        # Follow-up\(period)

        \(Number.counted(open, "open case")), \(Number.counted(cases.count - open, "other sensitive review")). This \
        file holds personal data: give it only to whoever answers these customers.\n\n
        """.utf8)
    }
  }

  /// - Parameter isRaw: whether texts are written as they are, also where a spreadsheet would take them for formulas.
  func item(_ item: FollowupCase, rank: Int, _ dialect: CSVDialect, isRaw: Bool) -> [UInt8] {
    switch self {
    case .jsonl: json(item, rank)
    case .csv: row(item, rank, dialect, isRaw: isRaw)
    case .markdown: markdown(item, rank)
    }
  }

  private func json(_ item: FollowupCase, _ rank: Int) -> [UInt8] {
    var json = JSONWriter()
    json.open()
    json.key("rank")
    json.integer(rank)
    json.key("urgency")
    json.integer(item.urgency.rawValue)
    json.key("why")
    json.strings(item.why)
    json.key("days")
    json.optional(item.days)
    json.key("source")
    json.string(item.stored.source)
    json.key("id")
    json.string(item.stored.id)
    json.key("date")
    json.optional(item.stored.date)
    json.key("rating")
    json.optional(item.stored.rating)
    json.key("ratingScale")
    json.optional(item.stored.ratingScale)
    json.key("orders")
    json.strings(item.orders)
    json.key("open")
    json.strings(item.open)
    json.key("promised")
    json.strings(item.promised)
    json.key("sensitive")
    json.strings(item.sensitive)
    json.key("done")
    json.optional(item.stored.done)
    json.key("text")
    json.string(String(decoding: item.stored.text, as: UTF8.self))
    json.close()
    json.end()
    return json.bytes
  }

  private func row(
    _ item: FollowupCase, _ rank: Int, _ dialect: CSVDialect, isRaw: Bool
  ) -> [UInt8] {
    let values: [String?] = [
      String(rank), String(item.urgency.rawValue), item.why.joined(separator: " "),
      item.days.map(String.init), item.stored.source, item.stored.id, item.stored.date,
      item.stored.rating.map(dialect.number), item.stored.ratingScale.map(dialect.scale),
      item.orders.joined(separator: " "),
      Self.joined(item.open), Self.joined(item.promised), Self.joined(item.sensitive),
      item.stored.done, String(decoding: item.stored.text, as: UTF8.self),
    ]
    return dialect.row(values, isRaw: isRaw)
  }

  private func markdown(_ item: FollowupCase, _ rank: Int) -> [UInt8] {
    let escaped = StoryMarkdown.escaped
    let facts: [String] = [
      item.stored.date, item.days.map { Number.counted($0, "day") },
      StoryFacts.grade(item.stored.rating, scale: item.stored.ratingScale),
      item.stored.source + " " + item.stored.id,
      item.orders.isEmpty ? nil : "order " + item.orders.joined(separator: ", "),
      item.stored.done.map { "done " + $0 },
    ].compactMap(\.self).map(escaped)
    let indent = String(repeating: " ", count: String(rank).count + 2)
    let parts: [(String, [String])] = [
      ("open", item.open), ("promised", item.promised), ("sensitive", item.sensitive),
    ].filter { !$0.1.isEmpty }
    let lines = parts.map { "\(indent)- \($0.0): \(escaped(Self.joined($0.1)))" }
    return Array(
      "\(rank). **\(item.why.joined(separator: ", "))** · \(facts.joined(separator: " · "))\n\n\(lines.joined(separator: "\n"))\n\n"
        .utf8)
  }

  private static func joined(_ sentences: [String]) -> String {
    sentences.joined(separator: " […] ")
  }
}
