import Foundation

/// A program that was run to its end, and what that took.
struct ChildRun {
  /// Its exit code; 128 and the number of the signal where one ended it.
  let status: Int32
  let seconds: Double
  /// Seconds of all cores together, in the program and in the system for it.
  let cpuSeconds: Double
  /// The most memory that it held. The system counts from what this program held when it started the other: less than
  /// that is not seen.
  let peakBytes: Int
  /// What it wrote to stderr.
  let notes: String

  /// Runs a program with nothing to read.
  ///
  /// - Parameters:
  ///   - program: a path, or a name to be found in `PATH`.
  ///   - output: the file that stdout goes to; nowhere by default.
  ///   - environment: what is added to our own.
  /// - Throws: `BenchError` where it cannot be started.
  init(
    _ program: String, _ arguments: [String], output: String? = nil,
    environment: [String: String] = [:]
  ) throws(BenchError) {
    let notesPath =
      FileManager.default.temporaryDirectory.path + "/verhaal-bench-notes-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: notesPath) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t? = nil
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output ?? "/dev/null", create, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, notesPath, create, 0o600)
    let whole = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    var settings = unsafe whole.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer {
      for place in unsafe words.indices { unsafe free(words[place]) }
      for place in unsafe settings.indices { unsafe free(settings[place]) }
    }
    var child: pid_t = 0
    var usage = rusage()
    var result: Int32 = 0
    let clock = ContinuousClock()
    let start = clock.now
    let failure = unsafe posix_spawnp(&child, program, &actions, nil, &words, &settings)
    guard failure == 0 else {
      throw BenchError(
        "\(program): cannot be run: \(unsafe String(cString: strerror(failure)))",
        hint: "build it, or say where it is")
    }
    while unsafe wait4(child, &result, 0, &usage) < 0 && errno == EINTR {}
    seconds = (clock.now - start) / .seconds(1)
    status = result & 0x7F == 0 ? result >> 8 & 0xFF : 128 + result & 0x7F
    cpuSeconds = usage.ru_utime.seconds + usage.ru_stime.seconds
    peakBytes = usage.peakBytes
    notes = String(
      decoding: FileManager.default.contents(atPath: notesPath) ?? Data(), as: UTF8.self)
  }
}

extension rusage {
  /// The most memory that this program has held so far.
  static var ownPeakBytes: Int {
    var usage = rusage()
    // RUSAGE_SELF, which has another type on every system.
    unsafe getrusage(0, &usage)
    return usage.peakBytes
  }

  /// The most memory that was held.
  var peakBytes: Int {
    #if canImport(Darwin)
      ru_maxrss
    #else
      ru_maxrss << 10
    #endif
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}
