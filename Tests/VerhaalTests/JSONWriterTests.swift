import Foundation
import Lexicon
import ReviewIO
import StoryAnalysis
import Testing

@testable import verhaal

@Suite struct JSONWriterTests {
  /// Every byte of ASCII at every place of a text of up to forty bytes, read back by another program.
  @Test func anyTextIsReadBackAsItWas() throws {
    for length in 1...40 {
      for place in 0..<length {
        for byte in UInt8(0)...127 {
          var text = [UInt8](repeating: UInt8(ascii: "e"), count: length)
          text[place] = byte
          try Self.check(String(decoding: text, as: UTF8.self))
        }
      }
    }
    try Self.check("Écht “waar” 👍🏽, zei hij: \\n\n\u{7F}\u{0}einde")
  }

  static func check(_ text: String) throws {
    var json = JSONWriter(capacity: 1)
    json.open("[")
    json.string(text)
    // What stands behind a text, as other texts do in a batch, is looked at with it and must not count.
    let bytes = Array(("\u{7}" + text + String(repeating: "\"", count: 20)).utf8)
    json.string(bytes.span, 1..<(bytes.count - 20))
    json.close("]")
    let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
    #expect(read == [text, text])
  }

  @Test(arguments: [
    (0, "0"), (1, "0.0001"), (10_000, "1"), (-5_000, "-0.5"), (123_450, "12.345"),
    (500, "0.05"), (90_090, "9.009"), (9_999_999, "999.9999"), (1_000_000, "100"),
    (Int(Int32.max), "214748.3647"), (Int(Int32.min), "-214748.3648"),
  ])
  func aFixedNumberHasNoTrailingZeros(value: Int, expected: String) {
    var json = JSONWriter()
    json.fixed(Int32(value))
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: [0, 9, 10, -1, 999, 1_000, Int.max, Int.min])
  func aWholeNumberIsDecimal(value: Int) {
    var json = JSONWriter()
    json.integer(value)
    #expect(String(decoding: json.bytes, as: UTF8.self) == String(value))
  }

  @Test(arguments: [
    ("", ","), ("plain", "plain,"), ("a,b", "\"a,b\","), ("two\nlines", "\"two\nlines\","),
    ("he said \"no\"", "\"he said \"\"no\"\"\","),
    // A quote and an accent on it are one character, and still a quote.
    ("\"\u{301}", "\"\"\"\u{301}\","),
  ])
  func aCellHasItsQuotesDoubled(text: String, expected: String) {
    var buffer = ByteBuffer(capacity: 1)
    buffer.append(cell: text)
    #expect(String(decoding: buffer.array, as: UTF8.self) == expected)
  }

  @Test func jsonInACellHasItsQuotesDoubled() {
    var json = JSONWriter(capacity: 1)
    json.buffer.beginJSONCell()
    json.open()
    json.key("a")
    json.string("b\"c")
    json.close()
    json.buffer.endJSONCell()
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #""{""a"":""b\""c""}""#)
  }
}
