import StoryAnalysis

extension ReviewStore {
  /// Hands on every review with all that the store keeps of it, in the order of import.
  ///
  /// - Parameter body: gets the review's number in the store, and the review or why it cannot be one.
  /// - Throws: `StoreError`, or what `body` throws.
  public func forEachPart(
    _ body: (_ review: Int64, Result<PartReview, PartFlaw>) throws -> Void
  ) throws {
    let reviews = try Statement(
      database,
      """
      SELECT s.name, r.id, r.label, r.p_neutral_satisfied, r.p_enthusiastic, r.p_dissatisfied, r.valence, r.story,
        r.story_probability, r.memorability, r.basis, r.language, r.words, r.drivers, r.flags, t.text, t.title_bytes,
        r.date, r.rating, r.rating_scale, r.fields, CASE WHEN json_valid(r.fields) THEN json_type(r.fields) END,
        r.content, t.letters, t.minhash, p.status, p.date, p.by_hand, f.done, r.review
      FROM review AS r LEFT JOIN source AS s ON s.source = r.source LEFT JOIN review_text AS t ON t.review = r.review
        LEFT JOIN permission AS p ON p.review = r.review LEFT JOIN followup AS f ON f.review = r.review
      ORDER BY r.review
      """)
    let moments = try Statement(
      database,
      """
      SELECT start_byte, end_byte, start_utf16, end_utf16, valence, memorability, drivers
      FROM moment WHERE review = ? ORDER BY place
      """)
    while try reviews.step() {
      let review = reviews.integer(29)
      moments.bind(review, 1)
      var verdict = PartVerdict()
      while try moments.step() { verdict.moments.append(PartVerdict.PartMoment(moments)) }
      let part = Result { () throws(PartFlaw) in try PartReview(reviews, verdict) }
      try body(review, part)
    }
  }
}

extension PartVerdict.PartMoment {
  fileprivate init(_ row: borrowing Statement) {
    start = Int(row.integer(0))
    end = Int(row.integer(1))
    startUTF16 = Int(row.integer(2))
    endUTF16 = Int(row.integer(3))
    valence = row.real(4)
    memorability = row.real(5)
    drivers = StoredStory.names(row.text(6))
  }
}

extension PartReview {
  /// The row that a statement stands at.
  fileprivate init(_ row: borrowing Statement, _ verdict: PartVerdict) throws(PartFlaw) {
    guard !row.isNull(0), !row.isNull(15) else { throw PartFlaw("no source or no text") }
    guard row.text(21) == "object" else { throw PartFlaw("fields that are no object") }
    var verdict = verdict
    verdict.label = row.text(2)
    verdict.neutralSatisfied = row.real(3)
    verdict.enthusiastic = row.real(4)
    verdict.dissatisfied = row.real(5)
    verdict.valence = row.real(6)
    verdict.story = row.integer(7) != 0
    verdict.storyProbability = row.real(8)
    verdict.memorability = row.real(9)
    verdict.basis = row.text(10)
    verdict.language = row.optionalText(11)
    verdict.words = Int(row.integer(12))
    verdict.drivers = StoredStory.names(row.text(13))
    verdict.flags = StoredStory.names(row.text(14))
    try self.init(
      source: row.text(0), id: row.text(1), verdict: verdict, text: row.bytes(15),
      titleLength: Int(row.integer(16)), date: row.optionalText(17),
      rating: try PartReview.grade(row.isNull(18) ? nil : row.real(18)),
      ratingScale: row.optionalText(19), fields: row.bytes(20),
      decision: PartDecision(
        permission: row.isNull(25) ? nil : Permission(row, status: 25, date: 26),
        isByHand: row.integer(27) != 0, done: row.optionalText(28)),
      content: UInt64(bitPattern: row.integer(22)),
      letters: row.isNull(23) ? nil : UInt64(bitPattern: row.integer(23)), minhash: row.bytes(24))
  }
}
