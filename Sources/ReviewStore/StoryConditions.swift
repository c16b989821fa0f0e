import Lexicon
import StoryAnalysis

/// What a query asks of the tables `r` (reviews), `m` (first moments) and `s` (sources).
struct StoryConditions {
  private var conditions: [String] = []
  /// What stands for the parameters, in their order.
  private(set) var values: [SQLValue] = []

  var sql: String { conditions.isEmpty ? "1" : conditions.joined(separator: " AND ") }

  init(_ query: StoryQuery) {
    if query.ids.isEmpty {
      // As the index on stories has it.
      add("r.story = 1 AND r.basis = 'experience'")
    } else {
      let places = query.ids.map { _ in "?" }.joined(separator: ", ")
      add("r.id IN (\(places))", query.ids.map(SQLValue.text))
    }
    if let label = query.label { add("r.label = ?", [.text(label.rawValue)]) }
    if let driver = query.driver {
      add(
        "EXISTS (SELECT 1 FROM json_each(r.drivers) AS d WHERE d.value = ?)", [.text(driver.name)])
    }
    for flag in query.flags {
      add("EXISTS (SELECT 1 FROM json_each(r.flags) AS f WHERE f.value = ?)", [.text(flag)])
    }
    if query.isPublishable {
      add(
        "EXISTS (SELECT 1 FROM permission AS p WHERE p.review = r.review AND p.status = 'allowed')")
      let places = StoryQuery.unpublishable.map { _ in "?" }.joined(separator: ", ")
      add(
        "NOT EXISTS (SELECT 1 FROM json_each(r.flags) AS f WHERE f.value IN (\(places)))",
        StoryQuery.unpublishable.sorted().map(SQLValue.text))
    }
    if let side = query.side { add(side.condition) }
    if let least = query.leastMemorability { add("r.memorability >= ?", [.real(least.asDouble)]) }
    if let grades = query.grades {
      add(
        "r.rating BETWEEN ? AND ?",
        [.real(grades.lowerBound.asDouble), .real(grades.upperBound.asDouble)])
      if let scale = query.ratingScale { add("r.rating_scale = ?", [.text(scale)]) }
    }
    if let day = query.firstDay { add("r.date >= ?", [.text(day)]) }
    if let day = query.lastDay { add("r.date <= ?", [.text(day)]) }
    if let source = query.source { add("s.name = ?", [.text(source)]) }
    for field in query.fields {
      add(
        """
        EXISTS (SELECT 1 FROM json_each(r.fields) AS f
          WHERE f.key = ? COLLATE NOCASE AND f.value = ? COLLATE NOCASE)
        """, [.text(field.name), .text(field.value)])
    }
    if let words = query.words {
      add(
        "r.review IN (SELECT rowid FROM text_search WHERE text_search MATCH ?)",
        [.text(words.expression)])
    }
  }

  private mutating func add(_ condition: String, _ values: [SQLValue] = []) {
    conditions.append(condition)
    self.values += values
  }

  /// What the stories are grouped by, as a column that comes before the conditions.
  mutating func group(_ grouping: StoryGrouping?) -> String {
    switch grouping {
    case nil: return "NULL"
    case .source: return "s.name"
    case .month: return "substr(r.date, 1, 7)"
    case .driver: return "json_extract(m.drivers, '$[0]')"
    case .field(let name):
      values.insert(.text(name), at: 0)
      return """
        (SELECT f.value FROM json_each(r.fields) AS f WHERE f.key = ? COLLATE NOCASE ORDER BY f.id LIMIT 1)
        """
    }
  }
}
