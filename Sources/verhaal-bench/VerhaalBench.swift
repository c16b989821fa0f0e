import Foundation

/// Measures verhaal, and fails where an answer is wrong.
@main
struct VerhaalBench {
  static func main() {
    let options: BenchOptions
    do {
      options = try BenchOptions(CommandLine.arguments.dropFirst())
    } catch {
      note("\(error)")
      exit(2)
    }
    if options.showsHelp {
      print(BenchOptions.help)
      exit(0)
    }
    let folder =
      options.folder.map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.temporaryDirectory
      .appendingPathComponent("verhaal-bench-" + UUID().uuidString)
    let status = run(options, folder)
    if options.folder == nil { try? FileManager.default.removeItem(at: folder) }
    exit(status)
  }

  private static func run(_ options: BenchOptions, _ folder: URL) -> Int32 {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let isTerminal = isatty(STDERR_FILENO) == 1
      let bench = try Bench(options, in: folder.path) { if isTerminal { note($0) } }
      let page = BenchPage(bench: bench)
      let text = options.format == .json ? try page.json() : page.text
      FileHandle.standardOutput.write(Data(text.utf8))
      for difference in bench.differences { note("wrong: " + difference) }
      return bench.differences.isEmpty ? 0 : 1
    } catch {
      note("\(error)")
      return 1
    }
  }

  private static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
