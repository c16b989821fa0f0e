import Foundation
import Testing

@testable import Lexicon

/// A lexicon folder from a stranger: nothing outside is read, nothing waited for, and every refusal says where and why.
@Suite struct HostileFolderTests {
  private static func files(_ fill: (URL) throws -> Void) throws -> Result<[String], LexiconError> {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("verhaal-lexicons-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let language = folder.appendingPathComponent("nl")
    try FileManager.default.createDirectory(at: language, withIntermediateDirectories: true)
    try Data("goed\t0.5\t0\t0\n".utf8).write(to: language.appendingPathComponent("norms.tsv"))
    try fill(language)
    do throws(LexiconError) {
      return .success(try LexiconFile.directory(folder.path).map(\.path))
    } catch { return .failure(error) }
  }

  private static func message(_ fill: (URL) throws -> Void) throws -> String {
    switch try files(fill) {
    case .success(let paths): "read \(paths)"
    case .failure(let error): error.description
    }
  }

  @Test func aLinkPipeOrDeviceIsNoFile() throws {
    let link = try Self.message { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/idioms.tsv", withDestinationPath: "/etc/passwd")
    }
    #expect(link.contains("nl/idioms.tsv: is a link, a pipe or a device; "), "\(link)")
    let device = try Self.message { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/x.rules", withDestinationPath: "/dev/zero")
    }
    #expect(device.contains("nl/x.rules: is a link, a pipe or a device; "), "\(device)")
    let pipe = try Self.message { folder in
      let code = unsafe mkfifo(folder.path + "/idioms.tsv", 0o600)
      #expect(code == 0)
    }
    #expect(pipe.contains("nl/idioms.tsv: is a link, a pipe or a device; "), "\(pipe)")
  }

  @Test func aLinkedFolderIsPassedOver() throws {
    let found = try Self.files { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/classes", withDestinationPath: folder.path)
      try FileManager.default.createDirectory(
        atPath: folder.path + "/rules.tsv", withIntermediateDirectories: true)
    }
    #expect(try found.get() == ["nl/norms.tsv"])
  }

  @Test func whatIsTooLargeIsNotRead() throws {
    let large = try Self.message { folder in
      let path = folder.path + "/idioms.tsv"
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      // A hole: it takes no room on the disk.
      let code = unsafe truncate(path, 1 << 40)
      #expect(code == 0)
    }
    #expect(
      large.contains("nl/idioms.tsv: with this file the folder has more than 64 MiB"), "\(large)")
    let many = try Self.message { folder in
      for number in 0...LexiconFile.mostEntries {
        _ = FileManager.default.createFile(atPath: "\(folder.path)/\(number)", contents: nil)
      }
    }
    #expect(many.contains(": holds more than 10000 files and folders"), "\(many)")
  }
}
