import Essentials
import Lexicon
import StoryAnalysis
import StoryBrief
import StoryFigures

extension Arguments {
  /// What is asked of a brief.
  ///
  /// - Parameter newest: the newest date of the store; from it relative periods count back.
  /// - Throws: `UsageError` for what makes no sense; what reading a file throws.
  func briefRequest(newest: Day?) throws -> BriefRequest {
    var request = BriefRequest()
    request.today = try day("today")
    request.period = try briefPeriod(today: request.today ?? newest)
    request.reader = self["for"].flatMap(BriefReader.init) ?? .everyone
    request.audience = self["audience"].flatMap(BriefAudience.init) ?? .internal
    request.title = self["title"]
    request.field = self["by"]
    request.invited = self["invited"]
    request.source = self["source"]
    request.keepsPersonal = has("keep-personal")
    if request.keepsPersonal && request.audience == .external {
      throw UsageError("--keep-personal is for inside", hint: "leave out --audience external")
    }
    if let path = self["staff"] { request.staff = try StaffList(path: path).names }
    if let path = self["promises"] {
      let text = String(decoding: try BriefInput.read(path), as: UTF8.self)
      request.claims = text.split(whereSeparator: \.isNewline)
        .map { $0.trimmed() }
        .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }
    if let path = self["previous"] {
      guard let previous = BriefRequest.Previous(json: try BriefInput.read(path)) else {
        throw QueryError(
          message: "\(path): is no brief as JSON",
          hint: "give what verhaal brief DB -o FILE.json has written")
      }
      guard previous.audience == .internal else {
        throw QueryError(
          message: "\(path): is a brief for outside, which does not tell what was not allowed",
          hint: "give one made without --audience external")
      }
      request.previous = previous
    }
    return request
  }

  /// The days between --since and --until, or those of --last; nil where none is given.
  private func briefPeriod(today: Day?) throws(UsageError) -> BriefPeriod? {
    guard has("since") || has("until") || has("last") else { return nil }
    if has("since") && has("last") {
      throw UsageError("--since and --last both say where the period begins")
    }
    var first: Day?
    for flag in ["since", "last"] {
      guard let text = self[flag] else { continue }
      let period = try Period(text, flag: flag)
      if period.isRelative {
        guard let today else {
          throw UsageError(
            "--\(flag) \(text) counts back from the newest date, and no review has one",
            hint: "leave it out")
        }
        first = period.start(today: today)
      } else if flag == "last" {
        throw UsageError("--last is a length such as 30d, 4w, 3m or 1y; a day goes with --since")
      } else {
        first = period.start(today: Day(number: 0))
      }
    }
    // A month or a year ends with its last day.
    var last = try day("until")
    if let text = self["until"], let start = last {
      switch text.utf8.count {
      case 4: last = start.subtracting(months: -12).adding(days: -1)
      case 7: last = start.subtracting(months: -1).adding(days: -1)
      default: break
      }
    }
    if last == nil { last = today }
    if let first, let last, last < first {
      throw UsageError("the period ends on \(last), before it begins on \(first)")
    }
    return BriefPeriod(first: first, last: last)
  }

  /// In which language the sentences are.
  func wording() throws(WordingError) -> Wording {
    try Wording(self["language"].flatMap(BriefLanguage.init) ?? .dutch)
  }
}
