import ReviewIO
import ReviewStore
import StoryAnalysis

/// The stories that were asked for, best first, and what they were found among.
struct FoundStories {
  let stories: [RankedStory]
  let reviewCount: Int
  let exitCode: ExitCode

  /// What one chunk gives.
  private struct Part: Sendable {
    var stories: [RankedStory] = []
    /// Fields of the query that are there.
    var fields: Set<String> = []
    /// Of the grades; nil where the scale is not known.
    var scales: Set<RatingScale?> = []
    var newestDate: String?
    /// Reviews that may not be shown, where this is asked for.
    var refused: Set<RankedStory.Key> = []
  }

  /// Finds them in dumps, in one pass.
  ///
  /// - Throws: `QueryError` and `UsageError` where what was read cannot be asked so.
  init(in dumps: DumpArguments, _ query: StoryQuery, _ period: StoryPeriod) async throws {
    var asked = query
    if period.isKnown { _ = period.apply(to: &asked, newest: nil) }
    let known = asked
    let isDayKnown = period.isKnown
    var collection = StoryCollection(known, isDayKnown: isDayKnown)
    var fields: Set<String> = []
    var scales: Set<RatingScale?> = []
    var newest: String?
    let report = try await dumps.forEachChunk(
      work: { batch, identities in
        FoundStories.part(of: batch, identities, known, isDayKnown: isDayKnown)
      },
      deliver: { part, occurrences in
        fields.formUnion(part.fields)
        scales.formUnion(part.scales)
        if let date = part.newestDate, date > newest ?? "" {
          newest = date
          if !isDayKnown, period.apply(to: &asked, newest: date), let first = asked.firstDay {
            collection.forget(before: first)
          }
        }
        collection.refuse(part.refused)
        collection.add(part.stories) { $0.id + occurrences[$0.index].suffix }
      })
    if !period.apply(to: &asked, newest: newest) && report.recordCount > 0 {
      throw QueryError(
        message: "no review has a date, and the period counts back from the newest",
        hint: "name the column with --date, or the day with --today")
    }
    if query.grades != nil { try FoundStories.check(scales.map { $0?.rawValue }, isStore: false) }
    stories = collection.takeChosen(asked)
    reviewCount = report.recordCount
    exitCode = report.exitCode
    if stories.isEmpty, report.recordCount > report.unreadableCount,
      let missing = query.fieldNames.first(where: { !fields.contains($0) })
    {
      throw FoundStories.error(missing, report.layouts)
    }
  }

  /// Finds them in a store.
  ///
  /// - Throws: `StoreError`; `QueryError` and `UsageError` where the store cannot be asked so.
  init(in store: ReviewStore, _ query: StoryQuery, _ period: StoryPeriod) throws {
    var query = query
    let newest = period.isKnown ? nil : try store.newestDate(source: query.source)
    reviewCount = try store.count
    if !period.apply(to: &query, newest: newest) && reviewCount > 0 {
      throw QueryError(
        message: "\(store.path): no review has a date, and the period counts back from the newest",
        hint: "name the day with --today, or import with --date COL")
    }
    if query.grades != nil && query.ratingScale == nil {
      try FoundStories.check(store.ratingScales(source: query.source), isStore: true)
    }
    stories = try store.stories(query).map(RankedStory.init)
    exitCode = .done
    if stories.isEmpty, reviewCount > 0, !query.fieldNames.isEmpty {
      let names = try store.fieldNames
      let missing = query.fieldNames.first { name in
        !names.contains { FieldCondition.isAlike($0.utf8, name.utf8) }
      }
      if let missing {
        throw QueryError(
          message: "\(store.path): no review has a field ‘\(Terminal.safe(missing))’",
          hint: (names.isEmpty
            ? "the store has no fields" : "there are " + FoundStories.list(names))
            + "; a personal one is stored only with mine --keep-field")
      }
    }
  }

  // MARK: Chunks

  private static func part(
    of batch: AnalyzedBatch, _ identities: [ReviewIdentity], _ query: StoryQuery, isDayKnown: Bool
  ) -> Part {
    let filter = StoryFilter(query)
    var permissions = PermissionColumns(batch.layout)
    var part = Part(fields: filter.names(in: batch))
    var best = StoryCollection(query, isDayKnown: isDayKnown)
    for (index, record) in batch.reviews.reviews.enumerated() where !record.unreadable {
      if record.rating != nil { part.scales.insert(batch.scale(of: record)) }
      if !isDayKnown, let date = record.date {
        let text = batch.reviews.string(date)
        if text > part.newestDate ?? "" { part.newestDate = text }
      }
      let isAccepted = filter.accepts(index, of: batch, identities[index])
      guard isAccepted || query.isPublishable else { continue }
      let permission = permissions.reading(of: record, in: batch.reviews).permission ?? .none
      // It holds for the review wherever else it stands in the dump.
      if query.isPublishable, permission.status == .refused,
        let key = RankedStory.Key(identities[index], source: batch.layout.source)
      {
        part.refused.insert(key)
      }
      guard isAccepted else { continue }
      if query.isPublishable && permission.status != .allowed { continue }
      var signature: [UInt8] = []
      if best.needsSignatures {
        TextSignature(record.text.range, in: batch.reviews.bytes)
          .append(toStored: &signature)
      }
      best.add(
        RankedStory(
          index, of: batch, identity: identities[index], permission: permission,
          group: filter.group(index, of: batch), signature: signature))
    }
    part.stories = best.stories
    return part
  }

  // MARK: What cannot be asked

  /// Grades on more than one scale cannot be compared.
  private static func check(_ scales: [String?], isStore: Bool) throws(UsageError) {
    guard scales.count > 1 else { return }
    let names = scales.map { $0 ?? "a scale that is not known" }.sorted()
    throw UsageError(
      "--grade: there are grades on " + names.joined(separator: " and on "),
      hint: isStore ? "add --scale, or --source" : "ask dumps of one scale at a time")
  }

  private static func error(_ name: String, _ layouts: [DumpLayout]) -> QueryError {
    let columns = layouts.flatMap(\.columns)
    let shown = Terminal.safe(name)
    let column = columns.first { FieldCondition.isAlike($0.name.utf8, name.utf8) }
    let message = "no review has a field ‘\(shown)’"
    switch column?.role {
    case .rating:
      return QueryError(message: message + "; it is the grade", hint: "ask for it with --grade")
    case .date:
      return QueryError(
        message: message + "; it is the date", hint: "ask for it with --since, --until or --last")
    case .id:
      return QueryError(message: message + "; it is the id", hint: "ask for it with --review")
    case .text, .title:
      return QueryError(message: message + "; it is the text", hint: "ask for words with --about")
    case .field, nil:
      let names = columns.filter { $0.role == .field }.map(\.name)
      return QueryError(
        message: message,
        hint: names.isEmpty ? "the dumps have no fields" : "there are " + list(names))
    }
  }

  private static func list(_ names: [String]) -> String {
    var seen: Set<String> = []
    let distinct = names.filter { seen.insert($0).inserted }
    let rest = distinct.count - 20
    return distinct.prefix(20).map(Terminal.safe).joined(separator: ", ")
      + (rest > 0 ? " and \(rest) more" : "")
  }
}
