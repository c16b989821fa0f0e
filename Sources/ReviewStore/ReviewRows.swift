import Lexicon
import StoryAnalysis

/// Analysed reviews of one source on their way into a store; made on any thread.
public struct ReviewRows: Sendable {
  struct Row: Sendable {
    /// In `identifiers`, without its occurrence.
    let id: Range<Int>
    /// In `bytes`, as are title and date.
    let text: Range<Int>
    let titleLength: Int
    let date: Range<Int>?
    let rating: Fixed?
    let ratingScale: String?
    /// In the `fields` of the batch.
    let fields: Range<Int>
    /// nil where the dump does not say.
    let permission: Permission?
    /// Of all that is stored of the review but its analysis.
    let content: UInt64
    let letters: UInt64?
    /// Place in the analyses of the batch.
    let analysis: Int
  }

  let source: String
  let analyzer: String
  let bytes: [UInt8]
  /// The fields of all reviews as JSON, behind each other.
  let fields: [UInt8]
  let analyses: [Analysis]
  private(set) var identifiers: [UInt8] = []
  private(set) var rows: [Row] = []
  /// The MinHash of every row, behind each other.
  private(set) var signatures: [UInt8] = []

  /// Begins with none of the reviews of a batch.
  ///
  /// - Parameters:
  ///   - analyzer: version of the analyser.
  ///   - bytes: where texts and dates lie.
  ///   - fields: where the fields lie, as JSON.
  ///   - analyses: of the reviews of the batch.
  public init(
    source: String, analyzer: String, bytes: [UInt8], fields: [UInt8], analyses: [Analysis]
  ) {
    self.source = source
    self.analyzer = analyzer
    self.bytes = bytes
    self.fields = fields
    self.analyses = analyses
    rows.reserveCapacity(analyses.count)
    signatures.reserveCapacity(analyses.count * TextSignature.size)
  }

  public var count: Int { rows.count }

  /// Adds a review.
  ///
  /// - Parameters:
  ///   - index: place of its analysis among those of the batch.
  ///   - id: its id without an occurrence, valid UTF-8.
  ///   - text: title, a newline and body, or the body alone, valid UTF-8 in `bytes`.
  ///   - titleLength: in bytes; 0 if there is none.
  ///   - date: `yyyy-mm-dd` in `bytes`.
  ///   - rating: in ten-thousandths, on its scale.
  ///   - ratingScale: `1-5`, `1-10`, `0-10` or `0-100`, where it is known.
  ///   - fields: an object of texts in `fields`.
  ///   - permission: what the dump says of using the review outside; nil where it says nothing.
  public mutating func append(
    _ index: Int, id: some Sequence<UInt8>, text: Range<Int>, titleLength: Int, date: Range<Int>?,
    rating: Fixed?, ratingScale: String?, fields json: Range<Int>, permission: Permission? = nil
  ) {
    let idStart = identifiers.count
    identifiers += id
    let content = ReviewContent(
      bytes, text: text, titleLength: titleLength, date: date, rating: rating, scale: ratingScale,
      fields: fields.span.extracting(json), permission: permission)
    let signature = TextSignature(text, in: bytes)
    signature.append(to: &signatures)
    rows.append(
      Row(
        id: idStart..<identifiers.count, text: text, titleLength: titleLength, date: date,
        rating: rating, ratingScale: ratingScale, fields: json, permission: permission,
        content: content.hash, letters: signature.letters, analysis: index))
  }

  /// Where the MinHash of a row lies.
  func signature(_ row: Int) -> Range<Int> {
    row * TextSignature.size..<(row + 1) * TextSignature.size
  }
}
