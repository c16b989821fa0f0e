import Lexicon
import StoryFigures

/// Two sets of reviews beside each other, for reading and as JSON.
struct ComparePage {
  let names: [String]
  let sides: [ReviewCounts]
  /// Of each side; nil where that is not known by side.
  let unreadable: [Int?]
  /// Reviews without a date, and outside both periods.
  let undated: Int
  let outside: Int
  /// Whether the sides are two periods of the same reviews.
  let isPeriods: Bool
  let lines: FigureLines

  private var style: Style { lines.style }

  /// How long reviews are on both sides together.
  private var standard: LengthStandard {
    var whole = sides[0]
    whole.add(sides[1])
    return LengthStandard(whole)
  }

  var text: String {
    let shown = names.map(Terminal.safe).map { $0.count > 22 ? "…" + $0.suffix(21) : $0 }
    var text: [String] = []
    for (name, (counts, unreadable)) in zip(shown, zip(sides, unreadable)) {
      text += [style.bold(name)]
      text += lines.head(counts, unreadable: unreadable).map { "  " + $0 }
    }
    if undated + outside > 0 {
      var parts: [String] = []
      if undated > 0 { parts.append("\(Number.counted(undated, "review")) without a date") }
      if outside > 0 { parts.append("\(Number.grouped(outside)) outside the window") }
      text.append(style.dim("in neither: " + parts.joined(separator: ", ")))
    }
    guard sides.allSatisfy({ $0.count > 0 }) else {
      return (text + ["", "nothing to compare: there is no review with an experience on one side"])
        .joined(separator: "\n")
    }
    text += ["", Column.left("", 34) + shown.map { Column.right($0, 23) }.joined()]
    for cell in StoryCell.allCases {
      text.append(
        "  " + Column.left(cell.rawValue, 32)
          + sides.map { Column.right(Share.cell($0.count(cell), of: $0.count), 23) }.joined())
    }
    let standard = standard
    let isCovered = sides.allSatisfy(standard.covers)
    for kind in BalanceKind.allCases {
      text += ["", style.bold(kind.title)]
      let raw = sides.map { $0.balance(kind) }
      text.append(row("as counted", raw))
      if isCovered {
        text.append(row("at equal lengths", sides.map { standard.balance(kind, of: $0) }))
      }
    }
    text += notes(isCovered: isCovered)
    return text.joined(separator: "\n")
  }

  private func row(_ name: String, _ balances: [Balance]) -> String {
    let change = Change(from: balances[0], to: balances[1])
    let word: String
    switch change.direction {
    case .risen: word = style.green(isPeriods ? "risen" : "higher")
    case .fallen: word = style.red(isPeriods ? "fallen" : "lower")
    case .unclear: word = isPeriods ? "no clear change" : "no clear difference"
    }
    let values = balances.map { BalanceText.signed($0.value) }.joined(separator: " → ")
    return "  " + Column.left(name, 18) + Column.left(values, 16) + "  "
      + Column.left(
        BalanceText.signed(change.value) + " "
          + BalanceText.interval(change.low, change.high), 24) + word
  }

  private func notes(isCovered: Bool) -> [String] {
    var notes: [String] = []
    if !isCovered {
      notes.append("not compared at equal lengths: one side has no reviews of some lengths")
    }
    if sides.contains(where: { $0.count < Share.leastWhole }) {
      notes.append("fewer than 100 reviews on a side: read the counts")
    }
    if !isPeriods {
      notes.append("sources differ in who writes and when they are asked, not only in what is good")
    }
    return notes.isEmpty
      ? []
      : [""] + notes.flatMap { Wrapping.lines($0, width: lines.width) }.map { style.dim($0) }
  }

  var json: String {
    var json = JSONWriter()
    json.open()
    json.key("kind")
    json.string(isPeriods ? "periods" : "dumps")
    json.key("undated")
    json.integer(undated)
    json.key("outside")
    json.integer(outside)
    let standard = standard
    for (at, key) in ["a", "b"].enumerated() {
      json.key(escaping: key)
      json.open()
      json.key("name")
      json.string(names[at])
      json.counts(sides[at], unreadable: unreadable[at])
      json.standardized(sides[at], by: standard)
      json.close()
    }
    json.key("changes")
    changes(to: &json) { $0.balance($1) }
    json.key("standardizedChanges")
    changes(to: &json) { standard.balance($1, of: $0) }
    json.close()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func changes(
    to json: inout JSONWriter, _ balance: (ReviewCounts, BalanceKind) -> Balance
  ) {
    json.open()
    for kind in BalanceKind.allCases {
      json.key(escaping: kind.key)
      json.change(Change(from: balance(sides[0], kind), to: balance(sides[1], kind)))
    }
    json.close()
  }
}
