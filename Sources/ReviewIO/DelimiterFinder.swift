/// Finds the delimiter by which the first rows of a sample fall into equally many fields.
struct DelimiterFinder {
  private static let candidates: [UInt8] = [
    Byte.comma, UInt8(ascii: ";"), Byte.tab, UInt8(ascii: "|"),
  ]
  /// Characters that some exports put between the fields, and that texts hold too.
  private static let rare: [UInt8] = [
    UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "~"),
  ]
  private static let examinedRows = 200

  /// The delimiter, or `nil` where every row is one field.
  static func find(_ bytes: Span<UInt8>, from start: Int, isWhole: Bool, limit: Int) -> UInt8? {
    var best: (delimiter: UInt8, known: Int, share: Double, width: Int)?
    for delimiter in candidates + rare {
      let isRare = rare.contains(delimiter)
      if isRare && best != nil { break }
      let rows = SampleRows(
        bytes, from: start, delimiter: delimiter, backslashEscapes: false, isWhole: isWhole,
        limit: limit, maximum: examinedRows
      ).rows
      guard let first = rows.first, first.count > 1 else { continue }
      let alike = rows.count { $0.count == first.count }
      let share = Double(alike) / Double(rows.count)
      let known = first.count { ColumnNames(String(decoding: $0, as: UTF8.self)).isKnown }
      if isRare {
        if known < 2 || share < 0.9 { continue }
      } else if known == 0 {
        // Without names only a strict table counts, and prose has a space after its commas.
        let spaced = first.dropFirst().allSatisfy { $0.first == Byte.space }
        let words = first.map { $0.split(separator: Byte.space).count }.reduce(0, +)
        if share < (spaced ? 0.9 : 0.6) || (spaced && words >= 4) || (spaced && rows.count < 3) {
          continue
        }
      } else if known < 2 && share < 0.5 {
        continue
      }
      // The commas of decimal fractions make columns too.
      let width = delimiter == Byte.comma && splitsNumbers(rows) ? 1 : first.count
      if let best, (best.known, best.share, best.width) >= (known, share, width) { continue }
      best = (delimiter, known, share, width)
    }
    return best?.delimiter
  }

  /// Whether in most rows the delimiter stands between two digits.
  private static func splitsNumbers(_ rows: [[[UInt8]]]) -> Bool {
    let splitting = rows.count { row in
      zip(row, row.dropFirst()).contains { left, right in
        left.last.map(Byte.isDigit) == true && right.first.map(Byte.isDigit) == true
      }
    }
    return splitting * 2 > rows.count
  }

  /// The delimiter by which a header that came out as one column would be several that are known.
  static func missed(in header: [UInt8]) -> UInt8? {
    (candidates + rare).first { delimiter in
      header.split(separator: delimiter).count {
        ColumnNames(String(decoding: $0, as: UTF8.self)).isKnown
      } > 1
    }
  }
}
