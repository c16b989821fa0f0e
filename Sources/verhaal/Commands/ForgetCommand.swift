import ReviewStore

extension Command {
  static let forget = Command(
    name: "forget", operands: "DB",
    summary: "Remove a person's reviews from a store, so that nothing of them is left in its file.",
    discussion: """
      By id, or by words that stand one after another in the text or in a field, whatever their case and accents.
      Text, verdict, moments and fields go from every table and index; then the file is written anew and its log
      emptied, which takes as long as copying it. Copies, backups and dumps are not touched: an import of the same
      dump brings a review back.
      """,
    examples: [
      "verhaal forget reviews.sqlite --id h0412",
      "verhaal forget reviews.sqlite --match 'jan.jansen@example.nl' --dry-run",
      "verhaal forget reviews.sqlite --match 'mevrouw Jansen' --source shop",
    ],
    flags: [
      Flag("id", .text("ID"), isRepeatable: true, help: "The review with this id."),
      Flag("match", .text("WORDS"), help: "Every review that holds these words."),
      Flag("source", .text("NAME"), help: "Only of this source."),
      Flag("dry-run", help: "Only list them: source, id, date and how the text begins."),
    ]
  ) { arguments in
    guard arguments.operands.count == 1, let path = arguments.operands.first else {
      throw UsageError("forget takes one store", hint: "verhaal forget DB --id ID")
    }
    let ids = arguments.all("id")
    let words = arguments["match"]
    guard ids.isEmpty != (words == nil) else { throw UsageError("give --id or --match") }
    if let words, !words.contains(where: { $0.isLetter || $0.isNumber }) {
      throw UsageError("--match needs letters or digits")
    }
    let isTrial = arguments.has("dry-run")
    let source = arguments["source"]
    let store =
      isTrial ? try ReviewStore(path: path, .reading) : try ReviewStore.existing(path)
    var matches: [ReviewStore.Match] = []
    if let words { matches = try store.matches(words: words, source: source) }
    matches += try store.reviews(named: ids, source: source)
    if matches.isEmpty {
      Console.error("\(path): no review holds these words. hint: give fewer of them, or --id")
      return .failed
    }
    if isTrial {
      for match in matches {
        let start = Terminal.safe(String(match.text.prefix(60)).replacing("\n", with: " "))
        try Console.out(
          [match.source, match.id, match.date ?? ""].map(Terminal.safe).joined(separator: "\t")
            + "\t" + start)
      }
      return .done
    }
    try store.forget(matches)
    if !arguments.has("quiet") {
      Console.note("removed \(Number.counted(matches.count, "review")) from \(path)")
    }
    return .done
  }
}
