import StoryFigures

extension Command {
  static let alert = Command(
    name: "alert", operands: "[FILE...]",
    summary: "Exit with 3 where too many new reviews tell a setback; for cron.",
    discussion: """
      A setback is a story by someone who is dissatisfied. N is the number of reviews with an experience in the period,
      copies once. --above 5 is exceeded by 6 setbacks, --above 2.5% by a larger share of N; given more than once, all must
      be. Reviews without a date are not new. Exit code 3 comes with the setbacks, the most memorable first; with -q
      nothing is written below the threshold. Of a few reviews a share says little: give a count too.
      """,
    examples: [
      "verhaal alert --since 7d --above 5 -q reviews.csv",
      "verhaal alert --since 30d --above 5 --above 10% reviews.csv || mail -s 'Tegenslagen' team",
      "verhaal alert --since 2026-03-01 --above 0 --json reviews.csv",
    ],
    flags: [
      Flag(
        "since", .text("DATE|30d"),
        help: "Reviews from this day on, or of so many days (d), weeks (w) or months (m) to today."),
      Flag(
        "above", .text("N|N%"), isRepeatable: true,
        help: "Exit with 3 where more reviews than this tell a setback; default 0."),
      Flag("today", .text("DATE"), help: "The last day; default: the newest date read."),
      Flag("limit", short: "n", .text("N"), help: "Show at most so many; default 5."),
      .json, .domain, .lexicons,
    ] + Flag.input
  ) { arguments in
    guard let since = arguments["since"] else {
      throw UsageError("alert needs --since, a day such as 2026-03-01 or 30d")
    }
    let period = try Period(since, flag: "since")
    let given = try arguments.day("today")
    let typed = arguments.has("above") ? arguments.all("above") : ["0"]
    let thresholds = try typed.map(SetbackThreshold.init)
    let limit = try arguments.number("limit") ?? 5
    let rows = try FigureRows(arguments)
    var watch = SetbackWatch(limit: limit)
    let report = try await rows.read { watch.add($0) }
    guard let today = given ?? watch.newestDay else {
      guard watch.undated > 0 else { return report.exitCode }
      Console.error(FigureError.noDates.description)
      return .failed
    }
    let first = period.start(today: today)
    guard first <= today else {
      if given != nil {
        throw UsageError("--since \(since) lies after --today \(today)")
      }
      if !rows.dumps.isQuiet { Console.note("no review since \(first): the newest is of \(today)") }
      return report.exitCode
    }
    let (counts, setbacks) = watch.period(first...today)
    let setbackCount = counts.count(.dissatisfiedStory)
    let isExceeded = thresholds.allSatisfy { $0.isExceeded(by: setbackCount, of: counts.count) }
    let page = AlertPage(
      days: first...today, counts: counts, setbacks: setbacks, undated: watch.undated,
      unreadable: report.unreadableCount, thresholds: typed, isExceeded: isExceeded,
      lines: FigureLines(
        style: Style(arguments["color"], descriptor: 1), width: Terminal.width(1)))
    if isExceeded || !rows.dumps.isQuiet {
      try Console.out(arguments.has("json") ? page.json : page.text)
    }
    // What could not be read matters more: the threshold may be exceeded without it.
    return report.exitCode == .done && isExceeded ? .belowThreshold : report.exitCode
  }
}
