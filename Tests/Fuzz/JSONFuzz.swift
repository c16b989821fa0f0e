import Foundation
import ReviewIO

extension FuzzTarget {
  /// JSON Lines against Foundation's reader: what is an object with a text to it is a review with that text.
  static let json = FuzzTarget(name: "json") {
    { bytes in
      var options = ReaderOptions()
      options.format = .jsonl
      options.encoding = .utf8
      options.textColumns = ["text"]
      let text = String(decoding: bytes, as: UTF8.self)
      let line = String(text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" })
      // The first line settles the columns.
      let dump = "{\"text\":\"Prima.\"}\n" + line + "\n"
      guard let readout = try? Readout(dump, options: options), readout.rows.count == 2,
        !readout.kinds.contains(.tooDeep),
        // Foundation lets a comma stand before the end.
        !line.contains(/,\s*[\]}]/),
        let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let expected = object["text"] as? String
      else { return }
      require(!readout.rows[1].unreadable, "\(readout)")
      // Of a key that stands twice either may be taken; keys may be escaped.
      guard line.components(separatedBy: "\"text\"").count == 2, !line.contains("\\u") else {
        return
      }
      require(readout.rows[1].text.utf8.elementsEqual(expected.utf8), "\(readout)")
    }
  }
}
