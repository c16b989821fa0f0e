import Essentials
import Lexicon
import ReviewIO
import StoryAnalysis

/// Finds the command that was called and runs it.
@main
struct Verhaal {
  static let commands: [Command] = [
    .mine, .merge, .top, .brief, .daystart, .report, .stats, .compare, .alert, .duplicates,
    .followup, .compliments, .permission, .forget, .explain, .tokenize, .evaluate, .label, .train,
    .redact, .lexicon, .completions,
  ]

  static func main() async { await start() }

  /// Runs the command and ends the program, which need not come back to the main thread for it: that would be one more
  /// thread to begin.
  private nonisolated static func start() async {
    // A reader of our pipe that goes away is not an error: writes then fail with EPIPE instead.
    signal(SIGPIPE, SIG_IGN)
    // Nor is a limit on the size of files the end of the program: writes fail with EFBIG.
    signal(SIGXFSZ, SIG_IGN)
    Interruption.listen()
    let code = await run(Array(CommandLine.arguments.dropFirst()))
    // Where a signal has come, that decides how it ends.
    Interruption.uninterrupted { exit(code.rawValue) }
  }

  static func run(_ words: [String]) async -> ExitCode {
    do {
      guard let name = words.first else {
        Console.note(Help(commands: commands).page)
        return .wrongUsage
      }
      switch name {
      case "--help", "-h", "help":
        try Console.out(Help(commands: commands).page)
        return .done
      case "--version":
        try Console.out("verhaal \(Analyzer.codeVersion), analyzer \(Analyzer.embeddedVersion)")
        return .done
      default: return try await runCommand(name, Array(words.dropFirst()))
      }
    } catch let error as UsageError {
      Console.error(error.message + (error.hint.map { "; " + $0 } ?? ""))
      return .wrongUsage
    } catch let error as OutputError where error.isBrokenPipe {
      return .done
    } catch let error as LexiconError {
      for problem in error.problems { Console.note(problem.description) }
      return .failed
    } catch {
      Console.error("\(error)")
      return .failed
    }
  }

  private static func runCommand(_ name: String, _ words: [String]) async throws -> ExitCode {
    guard let command = commands.first(where: { $0.name == name }) else {
      let near = commands.first { $0.name.hasPrefix(name.prefix(2)) }
      throw UsageError(
        "there is no command ‘\(name)’",
        hint: near.map { "did you mean \($0.name)?" } ?? "see verhaal --help")
    }
    let arguments = try Arguments(words, flags: command.allFlags)
    if arguments.has("help") {
      try Console.out(Help(commands: commands).page(for: command))
      return .done
    }
    return try await command.run(arguments)
  }
}
