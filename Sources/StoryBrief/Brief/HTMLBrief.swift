/// A brief as one HTML file that loads nothing and runs nothing.
public struct HTMLBrief {
  private let document: BriefDocument

  public init(_ document: BriefDocument) { self.document = document }

  public var text: String {
    var body: [String] = []
    var isInFigure = false
    for block in document.blocks {
      switch block {
      case .quote(let spans):
        if isInFigure { body.append("</figure>") }
        body.append("<figure class=\"story\"><blockquote><p>\(inline(spans))</p></blockquote>")
        isInFigure = true
      case .facts(let spans):
        body.append("<figcaption>\(inline(spans))</figcaption></figure>")
        isInFigure = false
      default: body.append(element(block))
      }
    }
    if isInFigure { body.append("</figure>") }
    return """
      <!doctype html>
      <html lang="\(document.languageTag)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <title>\(document.title.withoutControls().forHTML) · \(document.subtitle.text.withoutControls().forHTML)</title>
      <style>
      \(Self.style)</style>
      </head>
      <body>
      <main>
      <header><p class="title">\(document.title.withoutControls().forHTML)</p><p class="subtitle">\(inline(document.subtitle))</p></header>
      \(body.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private func element(_ block: BriefDocument.Block) -> String {
    switch block {
    case .heading(let level, let spans): "<h\(level)>\(inline(spans))</h\(level)>"
    case .paragraph(let spans), .quote(let spans), .facts(let spans): "<p>\(inline(spans))</p>"
    case .table(let table): self.table(table)
    case .list(let items, let isOrdered):
      (isOrdered ? "<ol>" : "<ul>") + items.map { "<li>\(inline($0))</li>" }.joined()
        + (isOrdered ? "</ol>" : "</ul>")
    }
  }

  private func table(_ table: BriefDocument.Table) -> String {
    func cells(_ row: [[BriefSpan]], _ tag: String) -> String {
      zip(table.columns, row).enumerated().map { place, cell in
        // The first cell names its row.
        let tag = tag == "td" && place == 0 ? "th scope=\"row\"" : tag
        let end = tag.prefix(2)
        let isEmpty = cell.1.isEmpty
        return "<\(isEmpty ? "td" : tag)\(cell.0.isNumber ? " class=\"number\"" : "")>"
          + "\(inline(cell.1))</\(isEmpty ? "td" : String(end))>"
      }.joined()
    }
    let titles = table.columns.map(\.title)
    let head =
      titles.allSatisfy(\.isEmpty) ? "" : "<thead><tr>\(cells(titles, "th"))</tr></thead>"
    let rows = table.rows.map { "<tr>\(cells($0, "td"))</tr>" }.joined(separator: "\n")
    return "<div class=\"table\"><table>\(head)\n<tbody>\n\(rows)\n</tbody></table></div>"
  }

  private func inline(_ spans: [BriefSpan]) -> String {
    spans.map { span in
      let text = span.text.withoutControls().forHTML
      return switch span.style {
      // Ids hold hyphens, at which no line ends.
      case .plain where Self.isShortWord(span): "<span class=\"word\">\(text)</span>"
      case .plain: text
      case .strong: "<strong>\(text)</strong>"
      case .emphasis: "<em>\(text)</em>"
      case .blank: "<span class=\"blank\"></span>"
      }
    }.joined()
  }

  private static func isShortWord(_ span: BriefSpan) -> Bool {
    span.isGiven && span.text.count <= 24 && span.text.contains("-")
      && !span.text.contains(where: \.isWhitespace)
  }
}
