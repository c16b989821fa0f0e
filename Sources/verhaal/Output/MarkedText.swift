import Lexicon
import StoryAnalysis

/// A text cut to its moment and some context, with the words that count marked.
struct MarkedText {
  /// A word with its way of standing out.
  private struct Word {
    var text: String
    /// Whether it follows the one before without a space, as where a moment ends behind a full stop in mid-word.
    var isJoined = false
    var inMoment: Bool
    /// Above 0 for what speaks for the writer's approval, below for disapproval, 0 for neither.
    var sign: Int8
    var isMarked: Bool
    /// Whether the title ends here.
    var endsLine = false
  }

  private var words: [Word] = []

  /// - Parameters:
  ///   - titleLength: bytes of the title, which stands on a line of its own.
  ///   - moment: nil shows the whole text.
  ///   - context: bytes shown before and after the moment; whole words.
  init(
    _ text: [UInt8], titleLength: Int = 0, moment: Moment?, reasons: [Reason], context: Int = .max
  ) {
    let shown = MarkedText.range(text, moment, context)
    // For each byte whether it is marked, and the sign of what marked it first.
    var marks = [Int8?](repeating: nil, count: text.count)
    for reason in reasons {
      guard let span = reason.span, abs(reason.weight) >= 500 else { continue }
      let sign: Int8 =
        reason.rule.hasSuffix("negative") || reason.rule.hasSuffix("disgust")
        ? -1 : reason.rule.hasSuffix("positive") || reason.rule.hasSuffix("delight") ? 1 : 0
      let counts = reason.target == .story || reason.target == .memorability || sign != 0
      guard counts, reason.weight > 0 || sign != 0, !reason.rule.hasPrefix("class:") else {
        continue
      }
      for at in span where marks[at] ?? 0 == 0 { marks[at] = sign }
    }
    if shown.lowerBound > 0 {
      words.append(Word(text: "[…]", inMoment: false, sign: 0, isMarked: false))
    }
    var at = shown.lowerBound
    while at < shown.upperBound {
      while at < shown.upperBound && text[at] <= 0x20 { at += 1 }
      let start = at
      while at < shown.upperBound && text[at] > 0x20 {
        if at > start, let moment, at == moment.start || at == moment.end { break }
        at += 1
      }
      guard at > start else { break }
      let mark = marks[start..<at].lazy.compactMap { $0 }.first
      words.append(
        Word(
          text: Terminal.safe(String(decoding: text[start..<at], as: UTF8.self)),
          isJoined: start > shown.lowerBound && text[start - 1] > 0x20,
          inMoment: moment.map { $0.start < at && start < $0.end } ?? false,
          sign: mark ?? 0, isMarked: mark != nil,
          endsLine: titleLength > 0 && start < titleLength && at >= titleLength))
    }
    if shown.upperBound < text.count {
      words.append(Word(text: "[…]", inMoment: false, sign: 0, isMarked: false))
    }
  }

  /// The bytes to show, ends moved outward to white space.
  private static func range(_ text: [UInt8], _ moment: Moment?, _ context: Int) -> Range<Int> {
    guard let moment, context < text.count else { return 0..<text.count }
    var start = max(0, moment.start - context)
    var end = min(text.count, moment.end + context)
    while start > 0 && text[start - 1] > 0x20 { start -= 1 }
    while end < text.count && text[end] > 0x20 { end += 1 }
    return start..<end
  }

  func lines(_ style: Style, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in style.isOn ? words : wordsWithBrackets {
      let length = word.text.count
      let space = word.isJoined ? 0 : 1
      if used > 0 && used + space + length > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if used > 0 && !word.isJoined {
        line += " "
        used += 1
      }
      line += styled(word, style)
      used += length
      if word.endsLine {
        lines.append(line)
        line = ""
        used = 0
      }
    }
    if used > 0 { lines.append(line) }
    return lines
  }

  /// The words with » « around the moment, for where it cannot stand out otherwise.
  private var wordsWithBrackets: [Word] {
    var words = words
    if let first = words.firstIndex(where: \.inMoment),
      let last = words.lastIndex(where: \.inMoment)
    {
      words[first].text = "»" + words[first].text
      words[last].text += "«"
    }
    return words
  }

  private func styled(_ word: Word, _ style: Style) -> String {
    if !word.inMoment && !word.isMarked { return style.dim(word.text) }
    if !word.isMarked { return style.bold(word.text) }
    if word.sign == 0 {
      return word.inMoment ? style.bold(style.yellow(word.text)) : style.yellow(word.text)
    }
    if word.inMoment { return style.marker(word.text, isGood: word.sign > 0) }
    return word.sign > 0 ? style.green(word.text) : style.red(word.text)
  }
}
