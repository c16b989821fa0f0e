/// Rows under headings, the first column to the left and numbers to the right.
struct Table {
  let headings: [String]
  var rows: [[String]] = []

  /// With columns lined up, or as Markdown.
  func lines(asMarkdown: Bool) -> [String] {
    if asMarkdown {
      return ([headings, headings.indices.map { $0 == 0 ? "---" : "--:" }] + rows).map {
        "| " + $0.joined(separator: " | ") + " |"
      }
    }
    let widths = headings.indices.map { column in
      ([headings] + rows).map { $0[column].count }.max() ?? 0
    }
    return ([headings] + rows).map { row in
      row.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + gap : gap + row[column]
      }.joined(separator: "  ")
    }
  }
}
