import Foundation
import Testing

@testable import ReviewIO

@Suite struct BadInputTests {
  static let page = "<!DOCTYPE html>\n<html><body><p>Uw sessie is verlopen, log opnieuw in.</p>\n"

  static func zip(_ name: String) -> [UInt8] {
    [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0] + Array(repeating: 7, count: 20) + Array(name.utf8)
  }

  @Test(
    arguments: [
      (Array(page.utf8), "HTML"), (Array(page.lowercased().utf8), "HTML"),
      ([0xef, 0xbb, 0xbf] + Array(page.utf8), "HTML"), (utf16(page), "HTML"),
      (Array(("\n\n  " + page.dropFirst(16)).utf8), "HTML"),
      (Array("<table border=1><tr><td>id<td>recensie\n".utf8), "HTML"),
      (Array("<?xml version=\"1.0\"?>\n<Workbook>, ja</Workbook>\n".utf8), "XML"),
      (Array("{\\rtf1\\ansi Goed geholpen, hoor.\\par}".utf8), "rtf"),
      (zip("xl/workbook.bin"), "xlsb"), (zip("word/document.xml"), "docx"),
      (zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "ods"),
      (zip("mimetypeapplication/vnd.oasis.opendocument.text"), "odt"),
      (zip("reviews.csv"), "a zip archive"), (Array("PK\u{5}\u{6}".utf8), "empty zip"),
      ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], "old Excel workbook"),
      (Array("GIF89a".utf8), "picture"), ([0xff, 0xd8, 0xff, 0xe0], "picture"),
      (Array("PAR1".utf8), "Parquet"), ([0x28, 0xb5, 0x2f, 0xfd, 4], "Zstandard"),
      (Array("BZh91AY".utf8), "bzip2"), ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], "xz"),
    ] as [([UInt8], String)])
  func whatIsNoDumpIsNamed(_ bytes: [UInt8], _ name: String) {
    for stored in [bytes, gzip(bytes)] {
      let failure = Readout.failure(stored)
      #expect(failure?.kind == .unsupportedFormat)
      #expect(failure?.message.contains(name) == true, "\(String(describing: failure))")
      #expect(failure?.hint.isEmpty == false)
    }
  }

  @Test func aPageIsReadWhereTheFormatIsGiven() throws {
    let readout = try Readout("<html\nGoed geholpen vandaag") { $0.format = .csv }
    #expect(readout.rows.count == 2)
  }

  /// EBCDIC, Cyrillic of one byte a letter, noise: all but controls.
  @Test func bytesOfNoKnownEncodingAreRefused() throws {
    var random = FixedRandom(state: 5)
    let noise = (0..<3000).map { _ in UInt8.random(in: 0x80...0xff, using: &random) }
    #expect(Readout.failure(noise)?.kind == .unrecognizedFormat)
    #expect(Readout.failure(noise)?.message.contains("windows-1252") == true)
    #expect(Readout.failure(noise, options: ReaderOptions { $0.encoding = .windows1252 }) == nil)
    // Letters with accents are few, and other alphabets in UTF-8 are no noise, not even when one byte is wrong.
    let dutch =
      Array("review\n".utf8) + Array(repeating: [0x65, 0x65, 0x6e, 0x20, 0xe9], count: 99).joined()
    #expect(try Readout(dutch).rows.count == 1)
    let greek = Array("review\n".utf8) + [0xce] + Array(String(repeating: "καλό ", count: 99).utf8)
    #expect(try Readout(greek).rows.count == 1)
  }

  // MARK: Tables

  @Test func tooManyColumnsAreRefused() {
    for dump in [
      String(repeating: ",", count: 100_000),
      "id,recensie," + (1...2000).map { "c\($0)" }.joined(separator: ",") + "\n1,Goed\n",
    ] {
      let failure = Readout.failure(Array(dump.utf8))
      #expect(failure?.kind == .tooManyColumns)
      #expect(failure?.hint.contains("--delimiter") == true)
    }
  }

  @Test(arguments: ["#", "^", "~"])
  func seldomDelimitersAreFoundByKnownNames(_ delimiter: String) throws {
    let dump = SameReviews.delimited(",").replacing(",", with: delimiter)
      .replacing("jas\(delimiter) rood", with: "jas")
      .replacing("kwam\(delimiter) keek", with: "kwam")
    let readout = try Readout(dump)
    #expect(readout.rows.map(\.id) == ["a1", "a2", "a3"], "\(readout.summary)")
    // A text may hold them.
    #expect(try Readout("review\n#goed\n#slecht\n").texts == ["#goed", "#slecht"])
  }

  @Test(arguments: [(",", ";"), (";", ","), ("\t", "|"), ("|", "\t")])
  func aWrongDelimiterIsSaidToBe(_ delimiter: String, _ given: Character) {
    let failure = Readout.failure(
      Array(SameReviews.delimited(delimiter).utf8),
      options: ReaderOptions { $0.delimiter = given.asciiValue })
    #expect(failure?.kind == .wrongDelimiter)
    #expect(failure?.hint.contains(delimiter == "\t" ? "tab" : delimiter) == true)
    // One column may well be meant.
    let one = Readout.failure(
      Array("review\nGoed, snel, vlot\nSlecht; traag\n".utf8),
      options: ReaderOptions { $0.delimiter = given.asciiValue })
    #expect(one == nil)
  }

  @Test func fieldsBeyondTheColumnsAreCountedNotKept() throws {
    let surplus = String(repeating: ",", count: 100_000)
    let readout = try Readout("id,review\n1,Goed\(surplus)\n2,Fijn\(surplus)x\n3,Prima\n")
    #expect(readout.texts == ["Goed", "Fijn" + surplus + "x", "Prima"])
    #expect(readout.kinds == [.tooManyFields])
    #expect(readout.findings[0].contains("(100002 of 2)"))
  }

  // MARK: JSON

  @Test func aRecordOfTooManyValuesIsOneDiagnostic() throws {
    let many = (0...JSONSplitter.mostValues).map { "\"k\($0)\":1" }.joined(separator: ",")
    let most = (1..<JSONSplitter.mostValues).map { "\"k\($0)\":1" }.joined(separator: ",")
    let readout = try Readout(
      "{\"text\":\"Een\"}\n{\(many)}\n{\"text\":\"Drie\",\(most)}\n")
    #expect(readout.texts == ["Een", "", "Drie"])
    #expect(readout.kinds == [.tooManyValues])
    #expect(readout.rows[2].fields.count == JSONSplitter.mostValues - 1)
  }

  @Test func namesBeyondTheColumnsAreFields() throws {
    let lines = (0..<300).map { line in
      "{\"text\":\"Goed \(line)\"," + (0..<10).map { "\"k\(line)_\($0)\":1" }.joined(separator: ",")
        + "}\n"
    }
    let bytes = Array(lines.joined().utf8)
    let reader = try ReviewReader(bytes: bytes, name: "dump", options: .init())
    #expect(reader.layout.columns.count == LayoutFinder.mostColumns)
    let readout = try Readout(bytes, options: .init())
    #expect(readout.rows.count == 300 && readout.rows[299].fields.count == 10)
  }

  @Test(arguments: ["[\"Goed\", \"Slecht\"]", "[\"Goed\"]", "[ \"Goed\",\n\"Slecht\"\n]\n"])
  func textsAloneAreNoObjects(_ dump: String) throws {
    let readout = try Readout(dump)
    #expect(readout.kinds.allSatisfy { $0 == .notAnObject } && !readout.kinds.isEmpty)
  }

  @Test(arguments: ["{}", "[{},{}]", "{}\n{}\n"])
  func objectsWithoutValuesSaySo(_ dump: String) {
    #expect(Readout.failure(Array(dump.utf8))?.message == "the records hold nothing")
  }

  @Test func aListOfNamesIsShort() throws {
    let names = (1...100).map { "\"\(String(repeating: "k", count: 90))\($0)\":\($0)" }
    let failure = try #require(Readout.failure(Array("{\(names.joined(separator: ","))}".utf8)))
    #expect(failure.message.hasSuffix("… and 80 more") && failure.message.count < 1400)
  }

  // MARK: Memory

  /// A megabyte of the shortest records would be half a million of them.
  @Test func shortRecordsFillAChunkToo() throws {
    let narrow = "review\n" + String(repeating: "a\n", count: 100_000)
    let wide =
      (1..<1000).map { "c\($0)" }.joined(separator: ",") + ",review\n"
      + String(repeating: "a\n", count: 1000)
    for (dump, most) in [(narrow, 15_000), (wide, 130)] {
      let options = ReaderOptions {
        $0.format = .csv
        $0.delimiter = Byte.comma
      }
      let reader = try ReviewReader(bytes: Array(dump.utf8), name: "dump", options: options)
      var counts: [Int] = []
      while let chunk = try reader.nextChunk() { counts.append(chunk.recordCount) }
      #expect(counts.reduce(0, +) == (most == 130 ? 1000 : 100_000))
      #expect(counts.max() ?? 0 <= most && counts.count < 20)
    }
  }

  // MARK: Files that change

  /// A dump of several megabytes, of which a reader that is opened has not read all.
  private static func file(_ name: String) throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("verhaal-\(name)-" + UUID().uuidString)
    let lines = (0..<60_000).map {
      "{\"id\":\($0),\"text\":\"Het duurde drie weken, nummer \($0).\"}\n"
    }
    try Data(lines.joined().utf8).write(to: url)
    return url
  }

  @Test func aFileThatShrinksGivesWhatWasThereAndFails() throws {
    let url = try Self.file("shrinks")
    defer { try? FileManager.default.removeItem(at: url) }
    let reader = try ReviewReader(path: url.path, options: .init())
    let size = try #require(reader.totalBytes)
    try FileHandle(forWritingTo: url).truncate(atOffset: UInt64(size / 2))
    var count = 0
    let failure = #expect(throws: InputError.self) {
      while let chunk = try reader.nextChunk() { count += chunk.recordCount }
    }
    #expect(failure?.kind == .cannotRead && failure?.message.contains("\(size) bytes") == true)
    #expect(failure?.position ?? 0 >= size / 2 && failure?.hint.isEmpty == false)
    #expect(count > 25_000 && count < 35_000)
  }

  @Test func whatIsAddedToAFileWhileItIsReadIsSaidNotRead() throws {
    let url = try Self.file("grows")
    defer { try? FileManager.default.removeItem(at: url) }
    let reader = try ReviewReader(path: url.path, options: .init())
    let parser = RecordParser(layout: reader.layout, options: .init())
    let handle = try FileHandle(forWritingTo: url)
    var (count, kinds) = (0, [Diagnostic.Kind]())
    while let chunk = try reader.nextChunk() {
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("{\"id\":-1,\"text\":\"Nog een.\"}\n".utf8))
      let batch = parser.parse(chunk)
      count += batch.recordCount
      kinds += batch.diagnostics.map(\.kind)
    }
    #expect(count == 60_000 && kinds == [.grown])
  }

  // MARK: Lines

  @Test func aLineThatIsTooLongIsToldBeforeItsEnd() throws {
    struct Stop: Error {}
    let bytes = Array("kort\n".utf8) + Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
    let source = ByteSource(bytes: bytes, name: "dump")
    var lines = try LineReader(source, limit: 1000, readBytes: 1 << 10)
    let hasFirst = try lines.next { line, _ in #expect(line?.count == 4) }
    #expect(hasFirst)
    #expect(throws: Stop.self) { try lines.next { line, _ in if line == nil { throw Stop() } } }
    #expect(source.position < 1 << 18)
    var whole = try LineReader(
      ByteSource(bytes: bytes + Array("\nna\n".utf8), name: "dump"), limit: 1000, readBytes: 1 << 10
    )
    var lengths: [Int?] = []
    while try whole.next({ line, _ in lengths.append(line?.count) }) {}
    #expect(lengths == [4, nil, 2] && whole.count == 3)
  }

  @Test func anInputThatIsTakenWholeHasALimit() throws {
    #expect(throws: InputError.self) { try WholeInput.read(path: "/dev/zero", limit: 1 << 20) }
    #expect(try WholeInput.read(path: "/dev/null", limit: 0).isEmpty)
  }
}
