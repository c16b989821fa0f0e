import StoryBrief

extension Flag {
  /// The period and the reviews that a brief or a day's start is about.
  static let briefPeriod: [Flag] = [
    Flag("since", .text("DATE"), help: "Begin with this day, month or year."),
    Flag("until", .text("DATE"), help: "End with this day, month or year, included."),
    Flag("last", .text("30d|4w|3m|1y"), help: "Only so much up to today."),
    Flag(
      "today", .text("DATE"),
      help: "The day that periods count back from, and the day the brief says it was made on."),
    Flag("source", .text("NAME"), help: "Only this source."),
    Flag(
      "language", .choice(BriefLanguage.allCases.map(\.rawValue)),
      help: "Of our own sentences, default nl; quotes stay as they are."),
    Flag("keep-personal", help: "Mask no personal data."),
  ]
}
