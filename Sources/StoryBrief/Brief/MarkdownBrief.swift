import Essentials

/// A brief as Markdown, with a head that Pandoc reads.
public struct MarkdownBrief {
  private let document: BriefDocument

  public init(_ document: BriefDocument) { self.document = document }

  public var text: String {
    let blocks = document.blocks.map(block)
    return """
      ---
      title: \(Self.quoted(document.title))
      subtitle: \(Self.quoted(line(document.subtitle)))
      lang: \(document.languageTag)
      ---

      \(blocks.joined(separator: "\n\n"))

      """
  }

  private func block(_ block: BriefDocument.Block) -> String {
    switch block {
    case .heading(_, let spans): "## " + line(spans)
    case .paragraph(let spans), .facts(let spans): line(spans)
    case .quote(let spans): "> " + line(spans)
    case .table(let table): rows(of: table)
    case .list(let items, let isOrdered):
      items.enumerated().map { place, item in
        (isOrdered ? "\(place + 1). " : "- ") + line(item)
      }.joined(separator: "\n")
    }
  }

  private func rows(of table: BriefDocument.Table) -> String {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let cells = [table.columns.map { line($0.title) }] + table.rows.map { $0.map(line) }
    let rules = table.columns.indices.map { place in
      // Pandoc takes the widths of columns from their rules.
      let width = cells.map { $0[place].count }.max() ?? 0
      let rule = String(repeating: "-", count: min(max(width, 2), Self.widest))
      return rule + (table.columns[place].isNumber ? ":" : "-")
    }
    return ([row(cells[0]), "|" + rules.joined(separator: "|") + "|"] + cells.dropFirst().map(row))
      .joined(separator: "\n")
  }

  private static let widest = 40

  private func line(_ spans: [BriefSpan]) -> String {
    var line = ""
    var run = ""
    var style = BriefSpan.Style.plain
    func end() {
      // Marks do not hold where white space is inside of them.
      let inside = run.trimmed()
      guard !inside.isEmpty, style == .strong || style == .emphasis else {
        line += run
        return
      }
      let mark = style == .strong ? "**" : "*"
      line += run.prefix { $0 == " " } + mark + inside + mark
      if run.hasSuffix(" ") { line += " " }
    }
    for span in spans where !span.text.isEmpty || span.style == .blank {
      if span.style != style {
        end()
        (run, style) = ("", span.style)
      }
      run += span.style == .blank ? Self.blank : Self.text(of: span)
    }
    end()
    return line
  }

  private static let blank = "______________"

  /// What is ours is written as it is; what is given means nothing in Markdown.
  private static func text(of span: BriefSpan) -> String {
    span.isGiven
      ? MarkdownText.escaped(span.text.withoutControls(), isStart: false) : span.text
  }

  /// A text in quotes, as YAML has it; Pandoc reads Markdown in it.
  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.contains { $0 == "\\" || $0 == "\"" }
      ? "'" + String(text.unicodeScalars.replacing(["'"], with: ["'", "'"])) + "'"
      : "\"" + text + "\""
  }
}
