import Lexicon
import ReviewIO
import ReviewStore
import StoryAnalysis

/// What a query asks of the reviews of a dump: the same as the store's own conditions ask of its rows.
///
/// Ids are compared before their occurrence is known, and so only the stems of them. For use on one thread at a time.
struct StoryFilter {
  private let query: StoryQuery
  private let matcher: WordMatcher?
  private let ids: [String]
  private let fields: [(name: [UInt8], value: [UInt8])]
  private let group: [UInt8]?

  init(_ query: StoryQuery) {
    self.query = query
    // What was read when the query was made can be read again.
    matcher = query.words.flatMap { try? WordMatcher($0) }
    ids = query.ids
    fields = query.fields.map { (Array($0.name.utf8), Array($0.value.utf8)) }
    if case .field(let name) = query.grouping { group = Array(name.utf8) } else { group = nil }
  }

  /// Whether all but the days hold; those are asked for apart, as they may not be known yet.
  func accepts(_ index: Int, of batch: AnalyzedBatch, _ identity: ReviewIdentity) -> Bool {
    let record = batch.reviews.reviews[index]
    guard !record.unreadable else { return false }
    if query.ids.isEmpty {
      guard batch.analyses[index].story, batch.analyses[index].basis == .experience else {
        return false
      }
    } else {
      let stem = batch.idStem(of: record, identity)
      guard ids.contains(where: { $0.hasPrefix(stem) }) else { return false }
    }
    return accepts(batch.analyses[index]) && accepts(record, of: batch.reviews)
  }

  private func accepts(_ analysis: Analysis) -> Bool {
    if let label = query.label, analysis.label != label { return false }
    if let driver = query.driver, !analysis.drivers.contains(driver) { return false }
    if !query.flags.allSatisfy(analysis.flags.contains) { return false }
    if query.isPublishable && !StoryQuery.unpublishable.isDisjoint(with: analysis.flags) {
      return false
    }
    if let side = query.side,
      !side.holds(
        analysis.label, valence: analysis.moments.first?.valence ?? 0, flags: analysis.flags)
    {
      return false
    }
    if let least = query.leastMemorability, analysis.memorability < least { return false }
    return true
  }

  private func accepts(_ record: ReviewRecord, of reviews: ReviewBatch) -> Bool {
    if let grades = query.grades {
      guard let rating = record.rating, grades.contains(rating) else { return false }
    }
    for (name, value) in fields {
      let holds = reviews.fields[record.fields].contains { field in
        FieldCondition.isAlike(reviews.bytes[field.name.range], name)
          && FieldCondition.isAlike(reviews.bytes[field.value.range], value)
      }
      if !holds { return false }
    }
    return matcher?.matches(reviews.bytes[record.text.range]) ?? true
  }

  /// By what a story is grouped; nil where it has no such value, or nothing is grouped.
  func group(_ index: Int, of batch: AnalyzedBatch) -> String? {
    let record = batch.reviews.reviews[index]
    switch query.grouping {
    case nil: return nil
    case .source: return batch.layout.source
    case .month: return record.date.map { String(batch.reviews.string($0).prefix(7)) }
    case .driver: return batch.analyses[index].moments.first?.drivers.first?.name
    case .field:
      guard let group else { return nil }
      return batch.reviews.fields[record.fields].first {
        FieldCondition.isAlike(batch.reviews.bytes[$0.name.range], group)
      }.map { batch.reviews.string($0.value) }
    }
  }

  /// The names of the query's fields that a chunk has, as the query has them.
  func names(in batch: AnalyzedBatch) -> Set<String> {
    guard !query.fieldNames.isEmpty else { return [] }
    var found: Set<String> = []
    for name in query.fieldNames {
      let bytes = Array(name.utf8)
      if batch.reviews.fields.contains(where: {
        FieldCondition.isAlike(batch.reviews.bytes[$0.name.range], bytes)
      }) {
        found.insert(name)
      }
    }
    return found
  }
}

extension StoryQuery {
  /// The fields that it names.
  var fieldNames: [String] {
    var names = fields.map(\.name)
    if case .field(let name) = grouping { names.append(name) }
    return names
  }
}
