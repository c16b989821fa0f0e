/// A brief as it is laid out, whatever it is written in.
public struct BriefDocument: Sendable {
  public enum Block: Sendable {
    /// Of level 1, the customer's sentence or the figure in its place, or 2.
    case heading(Int, [BriefSpan])
    case paragraph([BriefSpan])
    /// Somebody's words.
    case quote([BriefSpan])
    /// The line of facts below a quote.
    case facts([BriefSpan])
    case table(Table)
    case list([[BriefSpan]], isOrdered: Bool)
  }

  public struct Table: Sendable {
    public struct Column: Sendable {
      var title: [BriefSpan]
      /// Numbers stand to the right.
      var isNumber = false
    }

    var columns: [Column]
    /// As many cells each as there are columns.
    var rows: [[[BriefSpan]]]
  }

  public var title: String
  public var subtitle: [BriefSpan]
  /// `nl-NL`, `nl-BE` or `en`.
  public var languageTag: String
  public var blocks: [Block] = []

  /// Every run of text, heading and subtitle too, in its order.
  public var texts: [[BriefSpan]] {
    [subtitle]
      + blocks.flatMap { block -> [[BriefSpan]] in
        switch block {
        case .heading(_, let spans), .paragraph(let spans), .quote(let spans), .facts(let spans):
          [spans]
        case .table(let table): table.columns.map(\.title) + table.rows.flatMap(\.self)
        case .list(let items, _): items
        }
      }
  }
}
