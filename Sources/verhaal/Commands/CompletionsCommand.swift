extension Command {
  static let completions = Command(
    name: "completions", operands: "bash|zsh|fish",
    summary: "Write the completions for a shell.",
    discussion: "",
    examples: [
      "source <(verhaal completions bash)",
      "verhaal completions zsh > ~/.zfunc/_verhaal",
      "verhaal completions fish > ~/.config/fish/completions/verhaal.fish",
    ],
    flags: []
  ) { arguments in
    guard arguments.operands.count == 1, let shell = Shell(rawValue: arguments.operands[0]) else {
      throw UsageError("which shell? verhaal completions bash|zsh|fish")
    }
    try Console.out(Completions(commands: Verhaal.commands).script(for: shell))
    return .done
  }
}
