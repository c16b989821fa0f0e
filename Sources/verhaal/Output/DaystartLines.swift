import StoryBrief

/// A day's start on a terminal: half a screen.
struct DaystartLines {
  let style: Style
  let width: Int

  func text(of page: DaystartPage) -> String {
    page.items.map { item in
      ([style.dim(item.heading)] + lines(of: item.words)
        + Wrapping.lines(Terminal.safe(item.facts), width: width).map(style.dim))
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// The words in lines; the moment is bold, or stands between » and « where it cannot be.
  private func lines(of parts: [(text: String, isMoment: Bool)]) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for part in parts {
      let text = Terminal.safe(part.text)
      let words = part.isMoment && !style.isOn ? "»" + text + "«" : text
      for word in words.split(separator: " ") {
        if used > 0 && used + 1 + word.count > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line += (used > 0 ? " " : "") + (part.isMoment ? style.bold(String(word)) : String(word))
        used += (used > 0 ? 1 : 0) + word.count
      }
    }
    return used > 0 ? lines + [line] : lines
  }
}
