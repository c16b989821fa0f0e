import Lexicon
import StoryAnalysis

/// A review with its verdict and all else that a store keeps of it, from a part that is merged.
public struct PartReview: Sendable {
  public let source: String
  public let id: String
  /// Title, a newline and body, or the body alone.
  public let text: [UInt8]
  /// `yyyy-mm-dd`, or the year or month alone.
  public let date: String?
  let analysis: Analysis
  let titleLength: Int
  let rating: Fixed?
  let ratingScale: String?
  /// An object of texts.
  let fields: [UInt8]
  let decision: PartDecision
  let content: UInt64
  let letters: UInt64?
  /// None where there are no letters.
  let minhash: [UInt8]

  /// A review of which a part holds what `mine` has written.
  ///
  /// - Parameters:
  ///   - rating: a grade on the scale, which is `1-5`, `1-10`, `0-10`, `0-100` or unknown.
  ///   - fields: an object of texts.
  ///   - permission: what the dump says of using the review outside.
  /// - Throws: `PartFlaw` for what `mine` cannot have written.
  public init(
    source: String, id: String, verdict: PartVerdict, text: [UInt8], titleLength: Int,
    date: String?, rating: Double?, ratingScale: String?, fields: [UInt8], permission: Permission?
  ) throws(PartFlaw) {
    let day = Array((date ?? "").utf8)
    let range = 0..<text.count
    let signature = TextSignature(range, in: text)
    var minhash: [UInt8] = []
    signature.append(toStored: &minhash)
    let rating = try PartReview.grade(rating)
    let content = ReviewContent(
      text + day, text: range, titleLength: titleLength,
      date: date == nil ? nil : range.upperBound..<range.upperBound + day.count, rating: rating,
      scale: ratingScale, fields: fields.span, permission: permission)
    try self.init(
      source: source, id: id, verdict: verdict, text: text, titleLength: titleLength, date: date,
      rating: rating, ratingScale: ratingScale, fields: fields,
      decision: PartDecision(permission: permission, isByHand: false, done: nil),
      content: content.hash, letters: signature.letters, minhash: minhash)
  }

  init(
    source: String, id: String, verdict: PartVerdict, text: [UInt8], titleLength: Int,
    date: String?, rating: Fixed?, ratingScale: String?, fields: [UInt8], decision: PartDecision,
    content: UInt64, letters: UInt64?, minhash: [UInt8]
  ) throws(PartFlaw) {
    guard String(validating: text, as: UTF8.self) != nil else {
      throw PartFlaw("a text that is not UTF-8")
    }
    guard 0 <= titleLength, titleLength <= text.count,
      titleLength == text.count || text[titleLength] & 0xC0 != 0x80
    else { throw PartFlaw("a title of \(titleLength) bytes in \(text.count)") }
    if let date, !PartReview.isDate(date) { throw PartFlaw("date ‘\(date)’") }
    if let ratingScale, !PartReview.scales.contains(ratingScale) {
      throw PartFlaw("scale ‘\(ratingScale)’")
    }
    guard minhash.count == (letters == nil ? 0 : TextSignature.size) else {
      throw PartFlaw("a signature of \(minhash.count) bytes")
    }
    if let date = decision.permission?.date, !PartReview.isDate(date) {
      throw PartFlaw("date ‘\(date)’ of the permission")
    }
    self.source = source
    self.id = id
    self.text = text
    self.date = date
    analysis = try verdict.analysis(of: text)
    self.titleLength = titleLength
    self.rating = rating
    self.ratingScale = ratingScale
    self.fields = fields
    self.decision = decision
    self.content = content
    self.letters = letters
    self.minhash = minhash
  }

  private static let scales: Set<String> = ["1-5", "1-10", "0-10", "0-100"]

  /// A grade in ten-thousandths.
  static func grade(_ value: Double?) throws(PartFlaw) -> Fixed? {
    guard let value else { return nil }
    guard value.magnitude * Double(Fixed.one) < Double(Fixed.max) else {
      throw PartFlaw("a grade of \(value)")
    }
    return Fixed(rounding: value)
  }

  /// `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
  private static func isDate(_ text: String) -> Bool {
    [4, 7, 10].contains(text.utf8.count)
      && text.utf8.enumerated().allSatisfy { place, byte in
        place == 4 || place == 7 ? byte == UInt8(ascii: "-") : byte &- 0x30 < 10
      }
  }
}
