import Lexicon
import ReviewIO
import ReviewStore
import StoryAnalysis

/// The reviews of dumps or of a store that are copies of one another.
struct FoundCopies {
  /// What is shown of a review; its texts lie behind each other, as there may be millions of which few are shown.
  private struct Places {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    mutating func add(_ text: some Sequence<UInt8>) {
      bytes += text
      ends.append(bytes.count)
    }

    subscript(place: Int) -> String {
      String(decoding: bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]], as: UTF8.self)
    }
  }

  /// A review among its copies.
  struct Copy: Hashable {
    let source: String
    let id: String
    let date: String?
  }

  /// Reviews of which the texts are near-copies, in input order.
  struct Cluster {
    var copies: [Copy]
    /// How the first one begins.
    let start: String
  }

  /// The largest first, then in input order.
  private(set) var clusters: [Cluster] = []
  /// Reviews with words enough.
  private(set) var comparedCount = 0
  private(set) var reviewCount = 0
  private(set) var exitCode = ExitCode.done

  private var copies = CopyClusters()
  private var sources: [String] = []
  private var sourceOf: [UInt32] = []
  private var ids = Places()
  private var dates = Places()
  private var starts = Places()

  /// Bytes of a text that are kept to show how it begins.
  private static let startLength = 160

  /// Finds them in dumps, in one pass.
  ///
  /// - Parameter leastWords: texts with fewer are no copies, as many people write the same few words.
  init(in dumps: DumpArguments, leastWords: Int) async throws {
    struct Row: Sendable {
      let index: Int
      let stem: String
      let date: String?
      let start: [UInt8]
      let signature: [UInt8]
    }
    let report = try await dumps.forEachChunk(
      work: { batch, identities in
        var rows: [Row] = []
        for (index, record) in batch.reviews.reviews.enumerated()
        where !record.unreadable && batch.analyses[index].wordCount >= leastWords {
          var signature: [UInt8] = []
          TextSignature(record.text.range, in: batch.reviews.bytes)
            .append(toStored: &signature)
          rows.append(
            Row(
              index: index, stem: batch.idStem(of: record, identities[index]),
              date: record.date.map { batch.reviews.string($0) },
              start: Array(batch.reviews.bytes[record.text.range].prefix(Self.startLength)),
              signature: signature))
        }
        return (source: batch.layout.source, rows: rows)
      },
      deliver: { part, occurrences in
        for row in part.rows {
          add(
            source: part.source, id: row.stem + occurrences[row.index].suffix, date: row.date,
            start: row.start, signature: row.signature)
        }
      })
    reviewCount = report.recordCount
    exitCode = report.exitCode
    cluster()
  }

  /// Finds them in a store.
  init(in store: ReviewStore, source: String?, leastWords: Int) throws(StoreError) {
    try store.forEachSignature(source: source, leastWords: leastWords) { review in
      add(
        source: review.source, id: review.id, date: review.date,
        start: review.text.prefix(Self.startLength), signature: review.signature)
    }
    reviewCount = try store.count
    cluster()
  }

  private mutating func add(
    source: String, id: String, date: String?, start: some Sequence<UInt8>, signature: [UInt8]
  ) {
    if sources.last != source { sources.append(source) }
    sourceOf.append(UInt32(sources.count - 1))
    ids.add(id.utf8)
    dates.add((date ?? "").utf8)
    starts.add(start)
    copies.add(signature)
    comparedCount += 1
  }

  private mutating func cluster() {
    let numbers = copies.clusters()
    var sizes = [UInt32](repeating: 0, count: numbers.count)
    for number in numbers { sizes[number] += 1 }
    var members: [Int: [Int]] = [:]
    for (place, number) in numbers.enumerated() where sizes[number] > 1 {
      members[number, default: []].append(place)
    }
    for (first, places) in members.sorted(by: { $0.key < $1.key }) {
      // A review that stands twice in a dump is no copy of itself.
      var seen: Set<Copy> = []
      let distinct = places.map { place in
        Copy(
          source: sources[Int(sourceOf[place])], id: ids[place],
          date: dates[place].isEmpty ? nil : dates[place])
      }.filter { seen.insert($0).inserted }
      if distinct.count > 1 {
        clusters.append(Cluster(copies: distinct, start: FoundCopies.line(starts[first])))
      }
    }
    // The sort is stable, so equal ones stay in input order.
    clusters.sort { $0.copies.count > $1.copies.count }
    copies = CopyClusters()
  }

  /// The first words as one line.
  private static func line(_ text: String) -> String {
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    return words.count > 80 ? String(words.prefix(79)) + "…" : words
  }
}
