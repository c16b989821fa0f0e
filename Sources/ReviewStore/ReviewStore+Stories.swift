import Lexicon
import StoryAnalysis

extension ReviewStore {
  /// The most memorable stories: by memorability, then by the strength of the moment, then in the order of import.
  public func stories(_ query: StoryQuery) throws(StoreError) -> [StoredStory] {
    let ranked = try ranking(query)
    var clusters = Array(ranked.indices)
    if query.takesCopiesOnce {
      var copies = CopyClusters(capacity: ranked.count)
      let signature = try Statement(database, "SELECT minhash FROM review_text WHERE review = ?")
      for story in ranked {
        signature.bind(story.review, 1)
        copies.add(try signature.step() ? signature.bytes(0) : [])
        signature.reset()
      }
      clusters = copies.clusters()
    }
    var choice = StoryChoice(query)
    let row = try Statement(
      database,
      """
      SELECT s.name, r.id, t.text, t.title_bytes, r.label, r.memorability, r.flags, r.rating, r.rating_scale, r.date,
        m.start_byte, m.end_byte, m.start_utf16, m.end_utf16, m.valence, m.memorability, m.drivers,
        p.status, p.date, r.review
      FROM review AS r JOIN source AS s ON s.source = r.source JOIN review_text AS t ON t.review = r.review
        LEFT JOIN moment AS m ON m.review = r.review AND m.place = 0
        LEFT JOIN permission AS p ON p.review = r.review
      WHERE r.review = ?
      """)
    var stories: [StoredStory] = []
    for (place, story) in ranked.enumerated()
    where choice.takes(group: story.group, driver: story.driver, cluster: clusters[place]) {
      row.bind(story.review, 1)
      if try row.step() { stories.append(try StoredStory(row, group: story.group)) }
      row.reset()
      if choice.isFull { break }
    }
    return stories
  }

  /// The newest date, as `yyyy-mm-dd`; nil where no review has one.
  ///
  /// - Parameter source: of this source only.
  public func newestDate(source: String? = nil) throws(StoreError) -> String? {
    let statement = try Statement(
      database,
      """
      SELECT max(r.date) FROM review AS r JOIN source AS s ON s.source = r.source
      WHERE ?1 IS NULL OR s.name = ?1
      """)
    statement.bind([source.map(SQLValue.text) ?? .null])
    return try statement.step() ? statement.optionalText(0) : nil
  }

  /// The scales on which there are grades, ordered; nil for grades of which the scale is not known.
  ///
  /// - Parameter source: of this source only.
  public func ratingScales(source: String? = nil) throws(StoreError) -> [String?] {
    let statement = try Statement(
      database,
      """
      SELECT DISTINCT r.rating_scale FROM review AS r JOIN source AS s ON s.source = r.source
      WHERE r.rating IS NOT NULL AND (?1 IS NULL OR s.name = ?1) ORDER BY 1
      """)
    statement.bind([source.map(SQLValue.text) ?? .null])
    var scales: [String?] = []
    while try statement.step() { scales.append(statement.optionalText(0)) }
    return scales
  }

  /// The names of all fields, ordered; reads every review.
  public var fieldNames: [String] {
    get throws(StoreError) {
      let statement = try Statement(
        database, "SELECT DISTINCT f.key FROM review AS r, json_each(r.fields) AS f ORDER BY 1")
      var names: [String] = []
      while try statement.step() { names.append(statement.text(0)) }
      return names
    }
  }

  // MARK: Ranking

  /// What is needed of a story to choose it.
  private struct Ranked {
    let review: Int64
    let driver: Driver?
    let group: String?
  }

  private func ranking(_ query: StoryQuery) throws(StoreError) -> [Ranked] {
    var conditions = StoryConditions(query)
    let group = conditions.group(query.grouping)
    // Only where the first rows are those that are shown.
    let most = query.grouping == nil && !query.takesCopiesOnce ? query.limit : .max
    let statement = try Statement(
      database,
      """
      SELECT r.review, m.drivers, \(group)
      FROM review AS r JOIN source AS s ON s.source = r.source
        LEFT JOIN moment AS m ON m.review = r.review AND m.place = 0
      WHERE \(conditions.sql)
      ORDER BY r.memorability DESC, abs(coalesce(m.valence, 0)) DESC, r.review LIMIT ?
      """)
    statement.bind(conditions.values + [.integer(Int64(most))])
    var ranked: [Ranked] = []
    while try statement.step() {
      ranked.append(
        Ranked(
          review: statement.integer(0),
          driver: StoredStory.names(statement.text(1)).first.flatMap(Driver.init(name:)),
          group: statement.optionalText(2)))
    }
    return ranked
  }
}

extension StoredStory {
  /// The row that a statement stands at.
  ///
  /// - Throws: `StoreError` where it holds what cannot be.
  fileprivate init(_ row: borrowing Statement, group: String?) throws(StoreError) {
    self.group = group
    source = row.text(0)
    id = row.text(1)
    text = row.bytes(2)
    titleLength = Int(row.integer(3))
    label = Label(rawValue: row.text(4)) ?? .neutralSatisfied
    memorability = try row.fixed(5)
    flags = Self.names(row.text(6))
    rating = try row.optionalFixed(7)
    ratingScale = row.optionalText(8)
    date = row.optionalText(9)
    permission = Permission(row, status: 17, date: 18)
    guard let span = try row.part(10, of: text) else {
      moment = nil
      return
    }
    moment = Moment(
      start: span.lowerBound, end: span.upperBound, startUTF16: Int(row.integer(12)),
      endUTF16: Int(row.integer(13)),
      text: String(decoding: text[span], as: UTF8.self),
      valence: try row.fixed(14), memorability: try row.fixed(15),
      drivers: Self.names(row.text(16)).compactMap(Driver.init(name:)))
  }

  /// The names in an array as the import writes it.
  static func names(_ json: String) -> [String] {
    json.split { "[],\"".contains($0) }.map(String.init)
  }
}
