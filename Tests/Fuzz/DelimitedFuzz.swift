import ReviewIO

extension FuzzTarget {
  /// Against a writer of CSV that knows nothing but to put quotes around: cells come back as they were, but for the mark
  /// of a formula.
  static let delimited = FuzzTarget(name: "delimited") {
    { bytes in
      var input = FuzzInput(bytes)
      let delimiter = input.choice(among: [",", ";", "|", "\t"])
      let lineEnd = input.choice(among: ["\n", "\r\n"])
      let quotesAll = input.choice(2) == 0
      let text = String(decoding: input.bytes, as: UTF8.self)
      let rows = text.split(separator: "\u{1}", omittingEmptySubsequences: false).map { row in
        let cells = row.split(separator: "\u{2}", omittingEmptySubsequences: false).map(String.init)
        return (cells + ["", "", ""]).prefix(3)
      }
      var dump = "recensie\(delimiter)kleur\(delimiter)maat" + lineEnd
      for row in rows {
        let cells = row.map { cell in
          let signs = "\"\r\n\\ ,;|\t".unicodeScalars
          let mustQuote = cell.isEmpty || cell.unicodeScalars.contains { signs.contains($0) }
          return quotesAll || mustQuote
            ? "\"" + String(cell.unicodeScalars.replacing(["\""], with: ["\"", "\""])) + "\"" : cell
        }
        dump += cells.joined(separator: delimiter) + lineEnd
      }
      var options = ReaderOptions()
      options.format = .csv
      options.delimiter = Array(delimiter.utf8)[0]
      options.encoding = .utf8
      options.textColumns = ["recensie"]
      // A backslash before a quote may be an escape of its own kind.
      // Many control characters make no text at all.
      guard !dump.contains("\\\""), let readout = try? Readout(dump, options: options) else {
        return
      }
      require(readout.rows.count == rows.count, "\(readout)\n\(dump)")
      for (row, cells) in zip(readout.rows, rows) {
        let cells = cells.map(unmarked)
        require(row.text == cells[0], "\(row)\n\(cells)")
        require(row.fields == ["kleur=\(cells[1])", "maat=\(cells[2])"], "\(row)\n\(cells)")
      }
    }
  }

  /// A cell without the apostrophe that keeps a spreadsheet from running it.
  private static func unmarked(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    guard scalars.first == "'", let first = scalars.first(where: { $0 != "'" }),
      "=+-@\t\r\n\u{FF0B}\u{FF0D}\u{FF1D}\u{FF20}".unicodeScalars.contains(first)
    else { return cell }
    return String(scalars.dropFirst())
  }
}
