import Lexicon
import StoryAnalysis

/// A review whose text stands on the page.
struct ReportStory: Encodable {
  /// Its place among the rows.
  let row: Int
  let id: String
  /// The script has them from the rows.
  let flags: [String]
  /// As it was written: `2026-03-14`, or the year or month alone.
  let date: String?
  /// Whether it may be used outside; nil where nobody has thought of that.
  let permission: String?
  /// 0 to 3 in ten-thousandths.
  let memorability: Fixed
  let text: String
  /// Whether something was cut off before the text, and behind it.
  let isCut: [Bool]
  /// In UTF-16 units of `text`, as all places are; 0 without a title.
  let title: Int
  /// Start and end; nil without a moment.
  let moment: [Int]?
  /// What speaks for the story, strongest first.
  let story: [ReportReason]
  /// What speaks for the verdict rather than the next likely one.
  let verdict: [ReportReason]

  private enum CodingKeys: CodingKey {
    case row, id, date, permission, memorability, text, isCut, title, moment, story, verdict
  }
}
