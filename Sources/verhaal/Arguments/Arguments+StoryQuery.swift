import Lexicon
import ReviewIO
import ReviewStore
import StoryAnalysis

extension Arguments {
  /// The stories that are asked for, but for the days.
  ///
  /// - Parameters:
  ///   - lexicon: whose flags there are.
  ///   - isStore: whether a store is asked.
  /// - Throws: `UsageError` for values that make no sense; `StoreError` where SQLite cannot search.
  func storyQuery(_ lexicon: Lexicon, isStore: Bool) throws -> StoryQuery {
    var query = StoryQuery(
      limit: try number("limit") ?? 10, label: self["label"].flatMap(Label.init),
      driver: self["driver"].flatMap(Driver.init(name:)))
    let sides = [("good", MomentSide.good), ("bad", .bad), ("turn", .turn)].filter { has($0.0) }
    if sides.count > 1 {
      throw UsageError(
        "no story is both: " + sides.map { "--" + $0.0 }.joined(separator: " and "))
    }
    query.side = sides.first?.1
    query.flags = all("flag") + ["sensitive", "open-case"].filter(has)
    if let flag = query.flags.first(where: { !lexicon.flagNames.contains($0) }) {
      throw UsageError(
        "there is no flag ‘\(Terminal.safe(flag))’",
        hint: "flags are " + lexicon.flagNames.joined(separator: ", "))
    }
    if let text = self["min-memorability"] {
      guard let value = Arguments.decimal(text), (0...3).contains(value) else {
        throw UsageError("--min-memorability is a number from 0 to 3, not ‘\(text)’")
      }
      query.leastMemorability = Fixed(rounding: value)
    }
    query.grades = try self["grade"].map(Arguments.grades)
    query.fields = try all("where").map(Arguments.condition)
    if let text = self["about"] {
      guard let words = try WordSearch(text) else {
        throw UsageError("--about needs words, such as --about 'bezorg* \"nog steeds\"'")
      }
      query.words = words
    }
    query.grouping = try self["per"].map(Arguments.grouping)
    query.isDiverse = has("diverse")
    query.isPublishable = has("publishable")
    query.ids = all("review")
    if isStore {
      query.ids += all("id")
      query.source = self["source"]
      query.ratingScale = self["scale"]
      if query.ratingScale != nil && query.grades == nil {
        throw UsageError("of a store, --scale goes with --grade")
      }
    } else if all("id").count > 1 {
      throw UsageError("--id stands twice", hint: "--review ID shows a review of a dump")
    }
    if !query.ids.isEmpty && !has("limit") { query.limit = .max }
    return query
  }

  /// A number with a point or a comma; nil for what is none.
  private static func decimal(_ text: some StringProtocol) -> Double? {
    let digits = String(text.map { $0 == "," ? "." : $0 })
    guard !digits.isEmpty, digits.utf8.count <= 12,
      digits.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") })
    else { return nil }
    return Double(digits)
  }

  /// `9-10`, or one grade.
  private static func grades(_ text: String) throws(UsageError) -> ClosedRange<Fixed> {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(decimal)
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first <= last, last <= 100
    else {
      throw UsageError("--grade is a range such as 9-10 or 1-2.5, or one grade, not ‘\(text)’")
    }
    return Fixed(rounding: first)...Fixed(rounding: last)
  }

  private static func condition(_ text: String) throws(UsageError) -> FieldCondition {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw UsageError("--where is FIELD=VALUE, such as product=lamp, not ‘\(text)’")
    }
    return FieldCondition(
      name: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
  }

  private static func grouping(_ text: String) throws(UsageError) -> StoryGrouping {
    switch text {
    case "": throw UsageError("--per is source, driver, month or a column")
    case "source": .source
    case "driver": .driver
    case "month": .month
    default: .field(text)
    }
  }
}
