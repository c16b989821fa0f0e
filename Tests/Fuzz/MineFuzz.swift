import Foundation
import ReviewIO
import StoryAnalysis

@testable import verhaal

extension FuzzTarget {
  /// A dump as `mine` writes it: the same bytes whatever the chunks; every line is an object of JSON; CSV has the same
  /// texts, read by a plain reader.
  static let mine = FuzzTarget(name: "mine") {
    let analyzer = try Analyzer()
    return { bytes in
      var input = FuzzInput(bytes)
      var options = ReaderOptions()
      options.format = input.choice(among: [nil] + DumpFormat.allCases.map(Optional.some))
      let size = 1 + input.choice(75)
      let dump = input.bytes
      let json = JSONAnalysisWriter(
        analyzerVersion: analyzer.version, withText: true, detail: [.reasons])
      let csv = CSVAnalysisWriter(withText: true, isRaw: true)
      guard let whole = try? lines(dump, json, options, analyzer) else { return }
      let cells = PlainCSV.rows(try! lines(dump, csv, options, analyzer))
      options.chunkBytes = size
      options.readBytes = 1 + size % 13
      require((try? lines(dump, json, options, analyzer)) == whole)
      let objects = whole.split(separator: UInt8(ascii: "\n")).map { line in
        // Foundation's reader drops a byte order mark behind an escape, unless it is one itself.
        let json = String(validating: line, as: UTF8.self)!.replacing(
          "\u{FEFF}", with: #"\uFEFF"#)
        return try! JSONSerialization.jsonObject(with: Data(json.utf8)) as! [String: Any]
      }
      require(cells.count == objects.count, "\(cells)\n\(objects)")
      for (row, object) in zip(cells, objects) {
        require(row.count == 23, "\(row)")
        require(row[1] == object["id"] as! String)
        if let text = object["text"] as? String {
          require(row[22].utf8.elementsEqual(text.utf8), "\(row)\n\(object)")
        }
      }
    }
  }

  private static func lines(
    _ dump: [UInt8], _ writer: some AnalysisWriter, _ options: ReaderOptions, _ analyzer: Analyzer
  ) throws -> [UInt8] {
    let reader = try ReviewReader(bytes: dump, name: "proef", options: options)
    let parser = RecordParser(layout: reader.layout, options: options)
    var register = IdentityRegister()
    var lines: [UInt8] = []
    while let chunk = try reader.nextChunk() {
      let batch = AnalyzedBatch(
        parser.parse(chunk), layout: reader.layout, analyzer: analyzer, detail: [.reasons])
      let identities = batch.reviews.reviews.map { batch.identity(of: $0) }
      let occurrences = identities.map { register.occurrence(of: $0) }
      let mined = MinedChunk(batch, identities, writer: writer, keepsErrors: true)
      unsafe mined.lines.forEachPiece(mined.written.map { occurrences[$0] }) { bytes, _ in
        unsafe lines += bytes
      }
    }
    return lines
  }
}
