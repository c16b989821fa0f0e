import StoryFigures

/// The days that a brief is about; all of them, and reviews without a date, where it has no bounds.
public struct BriefPeriod: Sendable, Hashable {
  /// How it is called.
  enum Name: String { case quarter, month, year, span, all }

  /// Included.
  public let first: Day?
  /// Included.
  public let last: Day?

  /// - Parameters: the first and last day, both included; nil for no bound.
  public init(first: Day? = nil, last: Day? = nil) {
    self.first = first
    self.last = last
  }

  /// The quarter of the calendar in which a day lies.
  public init(quarterOf day: Day) {
    let (year, month, _) = day.parts
    let first = Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? day
    self.init(first: first, last: first.subtracting(months: -3).adding(days: -1))
  }

  /// Whether a review of a day belongs to it.
  func holds(_ day: Day?) -> Bool {
    guard first != nil || last != nil else { return true }
    guard let day else { return false }
    return first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
  }

  /// The period before it, as long: as many months where it is made of whole ones, else as many days; nil without bounds.
  var previous: BriefPeriod? {
    guard let first, let last, first <= last else { return nil }
    if let months = wholeMonths {
      return BriefPeriod(first: first.subtracting(months: months), last: first.adding(days: -1))
    }
    let length = Int(last.number - first.number) + 1
    return BriefPeriod(first: first.adding(days: -length), last: first.adding(days: -1))
  }

  /// How many months it is made of; nil where it does not begin and end with one.
  private var wholeMonths: Int? {
    guard let first, let last, first < last else { return nil }
    let (year, month, day) = first.parts
    let (endYear, endMonth, endDay) = last.adding(days: 1).parts
    guard day == 1, endDay == 1 else { return nil }
    return 12 * (endYear - year) + endMonth - month
  }

  var name: Name {
    guard let first, last != nil else { return first == nil && last == nil ? .all : .span }
    switch (wholeMonths, first.parts.month) {
    case (1, _): return .month
    case (3, 1), (3, 4), (3, 7), (3, 10): return .quarter
    case (12, 1): return .year
    default: return .span
    }
  }
}
