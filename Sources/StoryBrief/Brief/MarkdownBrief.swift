/// A brief as Markdown, with a head that Pandoc reads.
public struct MarkdownBrief {
  private let document: BriefDocument

  public init(_ document: BriefDocument) { self.document = document }

  public var text: String {
    let blocks = document.blocks.map(block)
    return """
      ---
      title: \(Self.quoted(document.title))
      subtitle: \(Self.quoted(document.subtitle.text))
      lang: \(document.languageTag)
      ---

      \(blocks.joined(separator: "\n\n"))

      """
  }

  private func block(_ block: BriefDocument.Block) -> String {
    switch block {
    case .heading(_, let spans): "## " + line(spans)
    case .paragraph(let spans), .facts(let spans): Self.atStart(line(spans))
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
    return
      ([
        row(table.columns.map { line($0.title) }),
        "|" + table.columns.map { $0.isNumber ? "--:" : "---" }.joined(separator: "|") + "|",
      ] + table.rows.map { row($0.map(line)) }).joined(separator: "\n")
  }

  private func line(_ spans: [BriefSpan]) -> String {
    spans.map { span in
      let text = SafeText.shown(span.text)
      guard !text.isEmpty || span.style == .blank else { return "" }
      let escaped = MarkdownText.escaped(text)
      // Escaping takes white space away at both ends; marks must not have it inside.
      let before = text.first == " " ? " " : ""
      let after = text.last == " " && !escaped.isEmpty ? " " : ""
      return switch span.style {
      case .blank: "______________"
      case .plain: before + escaped + after
      case .strong: before + "**" + escaped + "**" + after
      case .emphasis: before + "*" + escaped + "*" + after
      }
    }.joined()
  }

  /// A number or a mark at the start of a line of ours is no list.
  private static func atStart(_ line: String) -> String {
    guard let first = line.first, "-+".contains(first) else { return line }
    return "\\" + line
  }

  /// A text in quotes, as YAML has it.
  private static func quoted(_ text: String) -> String {
    "\""
      + SafeText.shown(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
