import StoryFigures

extension Command {
  static let compare = Command(
    name: "compare", operands: "A B | --around DATE [FILE...]",
    summary: "Compare the figures of two dumps or stores, or of the time before and since a day.",
    discussion: """
      Reads what `mine` reads. With --around the day itself belongs to the time since; reviews without a date are in neither.

      \(FigureDefinitions.text)
      """,
    examples: [
      "verhaal compare shop-a.csv shop-b.csv",
      "verhaal compare --around 2026-03-01 reviews.csv",
      "verhaal compare --around 2026-03-01 --window 90d --json reviews.csv",
    ],
    flags: [
      Flag("around", .text("DATE"), help: "Compare the time before a day with the time since."),
      Flag(
        "window", .text("SPAN"),
        help: "With --around: only so long before and since, 90d, 12w or 3m."),
      .json, .domain, .lexicons,
    ] + Flag.input
  ) { arguments in
    let around = try arguments.day("around")
    let window = try arguments["window"].map { text throws(UsageError) in
      try Period(text, flag: "window")
    }
    if case .since? = window { throw UsageError("--window is a span such as 90d, 12w or 3m") }
    var sides = [ReviewCounts(), ReviewCounts()]
    var names: [String] = []
    var undated = 0
    var outside = 0
    var unreadable = [Int?](repeating: nil, count: 2)
    var code = ExitCode.done
    if let around {
      names = ["before \(around)", "since"]
      let first = window?.start(before: around)
      let end = window?.end(from: around)
      let report = try await FigureRows(arguments).read { row in
        guard let day = row.day else {
          undated += 1
          return
        }
        if first.map({ day < $0 }) ?? false || end.map({ day >= $0 }) ?? false {
          outside += 1
        } else {
          sides[day < around ? 0 : 1].add(row)
        }
      }
      if report.isEmpty { return report.exitCode }
      code = report.exitCode
      if undated > 0 && outside == 0 && sides.allSatisfy({ $0.total == 0 }) {
        Console.error(FigureError.noDates.description)
        return .failed
      }
    } else {
      if window != nil { throw UsageError("--window goes with --around") }
      guard arguments.operands.count == 2 else {
        throw UsageError("compare takes two dumps, or --around DATE and one", hint: "see --help")
      }
      if arguments.operands == ["-", "-"] { throw UsageError("stdin (-) can be read only once") }
      for (side, file) in arguments.operands.enumerated() {
        let rows = try FigureRows(arguments, operands: [file])
        let report = try await rows.read { sides[side].add($0) }
        if report.isEmpty { return report.exitCode }
        names.append(rows.store == nil ? report.sources.first ?? file : file)
        unreadable[side] = report.unreadableCount
        if report.exitCode != .done { code = report.exitCode }
      }
      if names[0] == names[1] { names = arguments.operands }
    }
    let page = ComparePage(
      names: names, sides: sides, unreadable: unreadable, undated: undated, outside: outside,
      isPeriods: around != nil,
      lines: FigureLines(
        style: Style(arguments["color"], descriptor: 1), width: Terminal.width(1)))
    try Console.out(arguments.has("json") ? page.json : page.text)
    return code
  }
}
