/// Turns chunks of raw records into batches of reviews; pure, so that chunks go to any thread.
public struct RecordParser: Sendable {
  let layout: DumpLayout
  let encoding: DumpEncoding?
  let roles: [ColumnRole]
  let isJSON: Bool
  let keys: JSONKeys
  let splitter: DelimitedSplitter
  let names: [[UInt8]]
  /// What stands before the value of each column in `layout.textOrder`; empty for the main one.
  let prefixes: [[UInt8]]
  let title: Int?
  let id: Int?
  let rating: Int?
  let date: Int?

  /// Makes a parser for the chunks of the reader that gave the layout.
  public init(layout: DumpLayout, options: ReaderOptions) {
    self.layout = layout
    encoding = layout.encoding.isUTF16 || layout.format == .xlsx ? nil : options.encoding
    roles = layout.columns.map(\.role)
    isJSON = !layout.format.isDelimited
    keys = JSONKeys(columns: layout.paths.enumerated().map { ($1, $0) })
    splitter = DelimitedSplitter(
      delimiter: layout.delimiter, backslashEscapes: layout.backslashEscapes)
    names = layout.columns.map { Array($0.name.utf8) }
    prefixes = layout.textOrder.enumerated().map { place, column in
      place == 0 && layout.startsPlain ? [] : Self.prefix(layout.columns[column].name)
    }
    title = roles.firstIndex(of: .title)
    id = roles.firstIndex(of: .id)
    rating = roles.firstIndex(of: .rating)
    date = roles.firstIndex(of: .date)
  }

  /// Parses every record of the chunk; what cannot be read is in the batch's diagnostics.
  public func parse(_ chunk: DumpChunk) -> ReviewBatch {
    var builder = BatchBuilder(self, chunk)
    return builder.build()
  }

  /// A header as it stands before its part of the text: `Wat kan beter? `, `Minpunten: `.
  private static func prefix(_ name: String) -> [UInt8] {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    var prefix = Array((name.hasSuffix(".") ? name : last).utf8)
    for i in prefix.indices where prefix[i] == UInt8(ascii: "_") { prefix[i] = Byte.space }
    if let first = prefix.first, first &- 0x61 < 26 { prefix[0] = first - 0x20 }
    if let final = prefix.last, !"?!.:".utf8.contains(final) { prefix.append(Byte.colon) }
    prefix.append(Byte.space)
    return prefix
  }
}
