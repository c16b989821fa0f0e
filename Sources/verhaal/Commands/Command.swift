/// One subcommand; the table of these gives the help, the completions and the calls.
struct Command: Sendable {
  let name: String
  /// What stands after the name: `[FILE...]`.
  let operands: String
  /// One sentence.
  let summary: String
  /// More, for `--help`; may be empty.
  let discussion: String
  /// Lines to try.
  let examples: [String]
  let flags: [Flag]
  let run: @Sendable (Arguments) async throws -> ExitCode

  /// The command's own flags and those that every command has.
  var allFlags: [Flag] { flags + [Flag.quiet, Flag.color, Flag.help] }
}
