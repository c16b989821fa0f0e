import StoryFigures

/// The setbacks of a period, for reading and as JSON.
struct AlertPage {
  let days: ClosedRange<Day>
  let counts: ReviewCounts
  let setbacks: [SetbackWatch.Setback]
  let undated: Int
  let unreadable: Int
  /// As they were typed.
  let thresholds: [String]
  let isExceeded: Bool
  let lines: FigureLines

  private var setbackCount: Int { counts.count(.dissatisfiedStory) }

  var text: String {
    let style = lines.style
    let whole = counts.count
    let share = whole < Share.leastWhole ? "" : ", \(Share.percent(setbackCount, of: whole)),"
    let verdict =
      (isExceeded ? "above " : "not above ") + thresholds.joined(separator: " and ")
    var text = [
      style.bold(
        "\(Number.grouped(setbackCount)) of \(Number.counted(whole, "review"))\(share) from "
          + "\(days.lowerBound) to \(days.upperBound) tell a setback: \(verdict)"),
      style.dim(Excluded(counts: counts, unreadable: unreadable).line + dateless),
    ]
    for setback in setbacks where isExceeded {
      let head = "\(setback.day) · \(Terminal.safe(setback.source)) · \(Terminal.safe(setback.id))"
      text.append("  " + style.dim(head))
      text += Wrapping.lines(Terminal.safe(setback.moment), width: lines.width - 4).map {
        "    " + $0
      }
    }
    if isExceeded && setbackCount > setbacks.count {
      text.append(style.dim("  and \(Number.grouped(setbackCount - setbacks.count)) more: --limit"))
    }
    return text.joined(separator: "\n")
  }

  private var dateless: String {
    undated > 0 ? "; \(Number.counted(undated, "review")) without a date" : ""
  }

  var json: String {
    var json = JSONWriter()
    json.open()
    json.key("since")
    json.string(days.lowerBound.description)
    json.key("until")
    json.string(days.upperBound.description)
    json.key("above")
    json.strings(thresholds)
    json.key("exceeded")
    json.bool(isExceeded)
    json.key("setbacks")
    json.integer(setbackCount)
    json.counts(counts, unreadable: unreadable)
    json.key("dateless")
    json.integer(undated)
    json.key("list")
    json.open("[")
    for setback in setbacks {
      json.open()
      json.key("source")
      json.string(setback.source)
      json.key("id")
      json.string(setback.id)
      json.key("date")
      json.string(setback.day.description)
      json.key("memorability")
      json.fixed(setback.memorability)
      json.key("moment")
      json.string(setback.moment)
      json.close()
    }
    json.close("]")
    json.close()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
