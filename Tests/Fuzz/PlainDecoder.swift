import Foundation
import ReviewIO

/// Decodes bytes scalar by scalar, with Foundation's tables where there are any.
enum PlainDecoder {
  /// What stands for nothing becomes U+FFFD: in UTF-8 each byte for itself, in UTF-16 each half of a pair.
  static func text(_ bytes: [UInt8], _ encoding: DumpEncoding) -> String {
    switch encoding {
    case .utf8: utf8(bytes)
    case .windows1252: bytes.map(windows1252).joined()
    case .utf16le: utf16(bytes) { UInt16($1) << 8 | UInt16($0) }
    case .utf16be: utf16(bytes) { UInt16($0) << 8 | UInt16($1) }
    }
  }

  /// A text of ASCII in an encoding.
  static func bytes(_ text: String, _ encoding: DumpEncoding) -> [UInt8] {
    switch encoding {
    case .utf8, .windows1252: Array(text.utf8)
    case .utf16le: text.utf8.flatMap { [$0, 0] }
    case .utf16be: text.utf8.flatMap { [0, $0] }
    }
  }

  private static func utf8(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while !rest.isEmpty {
      let whole = (1...4).lazy.compactMap { length -> Unicode.Scalar? in
        guard length <= rest.count else { return nil }
        let scalars = String(validating: rest.prefix(length), as: UTF8.self)?.unicodeScalars
        return scalars?.count == 1 ? scalars?.first : nil
      }.first
      text.append(whole ?? "\u{FFFD}")
      rest = rest.dropFirst(whole.map { String($0).utf8.count } ?? 1)
    }
    return String(text)
  }

  private static func windows1252(_ byte: UInt8) -> String {
    // Where the code page has nothing, some tables have a control character.
    let isOpen = [0x81, 0x8d, 0x8f, 0x90, 0x9d].contains(byte)
    return isOpen
      ? "\u{FFFD}" : String(data: Data([byte]), encoding: .windowsCP1252) ?? "\u{FFFD}"
  }

  private static func utf16(_ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) -> String {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    // What is left over is half a unit; after half a pair both together are one loss.
    let isOdd = bytes.count % 2 == 1
    let endsInHalf = units.last.map { $0 & 0xfc00 == 0xd800 } ?? false
    return String(decoding: units, as: UTF16.self) + (isOdd && !endsInHalf ? "\u{FFFD}" : "")
  }
}
