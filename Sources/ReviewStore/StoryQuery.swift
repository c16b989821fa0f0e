import Lexicon
import StoryAnalysis

/// Which stories are asked for.
public struct StoryQuery: Sendable {
  /// At most so many.
  public var limit: Int
  public var label: Label?
  /// A driver of the review.
  public var driver: Driver?
  public var source: String?

  public init(limit: Int, label: Label? = nil, driver: Driver? = nil, source: String? = nil) {
    self.limit = limit
    self.label = label
    self.driver = driver
    self.source = source
  }
}

extension ReviewStore {
  /// The most memorable stories: by memorability, then by the strength of the moment, then in the order of import.
  public func stories(_ query: StoryQuery) throws(StoreError) -> [StoredStory] {
    var conditions: [String] = []
    var values: [SQLValue] = []
    if let label = query.label {
      conditions.append("label = ?")
      values.append(.text(label.rawValue))
    }
    if let driver = query.driver {
      conditions.append("EXISTS (SELECT 1 FROM json_each(drivers) AS d WHERE d.value = ?)")
      values.append(.text(driver.name))
    }
    if let source = query.source {
      conditions.append("source = ?")
      values.append(.text(source))
    }
    let statement = try Statement(
      database,
      """
      SELECT source, id, text, title_bytes, label, memorability, flags, start_byte, end_byte, start_utf16, end_utf16,
        moment, moment_valence, moment_memorability, moment_drivers, rating, rating_scale, date
      FROM stories \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
      ORDER BY memorability DESC, strength DESC, review LIMIT ?
      """)
    statement.bind(values + [.integer(Int64(query.limit))])
    var stories: [StoredStory] = []
    while try statement.step() { stories.append(StoredStory(statement)) }
    return stories
  }
}

extension StoredStory {
  /// The row that a statement stands at.
  fileprivate init(_ row: borrowing Statement) {
    source = row.text(0)
    id = row.text(1)
    text = row.bytes(2)
    titleLength = Int(row.integer(3))
    label = Label(rawValue: row.text(4)) ?? .neutralSatisfied
    memorability = Fixed(rounding: row.real(5))
    flags = Self.names(row.text(6))
    moment = Moment(
      start: Int(row.integer(7)), end: Int(row.integer(8)), startUTF16: Int(row.integer(9)),
      endUTF16: Int(row.integer(10)), text: row.text(11), valence: Fixed(rounding: row.real(12)),
      memorability: Fixed(rounding: row.real(13)),
      drivers: Self.names(row.text(14)).compactMap(Driver.init(name:)))
    rating = row.isNull(15) ? nil : Fixed(rounding: row.real(15))
    ratingScale = row.optionalText(16)
    date = row.optionalText(17)
  }

  /// The names in an array as the import writes it.
  static func names(_ json: String) -> [String] {
    json.split { "[],\"".contains($0) }.map(String.init)
  }
}
