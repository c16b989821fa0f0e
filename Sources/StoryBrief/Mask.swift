import Privacy
import StoryAnalysis

/// Masks personal data in what leaves for others, unless it is to stay.
public struct Mask: Sendable {
  /// Nil where everything is shown as it stands.
  private let redactor: Redactor?
  /// Reads where the names of a staff list may be shown; nil where there is no list.
  private let praise: PraiseReader?

  /// - Parameters:
  ///   - staff: names that are shown in praise.
  ///   - analyzer: tells praise from the rest.
  /// - Throws: `WordsError` when the names and cues cannot be read, which the tests rule out.
  public init(
    keepsPersonal: Bool, staff: [String] = [], analyzer: Analyzer? = nil
  ) throws(WordsError) {
    redactor = keepsPersonal ? nil : try Redactor(showing: staff)
    praise = staff.isEmpty ? nil : analyzer.map(PraiseReader.init)
  }

  /// A short text such as an id.
  public func shown(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return shown(bytes, 0..<bytes.count)
  }

  /// Where names of the staff list may be shown in a review; nowhere without a list.
  public func praise(
    in text: [UInt8], titleLength: Int, label: Label, flags: [String]
  ) -> [Range<Int>] {
    praise?.sentences(text, titleLength: titleLength, label: label, flags: flags).map(\.span) ?? []
  }

  /// A part of a text; what stands around it tells a name from a word.
  ///
  /// - Parameter praise: where names of the staff are shown.
  public func shown(
    _ text: [UInt8], _ range: Range<Int>, praise: [Range<Int>] = []
  ) -> String {
    var shown: [UInt8] = []
    var at = range.lowerBound
    let spans = redactor?.redact(text.span, showingNamesIn: praise).spans ?? []
    for span in spans where span.range.overlaps(range) {
      shown += text[at..<max(at, span.range.lowerBound)]
      shown += Array(span.kind.mask.utf8)
      at = min(span.range.upperBound, range.upperBound)
    }
    shown += text[at..<range.upperBound]
    return String(decoding: shown, as: UTF8.self)
  }

  /// The names of the staff in a part of a text, by their places in the list.
  public func staff(in text: [UInt8], _ range: Range<Int>) -> [Int] {
    redactor?.shownNames(in: text.span, range) ?? []
  }
}
