import Privacy
import ReviewStore
import StoryAnalysis
import StoryFigures

extension Command {
  static let followup = Command(
    name: "followup", operands: "DB",
    summary: "Write who still waits for an answer into a file, the most urgent first.",
    discussion: """
      A case is a review with the flag open-case (still waits for something) or sensitive (death, illness, a child hurt,
      discrimination, money trouble, a legal threat, an accusation). Urgency is
        1  open and sensitive
        2  open, and another sentence speaks of a promise
        3  open
        4  sensitive
      and within these who says to leave comes first, then who has waited longest, then what is most memorable.
      Each case has source, id, date, grade, the days from its date to today, order numbers (from columns such as
      ordernummer, and from the text), and word for word the sentences that say what is open, what was promised and what
      is sensitive.

      The file is unmasked, for those who answer customers: nothing goes to stdout, and only its owner may read it. The
      ending of its name says the format: .csv, .jsonl or .md. --done ID marks a case, which then does not come again
      unless another text takes its place; --all shows those too.
      """,
    examples: [
      "verhaal followup reviews.sqlite --since 30d -o wachtenden.csv",
      "verhaal followup reviews.sqlite --since 2026-01 --until 2026-03 -o wachtenden.md",
      "verhaal followup reviews.sqlite --done h0412 --date 2026-04-02",
      "verhaal followup reviews.sqlite --all -o alles.jsonl",
    ],
    flags: [
      Flag("since", .text("DATE|30d"), help: "Only from this day on, or so many days up to today."),
      Flag("until", .text("DATE"), help: "Only up to and with this day, month or year."),
      Flag("today", .text("DATE"), help: "From which days count; default: the newest date read."),
      Flag("source", .text("NAME"), help: "Only of this source."),
      Flag("done", .text("ID"), isRepeatable: true, help: "Mark a case as done."),
      Flag("undo", .text("ID"), isRepeatable: true, help: "Take that mark back."),
      Flag("date", .text("DAY"), help: "When it was done; default: the newest date read."),
      Flag("all", help: "Write what is done too."),
      Flag("to", .choice(FollowupFile.allCases.map(\.rawValue)), help: "Format of the file."),
      .excel, .raw,
      Flag("output", short: "o", .path("FILE"), help: "The file, written whole or not at all."),
      .domain, .lexicons,
    ]
  ) { arguments in
    guard arguments.operands.count == 1, let path = arguments.operands.first else {
      throw UsageError("followup takes one store", hint: "verhaal followup DB -o FILE.csv")
    }
    let marks = (done: arguments.all("done"), undo: arguments.all("undo"))
    let isMarking = !marks.done.isEmpty || !marks.undo.isEmpty
    let date = try arguments.fullDay("date")
    if date != nil && marks.done.isEmpty { throw UsageError("--date goes with --done") }
    let file = arguments["output"]
    var format: FollowupFile?
    if let file {
      guard !OutputFile.isStream(file) else {
        throw UsageError(
          "followup holds personal data unmasked, and ‘\(Terminal.safe(file))’ is no file",
          hint: "name a file, such as -o wachtenden.csv")
      }
      format = arguments["to"].flatMap(FollowupFile.init(rawValue:)) ?? FollowupFile(ending: file)
      if format == nil {
        throw UsageError(
          "the name ‘\(Terminal.safe(file))’ says no format",
          hint: "end it in .csv, .jsonl or .md, or add --to")
      }
    } else if !isMarking {
      throw UsageError(
        "followup holds personal data unmasked, and is written to a file only",
        hint: "add -o FILE.csv, .jsonl or .md")
    }
    if arguments.has("excel") && format != .csv {
      throw UsageError("--excel goes with --to csv, or a name that ends in .csv")
    }
    let period = try arguments["since"].map { try Period($0, flag: "since") }
    let given = try arguments.day("today")
    _ = try arguments.day("until")
    let source = arguments["source"]
    let isQuiet = arguments.has("quiet")

    let store =
      isMarking ? try ReviewStore.existing(path) : try ReviewStore.read(path, source: source)
    let newest = try store.newestDate(source: source)
    if isMarking {
      let done = try store.reviews(named: marks.done, source: source)
      let undone = try store.reviews(named: marks.undo, source: source)
      guard let day = date ?? newest ?? (done.isEmpty ? "" : nil) else {
        throw UsageError("no review has a date", hint: "say when it was done with --date")
      }
      try store.setDone(day, done)
      try store.setDone(nil, undone)
      try store.settle()
      if !isQuiet {
        for review in done { Console.note("\(Terminal.safe(review.id)): done \(day)") }
        for review in undone { Console.note("\(Terminal.safe(review.id)): not done") }
      }
    }
    guard let file, let format else { return .done }

    let today = given ?? newest.flatMap { Day($0) }
    if period?.isRelative == true && today == nil {
      throw QueryError(
        message: "\(path): no review has a date, and the period counts back from the newest",
        hint: "name the day with --today, or import with --date COL")
    }
    let firstDay = period?.start(today: today ?? Day(number: 0)).description
    // Of a month or a year its last day: no day is written with more than 31.
    let lastDay = arguments["until"].map { $0 + "-12-31".suffix(10 - $0.utf8.count) }
    let analyzer = try arguments.analyzer()
    let redactor = try Redactor()
    let cases = try store.cases(
      flaggedAs: FollowupCase.flags, firstDay: firstDay, lastDay: lastDay, source: source,
      includingDone: arguments.has("all")
    ).map { FollowupCase($0, today: today, analyzer: analyzer, redactor: redactor) }
    // The sort is stable: equal ones stay in the order of import.
    let ranked = cases.sorted { $0.precedes($1) }
    let span =
      (firstDay.map { " from " + $0 } ?? "") + (arguments["until"].map { " until " + $0 } ?? "")
    let output = try OutputFile(file, isPrivate: true)
    let dialect = CSVDialect(arguments)
    try output.write(format.header(ranked, period: span, dialect))
    for (place, item) in ranked.enumerated() {
      try output.write(
        format.item(item, rank: place + 1, dialect, isRaw: arguments.has("raw")))
    }
    try output.finish()
    if !isQuiet {
      let open = ranked.count { $0.urgency < .sensitive }
      Console.note(
        "\(Number.counted(open, "open case")), \(Number.counted(ranked.count - open, "other sensitive review")) in \(file)"
      )
    }
    Console.note("\(file) holds personal data: keep it where only those who answer can read it")
    return .done
  }
}
