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

  /// Names that are equal as strings, though not in their bytes: an accent of the letter's own or behind it, and what is no
  /// UTF-8, were the end of the program once.
  @Test(arguments: [
    ("gen\u{E9}".utf8.map(\.self), "gene\u{301}".utf8.map(\.self)), ([0x67, 0xFF], [0x67, 0xFE]),
  ])
  func namesMayBeEqualAsStrings(one: [UInt8], other: [UInt8]) throws {
    var rules: [UInt8] = []
    for (word, name) in [("deur", one), ("raam", other)] {
      rules += Array("rule \(word)\n  match \(word)\n  marker ".utf8) + name
      rules += Array("\n  yes De [[\(word)]] klemt.\n  no Het dak lekt.\n\n".utf8)
    }
    let file = LexiconFile(path: "nl/rules/a.rules", origin: "a", bytes: rules)
    let lexicon = try Lexicon.load(files: LexiconFile.embedded() + [file])
    #expect(lexicon.families.count { $0 == String(decoding: one, as: UTF8.self) } == 2)
  }
}
