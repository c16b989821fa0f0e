import Essentials

/// A command that the shell runs; it and what it starts are a process group of their own.
struct ShellRun: Sendable {
  private let process: pid_t

  /// Starts it, with nothing to read.
  ///
  /// - Parameters:
  ///   - command: as the shell takes it; the arguments stand in `$@`.
  ///   - output: the file in which its standard output comes.
  ///   - notes: the file in which its standard error comes.
  init(
    _ command: String, _ arguments: [String], output: String, notes: String
  ) throws(POSIXError) {
    // The types of both differ among systems.
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
      var files: posix_spawn_file_actions_t?
    #else
      var attributes = posix_spawnattr_t()
      var files = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    for (descriptor, path, mode) in [
      (STDIN_FILENO, "/dev/null", O_RDONLY), (STDOUT_FILENO, output, O_WRONLY),
      (STDERR_FILENO, notes, O_WRONLY),
    ] {
      unsafe posix_spawn_file_actions_addopen(&files, descriptor, path, mode, 0)
    }
    let variables = ProcessInfo.processInfo.environment.map { $0.key + "=" + $0.value }
    var words = unsafe (["sh", "-c", command, "sh"] + arguments).map { unsafe strdup($0) } + [nil]
    var settings = unsafe variables.map { unsafe strdup($0) } + [nil]
    defer { _ = unsafe (words + settings).map { unsafe free($0) } }
    var process = pid_t()
    let code = unsafe posix_spawn(&process, "/bin/sh", &files, &attributes, &words, &settings)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    self.process = process
  }

  /// Tells it and what it has started to end.
  func end() { kill(-process, SIGTERM) }

  /// Waits for its end.
  ///
  /// - Returns: its status, or the number of the signal that ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7f == 0 ? status >> 8 & 0xff : status & 0x7f
  }
}
