import Foundation

/// A folder that goes away with its last user.
final class BenchFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("verhaal-bench-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// An executable script, in place of the program.
  func script(_ lines: String) throws -> String {
    let script = path + "/program"
    try Data(("#!/bin/sh\n" + lines + "\n").utf8).write(to: URL(fileURLWithPath: script))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script)
    return script
  }
}
