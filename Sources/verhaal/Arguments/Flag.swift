/// One flag of the command line; parsing, help and completions all come from the table of these.
struct Flag: Sendable {
  /// What follows the flag.
  enum Value: Sendable {
    case none
    /// A whole number, or nothing for the default; the name is for the help.
    case optionalNumber(String, Int)
    /// Any text; the name is for the help.
    case text(String)
    /// One of a few words.
    case choice([String])
    /// A file or folder.
    case path(String)
  }

  let name: String
  let short: Character?
  let value: Value
  let help: String
  let isRepeatable: Bool

  init(
    _ name: String, short: Character? = nil, _ value: Value = .none, isRepeatable: Bool = false,
    help: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.isRepeatable = isRepeatable
    self.help = help
  }

  var takesValue: Bool {
    if case .none = value { return false }
    return true
  }

  /// `-o, --output FILE`
  var usage: String {
    let names = (short.map { "-\($0), " } ?? "    ") + "--" + name
    switch value {
    case .none: return names
    case .optionalNumber(let label, _): return names + " [\(label)]"
    case .text(let label), .path(let label): return names + " " + label
    case .choice(let words): return names + " " + words.joined(separator: "|")
    }
  }
}
