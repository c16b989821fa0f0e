/// The pages of `--help`, from the table of commands and their flags.
struct Help {
  let commands: [Command]

  /// The overview.
  var page: String {
    let width = commands.map(\.name.count).max() ?? 0
    let rows = commands.map { command in
      "  " + command.name + String(repeating: " ", count: width - command.name.count + 2)
        + command.summary
    }
    return """
      verhaal: find the stories in Dutch customer reviews

      A satisfied customer has nothing to tell. What is told is the unexpected: verhaal says of each review
      whether it is neutral-satisfied, enthusiastic or dissatisfied, finds the moments worth retelling, and
      shows why. Everything happens on this machine.

      usage: verhaal COMMAND [FLAGS] [FILE...]

      \(rows.joined(separator: "\n"))

      try:
        verhaal top reviews.csv
        verhaal mine reviews.csv -o analysed.jsonl
        verhaal explain 'Na drie keer bellen nog steeds geen antwoord.'

      verhaal COMMAND --help tells more; verhaal --version says which rules and words are in use.
      Exit codes: 0 done, 1 failed, 2 wrong usage, 3 below a threshold that was asked for.
      """
  }

  func page(for command: Command) -> String {
    let width = (command.allFlags.map(\.usage.count).filter { $0 <= 34 }.max() ?? 0) + 2
    let rows = command.allFlags.map { flag in
      let usage = flag.usage
      let gap =
        usage.count + 2 > width
        ? "\n" + String(repeating: " ", count: width + 2)
        : String(repeating: " ", count: width - usage.count)
      return "  " + usage + gap + flag.help
    }
    var parts = [
      "verhaal \(command.name): \(command.summary)",
      "usage: verhaal \(command.name) [FLAGS] \(command.operands)",
    ]
    if !command.discussion.isEmpty { parts.append(command.discussion) }
    parts.append("examples:\n" + command.examples.map { "  " + $0 }.joined(separator: "\n"))
    parts.append("flags:\n" + rows.joined(separator: "\n"))
    return parts.joined(separator: "\n\n")
  }
}
