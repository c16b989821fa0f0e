import Lexicon

/// Cuts Dutch review text into tokens and sentences in one pass over its bytes.
///
/// ```swift
/// let tokenizer = Tokenizer(abbreviations: [Abbreviation(form: "dhr.")])
/// var buffer = TokenBuffer()
/// let text = Array("Dhr. Jansen belde 's avonds terug!".utf8)
/// tokenizer.tokenize(text.span, into: &buffer)  // Dhr. | Jansen | belde | 's | avonds | terug | !
/// ```
///
/// Words follow the conventions of the Universal Dependencies treebanks of Dutch; sentences follow
/// the habits of reviews. Tokens are in order, do not overlap and cover every byte that is not
/// white space. Nothing is allocated but the buffer's storage, which the next text reuses.
public struct Tokenizer: Sendable {
  let abbreviations: AbbreviationTable

  public init(abbreviations: [Abbreviation]) {
    self.abbreviations = AbbreviationTable(abbreviations)
  }

  /// Replaces the contents of `buffer` by the tokens of `text`.
  ///
  /// Bytes that are not UTF-8 become symbols of one byte.
  ///
  /// - Parameters:
  ///   - text: UTF-8, less than 2 GiB.
  ///   - breakAt: byte offset at or before which a sentence certainly ends, such as that of the
  ///     title. An empty line always ends one.
  public func tokenize(
    _ text: Span<UInt8>, breakAt: Int? = nil, into buffer: inout TokenBuffer
  ) {
    precondition(text.count <= Int(Int32.max), "a text must be smaller than 2 GiB")
    buffer.removeAll()
    var sentences = SentenceBreaker(certainBreak: breakAt ?? .max)
    var context = ScanContext()
    var position = 0
    while true {
      let gapStart = position
      let lineBreaks = text.skipGap(&position)
      guard position < text.count else { return }
      context.startsLine = lineBreaks > 0 || gapStart == 0
      context.afterSpace = position > gapStart || position == 0
      let scan = scan(text, at: position, context)
      let starts = sentences.startsSentence(
        scan, at: position, lineBreaks: lineBreaks, afterSpace: context.afterSpace, in: text)
      let shape = context.afterSpace ? scan.shape.union(.afterSpace) : scan.shape
      buffer.append(
        Token(
          start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: scan.end),
          sentence: sentences.sentence, kind: scan.kind, shape: shape),
        startsSentence: starts)
      context.note(scan, in: text, at: position)
      position = scan.end
    }
  }

  /// Reads the token at `start`, which is no white space.
  @inline(__always)
  private func scan(_ text: Span<UInt8>, at start: Int, _ context: ScanContext) -> Scan {
    let byte = text[start]
    if byte.isLetter { return word(in: text, from: start, context) }
    if byte.isDigit { return number(in: text, from: start, context) }
    return sign(in: text, at: start, context)
  }
}

extension ScanContext {
  @inline(__always)
  mutating func note(_ scan: Scan, in text: Span<UInt8>, at start: Int) {
    afterNumber = scan.kind == .number
    afterCurrency = false
    afterOpener = false
    afterEnd = scan.role == .end
    guard scan.kind != .word, scan.kind != .number else { return }
    afterOpener = scan.role == .opener
    afterCurrency = scan.kind == .money && !text.hasDigit(in: start..<scan.end)
    if scan.kind == .punctuation, scan.role == .opener || scan.role == .closer {
      let opens = scan.role == .opener
      switch text.quotation(at: start, to: scan.end) {
      case .single: inSingleQuotes = opens
      case .double: inDoubleQuotes = opens
      case nil: break
      }
    }
  }
}

extension Span<UInt8> {
  /// Moves `position` past white space and returns the number of line breaks in it.
  @inline(__always)
  fileprivate func skipGap(_ position: inout Int) -> Int {
    guard position < count else { return 0 }
    if self[position] == 0x20 {
      position += 1
      guard position < count else { return 0 }
    }
    let byte = self[position]
    return byte > 0x20 && byte < 0xC2 ? 0 : skipLongGap(&position)
  }

  private func skipLongGap(_ position: inout Int) -> Int {
    var lineBreaks = 0
    while position < count {
      let scalar = scalar(at: position)
      guard scalar.isSpace else { break }
      // A carriage return counts where no line feed follows.
      if scalar.isLineBreak || scalar.value == 0x0D && byte(at: position + 1) != 0x0A {
        lineBreaks += 1
      }
      position += scalar.length
    }
    return lineBreaks
  }

  func hasDigit(in range: Range<Int>) -> Bool {
    for index in range where self[index].isDigit { return true }
    return false
  }
}
