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
    buffer.removeAll()
    append(text, 0..<text.count, breakAt: breakAt, to: &buffer)
  }

  /// Appends the tokens of one of many texts in the same bytes; they count from the first of these, and sentences go
  /// on from the last text's.
  func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, breakAt: Int? = nil, to buffer: inout TokenBuffer
  ) {
    precondition(range.upperBound <= Int(Int32.max), "texts must end before 2 GiB")
    var reading = Reading(range, firstSentence: buffer.sentenceCount, breakAt: breakAt)
    read(bytes.extracting(range), &reading, upTo: .max, into: &buffer)
  }

  /// Replaces the contents of `buffer` by the next sentences of a long text, numbered from 0: those that begin before
  /// an offset of the bytes that the text lies in.
  ///
  /// - Returns: whether more follow.
  func readPart(
    of bytes: Span<UInt8>, _ range: Range<Int>, _ reading: inout Reading, upTo limit: Int,
    into buffer: inout TokenBuffer
  ) -> Bool {
    buffer.removeAll()
    if var token = reading.held {
      reading.held = nil
      reading.sentences.renumber()
      token.sentence = 0
      buffer.tokens.append(token)
      buffer.sentenceStarts.append(0)
    }
    read(bytes.extracting(range), &reading, upTo: limit, into: &buffer)
    return reading.held != nil
  }

  /// Appends the tokens of a text from where its reading stands, up to the first sentence that begins at `limit` or
  /// behind it.
  private func read(
    _ text: Span<UInt8>, _ reading: inout Reading, upTo limit: Int, into buffer: inout TokenBuffer
  ) {
    while reading.position < text.count, reading.held == nil {
      let sentenceLength = buffer.tokens.count - Int(buffer.sentenceStarts.last ?? 0)
      if sentenceLength >= Self.longestSentence { reading.sentences.end() }
      readBlock(
        of: text, &reading, upTo: limit,
        most: Self.longestSentence - sentenceLength % Self.longestSentence,
        into: &buffer.tokens, &buffer.sentenceStarts)
    }
  }

  /// Reads tokens as long as they fit in a block.
  private func readBlock(
    of text: Span<UInt8>, _ reading: inout Reading, upTo limit: Int, most: Int,
    into tokens: inout [Token], _ sentenceStarts: inout [Int32]
  ) {
    let first = tokens.count
    // A token takes a byte at least.
    let capacity = min(text.count - reading.position, most)
    // Appended to a span: the array would check its storage for every token.
    tokens.append(addingCapacity: capacity) { tokens in
      while !tokens.isFull {
        var run = LetterRun()
        appendWords(of: text, &reading, &run, to: &tokens)
        guard !tokens.isFull, let token = token(in: text, &reading, run) else { return }
        if token.sentence == sentenceStarts.count {
          if Int(token.start) >= limit {
            reading.held = token
            return
          }
          sentenceStarts.append(Int32(truncatingIfNeeded: first + tokens.count))
        }
        tokens.append(token)
      }
    }
  }

  /// Tokens for which storage is reserved at once, and after which a sentence ends that has no end of its own, so that
  /// of a text of any length a bounded part is at hand; the longest that people write have some 250.
  private static let longestSentence = 1024

  /// Reads the words that are ASCII letters and nothing else and go on with the sentence, as most tokens do.
  ///
  /// - Parameter run: becomes the letters that come next, if they have been read.
  @inline(__always)
  private func appendWords(
    of text: Span<UInt8>, _ reading: inout Reading, _ run: inout LetterRun,
    to tokens: inout OutputSpan<Token>
  ) {
    let sentence = reading.sentences.sentence
    let origin = reading.origin
    var position = reading.position
    var start = text.byte(at: position) == 0x20 ? position &+ 1 : position
    while true {
      run = LetterRun(text, at: start)
      let end = start &+ run.count
      let next = text.byte(at: end)
      guard isWord(run, before: next, in: text, at: start), reading.sentences.goesOn(at: start),
        tokens.count < tokens.capacity
      else { break }
      let shape = run.shape(in: text, at: start)
      tokens.append(
        Token(
          start: Int32(truncatingIfNeeded: origin &+ start),
          end: Int32(truncatingIfNeeded: origin &+ end), sentence: sentence, kind: .word,
          shape: start > position ? shape.union(.afterSpace) : shape))
      position = end
      guard next == 0x20 else {
        run = LetterRun()
        break
      }
      start = end &+ 1
    }
    if position > reading.position { reading.context.formIntersection(.inQuotes) }
    reading.position = position
  }

  /// Reads the next token, whatever it is; nil at the end of the text.
  ///
  /// - Parameter run: the letters that come next, behind one space at most, if they have been read.
  private func token(in text: Span<UInt8>, _ reading: inout Reading, _ run: LetterRun) -> Token? {
    let gapStart = reading.position
    var start = gapStart
    let lineBreaks = text.skipGap(&start)
    guard start < text.count else {
      reading.position = start
      return nil
    }
    let afterSpace = start > gapStart || start == 0
    if afterSpace { reading.context.insert(.afterSpace) }
    if lineBreaks > 0 || gapStart == 0 { reading.context.insert(.startsLine) }
    let scan = scan(text, at: start, run, reading.context)
    reading.sentences.take(
      scan, at: start, lineBreaks: lineBreaks, afterSpace: afterSpace, in: text)
    reading.context.note(scan, in: text, at: start)
    reading.position = scan.end
    return Token(
      start: Int32(truncatingIfNeeded: reading.origin &+ start),
      end: Int32(truncatingIfNeeded: reading.origin &+ scan.end),
      sentence: reading.sentences.sentence, kind: scan.kind,
      shape: afterSpace ? scan.shape.union(.afterSpace) : scan.shape)
  }

  /// Whether a word at `start` is the letters of `run` and no more; `next` stands behind them.
  @inline(__always)
  private func isWord(
    _ run: LetterRun, before next: UInt8, in text: Span<UInt8>, at start: Int
  ) -> Bool {
    // "xD" is a face. Asked of the length and the letter at once: of the length alone it could not be guessed.
    let letter = text.byte(at: start) | 0x20 ^ UInt8(ascii: "x")
    guard run.count > 0, (run.count &- 2) | Int(letter) != 0 else { return false }
    return next == UInt8(ascii: ".")
      ? isWordBeforeStop(run, in: text, at: start) : next.endsLetters
  }

  /// Whether the full stop behind the letters at `start` belongs to the sentence.
  private func isWordBeforeStop(_ run: LetterRun, in text: Span<UInt8>, at start: Int) -> Bool {
    // A single letter may be an initial.
    let stop = start + run.count
    return run.count > 1 && !text.isAlphanumeric(at: stop + 1)
      && !abbreviations.mayEnd(text, at: stop)
  }

  /// Reads the token at `start`, which is no white space.
  @inline(__always)
  private func scan(
    _ text: Span<UInt8>, at start: Int, _ run: LetterRun, _ context: ScanContext
  ) -> Scan {
    let byte = text[start]
    if byte.isLetter {
      let run = run.count > 0 ? run : LetterRun(text, at: start)
      let end = start + run.count
      if isWord(run, before: text.byte(at: end), in: text, at: start) {
        return Scan(end: end, kind: .word, shape: run.shape(in: text, at: start))
      }
      let writing = Writing(run, in: text, at: start)
      return word(in: text, from: start, resumingAt: end, context, writing)
    }
    if byte.isDigit { return number(in: text, from: start, context) }
    return sign(in: text, at: start, context)
  }
}

extension ScanContext {
  @inline(__always)
  mutating func note(_ scan: Scan, in text: Span<UInt8>, at start: Int) {
    formIntersection(.inQuotes)
    switch (scan.kind, scan.role) {
    case (.word, _): return
    case (.number, _): insert(.afterNumber)
    case (_, .end): insert(.afterEnd)
    case (_, .opener): insert(.afterOpener)
    case (.money, _): if !text.hasDigit(in: start..<scan.end) { insert(.afterCurrency) }
    default: break
    }
    guard scan.kind == .punctuation, scan.role == .opener || scan.role == .closer else { return }
    let quotes: ScanContext
    switch text.quotation(at: start, to: scan.end) {
    case .single: quotes = .inSingleQuotes
    case .double: quotes = .inDoubleQuotes
    case nil: return
    }
    if scan.role == .opener { formUnion(quotes) } else { subtract(quotes) }
  }
}

extension Span<UInt8> {
  /// Moves `position` past white space and returns the number of line breaks in it.
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
