/// A shell for which completions are written.
enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish
}
