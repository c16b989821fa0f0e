import CZlib
import Foundation

@testable import ReviewIO

/// The parts of a workbook, written as they are into a zip archive.
struct MadeWorkbook {
  /// How an archive says something else than what it holds.
  struct Lie: OptionSet {
    let rawValue: Int
    static let longer = Lie(rawValue: 1)
    static let shorter = Lie(rawValue: 2)
    static let checksum = Lie(rawValue: 4)
    static let encrypted = Lie(rawValue: 8)
    static let method = Lie(rawValue: 16)
    static let twice = Lie(rawValue: 32)
    static let away = Lie(rawValue: 64)
  }

  var parts: [(name: String, content: [UInt8])] = []
  /// What is told wrongly of the last part.
  var lie: Lie = []
  var isDeflated = true

  /// - Parameters:
  ///   - data: what stands between `<sheetData>` and its end.
  ///   - after: what stands behind it.
  init(
    data: String, before: String = "", after: String = "", shared: String? = nil,
    styles: String? = nil, properties: String = ""
  ) {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relations(_ list: [(String, String)]) -> String {
      "<Relationships>"
        + list.enumerated().map { number, relation in
          "<Relationship Id=\"r\(number)\" Type=\"\(office)/\(relation.0)\" Target=\"\(relation.1)\"/>"
        }.joined() + "</Relationships>"
    }
    add("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")]))
    add(
      "xl/workbook.xml",
      """
      <?xml version="1.0"?><workbook xmlns="\(main)" xmlns:r="\(office)">\(properties)\
      <sheets><sheet name="Blad1" sheetId="1" r:id="r0"/></sheets></workbook>
      """)
    add(
      "xl/_rels/workbook.xml.rels",
      relations([
        ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
        ("styles", "/xl/styles.xml"),
      ]))
    if let shared { add("xl/sharedStrings.xml", "<sst>\(shared)</sst>") }
    if let styles { add("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>") }
    add(
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"\(main)\">\(before)<sheetData>\(data)</sheetData>\(after)</worksheet>")
  }

  mutating func add(_ name: String, _ content: String) { parts.append((name, Array(content.utf8))) }

  mutating func replace(_ name: String, _ old: String, _ new: String) {
    for index in parts.indices where parts[index].name == name {
      let text = String(decoding: parts[index].content, as: UTF8.self)
      parts[index].content = Array(text.replacing(old, with: new).utf8)
    }
  }

  /// Rows of texts that stand in the cells themselves.
  static func rows(_ rows: [[String]]) -> String {
    rows.map { row in
      "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }.joined()
  }

  var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var count = 0
    for (index, part) in parts.enumerated() {
      let lie = index == parts.count - 1 ? lie : []
      let packed = isDeflated ? Self.deflate(part.content) : part.content
      let size = part.content.count + (lie.contains(.longer) ? 9 : lie.contains(.shorter) ? -9 : 0)
      let crc = unsafe Int(crc32(0, part.content, UInt32(part.content.count)))
      let head =
        number(20, 2) + number(lie.contains(.encrypted) ? 1 : 0, 2)
        + number(lie.contains(.method) ? 93 : isDeflated ? 8 : 0, 2) + number(0, 4)
        + number(lie.contains(.checksum) ? crc ^ 1 : crc, 4) + number(packed.count, 4)
        + number(size, 4) + number(part.name.utf8.count, 2) + number(0, 2)
      for _ in 0..<(lie.contains(.twice) ? 2 : 1) {
        count += 1
        directory +=
          [0x50, 0x4b, 1, 2] + number(20, 2) + head + number(0, 10)
          + number(archive.count + (lie.contains(.away) ? 1 : 0), 4) + Array(part.name.utf8)
      }
      archive += [0x50, 0x4b, 3, 4] + head + Array(part.name.utf8) + packed
    }
    return archive + directory + [0x50, 0x4b, 5, 6] + number(0, 4) + number(count, 2)
      + number(count, 2) + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
  }

  private static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    unsafe deflateInit2_(
      &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    var (input, output) = (bytes, [UInt8](repeating: 0, count: bytes.count + 1000))
    let (length, capacity) = (bytes.count, output.count)
    unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(length)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(capacity)
        unsafe CZlib.deflate(&stream, Z_FINISH)
      }
    }
    unsafe output.removeLast(Int(stream.avail_out))
    unsafe deflateEnd(&stream)
    return output
  }
}
