import Lexicon
import StoryAnalysis

/// A review of a store with its verdict, for figures.
public struct StoredReview: Sendable {
  public let source: String
  public let id: String
  public let label: Label
  public let story: Bool
  public let basis: Basis
  /// 0 to 3 in ten-thousandths.
  public let memorability: Fixed
  /// In ten-thousandths of its scale; nil without a grade.
  public let rating: Fixed?
  /// `1-5`, `1-10`, `0-10` or `0-100`; nil where it is unknown.
  public let ratingScale: String?
  /// `yyyy-mm-dd`, or the year or month alone.
  public let date: String?
  /// Words in the text, punctuation aside.
  public let words: Int
  public let drivers: [Driver]
  public let flags: [String]
  /// The columns without a role of their own: an object of texts.
  public let fields: [UInt8]
  /// Title, a newline and body, or the body alone.
  public let text: [UInt8]
  /// In bytes; 0 if there is none.
  public let titleLength: Int
  /// A hash of its letters and digits, which copies share; nil where it has none.
  public let letters: UInt64?
  /// The first moment; nil without one. -1 to 1 in ten-thousandths.
  public let momentValence: Fixed?
  /// Its bytes in the text.
  public let moment: Range<Int>?
  /// For use outside.
  public let permission: Permission
  /// Whether its writer waits for something, and the case is not done with.
  public let isWaiting: Bool
}

extension ReviewStore {
  /// Hands on every review in the order of import, one at a time.
  ///
  /// - Parameter source: the one source to read; all by default.
  /// - Throws: `StoreError`, or what `body` throws.
  public func forEachReview(
    source: String? = nil, _ body: (StoredReview) throws -> Void
  ) throws {
    let statement = try Statement(
      database,
      """
      SELECT s.name, r.id, r.label, r.story, r.basis, r.memorability, r.rating, r.rating_scale, r.date, r.words, r.drivers,
        r.flags, r.fields, t.text, t.title_bytes, t.letters, m.valence, m.start_byte, m.end_byte,
        p.status, p.date, f.done
      FROM review AS r JOIN source AS s ON s.source = r.source JOIN review_text AS t ON t.review = r.review
        LEFT JOIN moment AS m ON m.review = r.review AND m.place = 0
        LEFT JOIN permission AS p ON p.review = r.review
        LEFT JOIN followup AS f ON f.review = r.review
      WHERE ?1 IS NULL OR s.name = ?1
      ORDER BY r.review
      """)
    statement.bind([source.map(SQLValue.text) ?? .null])
    while try statement.step() { try body(try StoredReview(statement)) }
  }

  /// The names of the sources, in the order in which they came.
  public var sources: [String] {
    get throws(StoreError) {
      let statement = try Statement(database, "SELECT name FROM source ORDER BY source")
      var names: [String] = []
      while try statement.step() { names.append(statement.text(0)) }
      return names
    }
  }
}

extension StoredReview {
  /// The row that a statement stands at.
  ///
  /// - Throws: `StoreError` where it holds what cannot be.
  fileprivate init(_ row: borrowing Statement) throws(StoreError) {
    source = row.text(0)
    id = row.text(1)
    label = Label(rawValue: row.text(2)) ?? .neutralSatisfied
    story = row.integer(3) != 0
    basis = Basis(rawValue: row.text(4)) ?? .experience
    memorability = try row.fixed(5)
    rating = try row.optionalFixed(6)
    ratingScale = row.optionalText(7)
    date = row.optionalText(8)
    words = Int(row.integer(9))
    drivers = StoredStory.names(row.text(10)).compactMap(Driver.init(name:))
    flags = StoredStory.names(row.text(11))
    fields = row.bytes(12)
    text = row.bytes(13)
    titleLength = Int(row.integer(14))
    letters = row.isNull(15) ? nil : UInt64(bitPattern: row.integer(15))
    momentValence = try row.optionalFixed(16)
    moment = try row.part(17, of: text)
    permission = Permission(row, status: 19, date: 20)
    isWaiting = flags.contains("open-case") && row.isNull(21)
  }
}
