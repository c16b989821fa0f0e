/// Completions from the table of commands and their flags.
struct Completions {
  let commands: [Command]

  func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private var bash: String {
    let cases = commands.map { command in
      "    \(command.name)) flags=\"\(command.allFlags.map { "--" + $0.name }.joined(separator: " "))\" ;;"
    }
    let choices = allChoices.map { name, words in
      "    --\(name)) COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\")); return ;;"
    }
    return """
      _verhaal() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" flags=""
        if [[ $COMP_CWORD -eq 1 ]]; then
          COMPREPLY=($(compgen -W "\(commands.map(\.name).joined(separator: " ")) --help --version" -- "$word"))
          return
        fi
        case "$before" in
      \(choices.joined(separator: "\n"))
        esac
        case "${COMP_WORDS[1]}" in
      \(cases.joined(separator: "\n"))
        esac
        if [[ "$word" == -* ]]; then
          COMPREPLY=($(compgen -W "$flags" -- "$word"))
        else
          COMPREPLY=($(compgen -f -- "$word"))
        fi
      }
      complete -o filenames -F _verhaal verhaal
      """
  }

  private var zsh: String {
    let names = commands.map { "    '\($0.name):\(escaped($0.summary))'" }
    let cases = commands.map { command in
      let flags = command.allFlags.map { flag in
        var line = "'" + (flag.isRepeatable ? "*" : "") + "--\(flag.name)[\(escaped(flag.help))]"
        switch flag.value {
        case .none: break
        case .optionalNumber(let label, _): line += "::\(label):"
        case .text(let label): line += ":\(label):"
        case .path(let label): line += ":\(label):_files"
        case .choice(let words): line += ":word:(\(words.joined(separator: " ")))"
        }
        return "        " + line + "'"
      }
      return
        "      \(command.name)) _arguments \\\n\(flags.joined(separator: " \\\n")) \\\n        '*:file:_files' ;;"
    }
    return """
      #compdef verhaal
      _verhaal() {
        local -a commands
        commands=(
      \(names.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )); then
          _describe command commands
        else
          local command="${words[2]}"
          shift words
          (( CURRENT-- ))
          case "$command" in
      \(cases.joined(separator: "\n"))
          esac
        fi
      }
      compdef _verhaal verhaal
      """
  }

  private var fish: String {
    var lines = ["complete -c verhaal -n __fish_use_subcommand -f"]
    for command in commands {
      lines.append(
        "complete -c verhaal -n __fish_use_subcommand -f -a \(command.name) -d '\(escaped(command.summary))'"
      )
      for flag in command.allFlags {
        var line =
          "complete -c verhaal -n '__fish_seen_subcommand_from \(command.name)' -l \(flag.name)"
        if let short = flag.short { line += " -s \(short)" }
        switch flag.value {
        case .none, .optionalNumber: break
        case .text: line += " -x"
        case .path: line += " -r"
        case .choice(let words): line += " -x -a '\(words.joined(separator: " "))'"
        }
        lines.append(line + " -d '\(escaped(flag.help))'")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The flags that take one of a few words, by name.
  private var allChoices: [(name: String, words: [String])] {
    var seen: Set<String> = []
    return commands.flatMap(\.allFlags).compactMap { flag in
      guard case .choice(let words) = flag.value, seen.insert(flag.name).inserted else {
        return nil
      }
      return (flag.name, words)
    }
  }

  private func escaped(_ text: String) -> String {
    text.replacing("'", with: "’").replacing("[", with: "(").replacing("]", with: ")")
      .replacing(":", with: " -")
  }
}
