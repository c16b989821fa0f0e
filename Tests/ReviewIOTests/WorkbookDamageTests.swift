import Foundation
import Testing

@testable import ReviewIO

/// Workbooks that are cut off, changed, or made to do harm.
@Suite struct WorkbookDamageTests {
  static let rows = MadeWorkbook.rows([["recensie"], ["Goed geholpen"], ["Fijn"]])

  static func message(_ bytes: [UInt8]) -> String {
    guard let failure = Readout.failure(bytes) else { return "read" }
    #expect(failure.kind == .corruptWorkbook && !failure.hint.isEmpty)
    return failure.message
  }

  @Test(
    arguments: [
      (.longer, "shorter than the directory says"), (.shorter, "longer than the directory says"),
      (.checksum, "check sum"), (.encrypted, "password"), (.method, "compressed in another way"),
      (.twice, "twice"), (.away, "not where the directory says"),
    ] as [(MadeWorkbook.Lie, String)])
  func aLieOfTheArchiveIsTold(_ lie: MadeWorkbook.Lie, _ reason: String) {
    var made = MadeWorkbook(data: Self.rows)
    #expect(Self.message(made.bytes) == "read")
    made.lie = lie
    #expect(Self.message(made.bytes).contains(reason), "\(Self.message(made.bytes))")
  }

  @Test(
    arguments: [
      ("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>", "document type"),
      ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><worksheet/>", "document type"),
      ("<worksheet>&lol;</worksheet>", "undefined entity"),
      ("<worksheet><sheetData><row><c>", "not valid XML"), ("", "not valid XML"),
      ("<?xml version=\"1.0\" encoding=\"windows-1252\"?><worksheet/>", "unknown encoding"),
      (String(repeating: "<a>", count: 10_000), "too deep"),
      ("<worksheet a=\"" + String(repeating: "b", count: 3 << 20) + "\"/>", "a tag is longer"),
    ])
  func harmfulXMLIsRefused(_ sheet: String, _ reason: String) {
    var made = MadeWorkbook(data: "")
    made.parts.removeLast()
    made.add("xl/worksheets/sheet1.xml", sheet)
    #expect(Self.message(made.bytes).contains(reason), "\(Self.message(made.bytes))")
  }

  /// Billions of entities of one another would be a page of XML.
  @Test func entitiesDoNotGrow() {
    var text = "<!DOCTYPE sst [<!ENTITY a \"lol\">"
    for (name, before) in zip("bcdefghij", "abcdefghi") {
      text += "<!ENTITY \(name) \"" + String(repeating: "&\(before);", count: 10) + "\">"
    }
    var made = MadeWorkbook(data: Self.rows)
    made.add("xl/sharedStrings.xml", text + "]><sst><si><t>&j;</t></si></sst>")
    #expect(Self.message(made.bytes).contains("document type"))
  }

  @Test func aBombIsRefusedBeforeItIsInflated() {
    var made = MadeWorkbook(data: Self.rows)
    made.parts.append(("xl/sharedStrings.xml", Array(repeating: 0x20, count: 80 << 20)))
    #expect(Self.message(made.bytes).contains("xl/sharedStrings.xml would be 83886080 bytes"))
  }

  @Test(arguments: ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
  func aPartThatIsMissingIsNamed(_ name: String) {
    var made = MadeWorkbook(data: Self.rows)
    made.parts.removeAll { $0.name == name }
    let failure = Readout.failure(made.bytes)
    #expect(failure != nil && failure?.hint.isEmpty == false)
  }

  @Test func aBeginningAloneIsDamaged() {
    #expect(Self.message(BadInputTests.zip("xl/workbook.xml")).contains("no directory"))
  }

  @Test func aBinaryWorkbookIsNamed() {
    var made = MadeWorkbook(data: Self.rows)
    made.parts.removeAll { $0.name == "xl/workbook.xml" }
    made.add("xl/workbook.bin", "")
    #expect(Readout.failure(made.bytes)?.message.contains("xlsb") == true)
  }

  /// What comes before the damage is read; then it fails with the row.
  @Test func rowsBeforeTheDamageAreGiven() throws {
    let rows = (0..<40_000).map { ["\($0)", "Het duurde lang, nummer \($0 &* 7_919 % 1_000)."] }
    var made = MadeWorkbook(data: MadeWorkbook.rows([["id", "recensie"]] + rows))
    made.lie = .checksum
    let options = ReaderOptions()
    let reader = try ReviewReader(bytes: made.bytes, name: "dump.xlsx", options: options)
    var count = 0
    let failure = #expect(throws: InputError.self) {
      while let chunk = try reader.nextChunk() { count += chunk.recordCount }
    }
    #expect(count > 38_000 && failure?.kind == .corruptWorkbook)
    #expect(
      failure?.description.contains(
        "dump.xlsx:Blad1: the Excel workbook cannot be read after row \(count + 1)") == true)
  }

  /// Whatever is cut off or changed is read or refused with a reason.
  @Test func noDamageGoesWithoutAnAnswer() throws {
    let bytes = try WorkbookTests.fixture("sheets.xlsx")
    for end in stride(from: 4, to: bytes.count, by: 53) {
      let failure = try #require(Readout.failure(Array(bytes[..<end])))
      #expect(!failure.hint.isEmpty)
    }
    var random = FixedRandom(state: 11)
    var read = 0
    for _ in 0..<400 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        changed[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      guard let failure = Readout.failure(changed) else {
        read += 1
        continue
      }
      #expect(!failure.hint.isEmpty && !failure.message.isEmpty)
    }
    #expect(read < 400)
  }
}
