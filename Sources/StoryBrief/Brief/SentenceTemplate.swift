/// A sentence with places to be filled in.
///
/// `{name}` is a place, `{name*}` one where a number up to twelve is spelled out; `**strong**`, `*emphasised*`.
struct SentenceTemplate: Sendable {
  enum Piece: Sendable {
    case text(String, BriefSpan.Style)
    case place(String, isSpelled: Bool, BriefSpan.Style)
  }

  let pieces: [Piece]

  init(_ text: String) {
    var pieces: [Piece] = []
    var style = BriefSpan.Style.plain
    var run = ""
    var rest = text[...]
    func end() {
      if !run.isEmpty { pieces.append(.text(run, style)) }
      run = ""
    }
    while let character = rest.popFirst() {
      switch character {
      case "*":
        end()
        let isStrong = rest.first == "*"
        if isStrong { rest.removeFirst() }
        style = style == .plain ? (isStrong ? .strong : .emphasis) : .plain
      case "{":
        end()
        let name = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(name.count + 1)
        pieces.append(
          .place(
            String(name.prefix { $0 != "*" }), isSpelled: name.hasSuffix("*"), style))
      default: run.append(character)
      }
    }
    end()
    self.pieces = pieces
  }

  /// The names of its places, in their order.
  var places: [String] {
    pieces.compactMap { if case .place(let name, _, _) = $0 { name } else { nil } }
  }
}
