import ReviewStore

extension Command {
  static let permission = Command(
    name: "permission", operands: "DB [ID...]",
    summary: "Keep which customers allow their words to be used outside.",
    discussion: """
      Every review has one of these statuses:
        internal  for use inside only; what holds until something else is said
        ask       the customer is to be asked
        asked     was asked on --date
        allowed   has agreed on --date
        refused   does not want it
      It holds for the text: where an import brings another text under the same id, asked and allowed become ask;
      refused stays. With ids and a status flag the status is set, and what it was is printed; with ids alone it is
      printed; without ids the counts, and what was asked and allowed.

      An import takes it from columns such as toestemming, akkoord, "mag gedeeld worden", permission or consent: ja, yes,
      true, 1, akkoord or a day is allowed (a yes without a day was given with the review), nee, no, false, 0 or niet is
      refused, and what is not understood stays internal and is counted. What was set by hand stays, but for a no.
      top --publishable shows what is allowed.
      """,
    examples: [
      "verhaal permission reviews.sqlite",
      "verhaal permission reviews.sqlite h0412 --asked --date 2026-03-01",
      "verhaal permission reviews.sqlite h0412 --allowed --date 2026-03-04",
      "verhaal permission reviews.sqlite h0412 h0511 --refused --source shop",
      "verhaal top reviews.sqlite --good --publishable --to markdown",
    ],
    flags: [
      Flag("ask", help: "The customer is to be asked."),
      Flag("asked", help: "The customer was asked; needs --date."),
      Flag("allowed", help: "The customer has agreed; needs --date."),
      Flag("refused", help: "The customer does not want it."),
      Flag("internal", help: "For use inside only."),
      Flag("date", .text("DAY"), help: "When: 2026-03-01."),
      Flag("source", .text("NAME"), help: "Only of this source."),
    ]
  ) { arguments in
    guard let path = arguments.operands.first else {
      throw UsageError("permission needs a store", hint: "verhaal permission DB [ID...]")
    }
    let ids = Array(arguments.operands.dropFirst())
    let statuses = PermissionStatus.allCases.filter { arguments.has($0.rawValue) }
    guard statuses.count <= 1 else {
      throw UsageError(
        statuses.map { "--" + $0.rawValue }.joined(separator: " and ") + " do not go together")
    }
    let source = arguments["source"]
    guard let status = statuses.first else {
      if arguments.has("date") {
        throw UsageError("--date goes with --asked, --allowed or --refused")
      }
      let store = try ReviewStore(path: path, .reading)
      if ids.isEmpty {
        try Console.out(PermissionPage(store, source: source).lines.joined(separator: "\n"))
      }
      for review in try store.reviews(named: ids, source: source) {
        try Console.out(Terminal.safe(review.id) + ": " + store.permission(of: review).text)
      }
      return .done
    }
    guard !ids.isEmpty else {
      throw UsageError(
        "--\(status.rawValue) needs an id", hint: "verhaal permission DB ID --\(status.rawValue)")
    }
    let date = try arguments.fullDay("date")
    switch status {
    case .asked, .allowed:
      if date == nil {
        throw UsageError("--\(status.rawValue) needs --date, the day, such as --date 2026-03-01")
      }
    case .internal, .ask:
      if date != nil { throw UsageError("--date does not go with --\(status.rawValue)") }
    case .refused: break
    }
    let store = try ReviewStore.existing(path)
    let reviews = try store.reviews(named: ids, source: source)
    let old = try reviews.map { try store.permission(of: $0) }
    let new = Permission(status, date: date)
    try store.set(new, of: reviews)
    try store.settle()
    for (review, old) in zip(reviews, old) {
      try Console.out("\(Terminal.safe(review.id)): \(old.text), now \(new.text)")
    }
    return .done
  }
}
