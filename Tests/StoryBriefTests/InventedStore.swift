import Foundation
import Lexicon
import ReviewStore
import StoryAnalysis

/// A store of reviews that a test has made up.
final class InventedStore {
  struct Review {
    var text: String
    var title = ""
    var id: String?
    var date: String?
    var rating: Fixed?
    var ratingScale = "1-10"
    var fields: [String: String] = [:]
    var source = "winkel"
    var permission: Permission?
  }

  private let folder: URL
  let store: ReviewStore
  static let analyzer = try! Analyzer()

  init(_ reviews: [Review]) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("verhaal-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try ReviewStore(path: folder.appendingPathComponent("a.sqlite").path, .writing)
    let writing = try ReviewImport(store)
    for (number, review) in reviews.enumerated() {
      try writing.add(Self.rows(review, number), suffixes: [""])
    }
    try writing.finish()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static func rows(_ review: Review, _ number: Int) throws -> ReviewRows {
    var bytes = Array((review.title.isEmpty ? "" : review.title + "\n").utf8)
    bytes += review.text.utf8
    let text = 0..<bytes.count
    bytes += (review.date ?? "").utf8
    let titleLength = review.title.utf8.count
    let fields = Array(try JSONSerialization.data(withJSONObject: review.fields))
    var rows = ReviewRows(
      source: review.source, analyzer: analyzer.version,
      bytes: bytes,
      fields: fields,
      analyses: analyzer.analyze(
        bytes, texts: [AnalyzedText(range: text, titleLength: titleLength)]))
    rows.append(
      0, id: (review.id ?? "r\(number)").utf8, text: text, titleLength: titleLength,
      date: review.date.map { _ in text.upperBound..<bytes.count }, rating: review.rating,
      ratingScale: review.ratingScale, fields: 0..<fields.count, permission: review.permission)
    return rows
  }
}
