/// A review as it stands in a dump.
struct GeneratedReview: Equatable, Sendable {
  let number: Int
  /// `yyyy-mm-dd`.
  let date: String
  /// 1 to 5.
  let rating: Int
  let product: String
  /// Empty where there is none.
  let title: [UInt8]
  let text: [UInt8]

  var id: String { "r\(number)" }

  /// What is analysed: title, a newline, text.
  var whole: [UInt8] { title.isEmpty ? text : title + [UInt8(ascii: "\n")] + text }

  static let csvHeader = Array("id,date,rating,product,title,text\n".utf8)

  func append(asJSONLineTo bytes: inout [UInt8]) {
    bytes += #"{"id":"\#(id)","date":"\#(date)","rating":\#(rating),"product":"\#(product)""#.utf8
    if !title.isEmpty {
      bytes += #","title":"#.utf8
      Self.append(title, asJSONTo: &bytes)
    }
    bytes += #","text":"#.utf8
    Self.append(text, asJSONTo: &bytes)
    bytes += "}\n".utf8
  }

  func append(asCSVRowTo bytes: inout [UInt8]) {
    bytes += "\(id),\(date),\(rating),\(product),".utf8
    Self.append(title, asCSVTo: &bytes)
    bytes.append(UInt8(ascii: ","))
    Self.append(text, asCSVTo: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func append(_ value: [UInt8], asJSONTo bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in value {
      switch byte {
      case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
      case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(_ value: [UInt8], asCSVTo bytes: inout [UInt8]) {
    guard value.contains(where: { ",\"\r\n".utf8.contains($0) }) else {
      bytes += value
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in value {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
