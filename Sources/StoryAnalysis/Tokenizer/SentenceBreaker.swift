/// Decides, token by token, where a new sentence starts.
///
/// Reviews often lack capitals, so a full stop ends a sentence also before lower case;
/// abbreviations and numbers have been recognised by then. Dots of omission, emoji and abbreviations that may be
/// last end one only before a capital.
struct SentenceBreaker {
  /// Sentence of the last token, one less than the first before any.
  private(set) var sentence: Int32
  private let firstSentence: Int32
  private var certainBreak: Int
  /// Whether the next token starts one, whatever it is.
  private var isEnded = false
  /// The role of the last token that may have ended the sentence, else `.plain`.
  private var pending = SentenceRole.plain
  /// A bracket or quotation mark was closed since.
  private var isClosed = false
  /// What stands before this offset, is no end and follows no line break, goes on with the sentence.
  private var goesOnBefore = 0

  init(firstSentence: Int32, certainBreak: Int) {
    self.firstSentence = firstSentence
    sentence = firstSentence - 1
    self.certainBreak = certainBreak
  }

  /// Ends the sentence: the next token starts another.
  mutating func end() {
    isEnded = true
    goesOnBefore = 0
  }

  /// Counts sentences from 0 again, with that of the last token.
  mutating func renumber() { sentence = 0 }

  /// Whether a word at `start` that follows no line break goes on with the sentence and changes nothing, as most do.
  @inline(__always)
  func goesOn(at start: Int) -> Bool { start < goesOnBefore }

  /// Takes the next token: afterwards `sentence` is the one it belongs to.
  @inline(__always)
  mutating func take(
    _ scan: Scan, at start: Int, lineBreaks: Int, afterSpace: Bool, in text: Span<UInt8>
  ) {
    if !scan.role.mayEnd, lineBreaks == 0, goesOn(at: start) { return }
    consider(Candidate(scan: scan, start: start, afterSpace: afterSpace), lineBreaks, in: text)
  }

  private mutating func consider(
    _ token: Candidate, _ lineBreaks: Int, in text: Span<UInt8>
  ) {
    let starts =
      sentence < firstSentence || isEnded || token.start >= certainBreak
      || breaks(before: token, lineBreaks, in: text)
    if token.start >= certainBreak { certainBreak = .max }
    if starts {
      sentence += 1
      isEnded = false
      pending = .plain
      isClosed = false
    }
    note(token, startsSentence: starts)
    goesOnBefore = pending == .plain ? certainBreak : 0
  }

  private struct Candidate {
    var scan: Scan
    var start: Int
    var afterSpace: Bool

    var isSign: Bool { scan.kind == .punctuation || scan.kind == .symbol }
    var isNumber: Bool {
      switch scan.kind {
      case .number, .ordinal, .money, .time, .date, .grade: true
      default: false
      }
    }
  }

  @inline(__always)
  private func breaks(before token: Candidate, _ lineBreaks: Int, in text: Span<UInt8>) -> Bool {
    if lineBreaks >= 2 { return true }
    if lineBreaks == 1 {
      switch token.scan.role {
      case .pictograph: return text.lineGoesOn(at: token.scan.end)
      case .closer, .end, .separator: return false
      default: return pending != .plain || opensLine(token, in: text)
      }
    }
    switch token.scan.role {
    case .closer, .pictograph, .end, .ellipsis, .separator: return false
    default: break
    }
    switch pending {
    case .end:
      if !token.afterSpace, token.isSign && token.scan.role != .opener || token.isNumber {
        return false
      }
      return !(isClosed && startsSmall(token, in: text))
    case .ellipsis, .finalAbbreviation:
      return startsCapital(token, in: text)
    case .pictograph:
      return token.afterSpace && startsCapital(token, in: text)
    default:
      return false
    }
  }

  @inline(__always)
  private mutating func note(_ token: Candidate, startsSentence: Bool) {
    switch token.scan.role {
    case .end:
      pending = .end
      isClosed = false
    case .ellipsis:
      if pending != .end { pending = .ellipsis }
    case .finalAbbreviation:
      pending = .finalAbbreviation
    case .pictograph:
      if !startsSentence, pending == .plain || pending == .finalAbbreviation {
        pending = .pictograph
      }
    case .closer:
      isClosed = pending != .plain
    case .plain where token.isSign && !token.afterSpace && pending != .plain:
      break
    case .plain, .opener, .separator:
      pending = .plain
      isClosed = false
    }
  }

  /// Whether a line that begins so is a new sentence, though the last one had no full stop.
  private func opensLine(_ token: Candidate, in text: Span<UInt8>) -> Bool {
    token.isNumber || token.isSign || startsCapital(token, in: text)
  }

  private func startsCapital(_ token: Candidate, in text: Span<UInt8>) -> Bool {
    token.scan.role == .opener
      ? text.isCapital(at: text.skippingSigns(from: token.scan.end))
      : token.scan.shape.contains(.capitalised)
  }

  private func startsSmall(_ token: Candidate, in text: Span<UInt8>) -> Bool {
    if token.scan.role == .opener {
      let first = text.skippingSigns(from: token.scan.end)
      return text.isLetter(at: first) && !text.isCapital(at: first)
    }
    return token.scan.kind == .word && !token.scan.shape.contains(.capitalised)
  }
}

extension Span<UInt8> {
  /// Position of the first letter or digit from `start`, past a few signs and spaces.
  fileprivate func skippingSigns(from start: Int) -> Int {
    var index = start
    while index < count, index < start + 8, !isAlphanumeric(at: index) {
      index += scalar(at: index).length
    }
    return index
  }

  /// Whether a letter or digit follows on the same line.
  fileprivate func lineGoesOn(at start: Int) -> Bool {
    var index = start
    while byte(at: index) == 0x20 || byte(at: index) == 0x09 { index += 1 }
    return isAlphanumeric(at: index)
  }
}
