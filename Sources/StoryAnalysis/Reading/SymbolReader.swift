import Lexicon

/// Looks tokens up, with capitals, emphasis and letters held on folded.
struct SymbolReader: ~Copyable {
  /// Longer words are not looked up.
  static let longestForm = 64

  /// So many tokens are looked up at once, that what the last of them needs has come when the first are done.
  private static let tokensAtOnce = 64

  private var spelling = [UInt8](repeating: 0, count: longestForm)
  private var count = 0
  /// For some tokens, where their forms are sought first, and what stands there.
  private var slots = [Int32](repeating: 0, count: tokensAtOnce)
  private var entries = [FormEntry](repeating: .none, count: tokensAtOnce)
  /// The forms of the tokens, as far as they are found at the first look; -1 for the others.
  private var forms: [Int32] = []
  /// The tokens that must be looked at more closely.
  private var others: [Int32] = []
  /// The classes that the tokenizer sees in a token of each kind.
  private let classesOfKind = TokenKind.allCases.map(\.classes)

  /// Makes `symbols` the symbols of the tokens.
  mutating func read(
    _ tokens: [Token], in text: Span<UInt8>, with lexicon: Lexicon, into symbols: inout [Symbol]
  ) {
    symbols.removeAll(keepingCapacity: true)
    // To append nothing to an empty array writes into storage that the empty arrays of all threads share.
    if tokens.isEmpty { return }
    if forms.count < tokens.count {
      forms = [Int32](repeating: 0, count: 2 * tokens.count)
      others = forms
    }
    let tokens = tokens.span
    var otherCount = 0
    for start in stride(from: 0, to: tokens.count, by: Self.tokensAtOnce) {
      let some = start..<min(start + Self.tokensAtOnce, tokens.count)
      Self.findEntries(some, of: tokens, in: text, lexicon, &slots, &entries)
      Self.findForms(
        some, of: tokens, in: text, lexicon.forms, entries, &forms, others: &others, &otherCount)
    }
    Self.append(tokens, forms.span, classesOfKind.span, lexicon.forms, to: &symbols)
    for other in others[..<otherCount] {
      let at = Int(other)
      let isFirst = at == 0 ? true : tokens[at - 1].sentence != tokens[at].sentence
      symbols[at] = symbol(
        of: tokens[at], isFirstInSentence: isFirst, in: text, with: lexicon)
    }
  }

  /// Finds the first entries of some tokens, and has fetched what will be read of these.
  private static func findEntries(
    _ some: Range<Int>, of tokens: Span<Token>, in text: Span<UInt8>, _ lexicon: Lexicon,
    _ slots: inout [Int32], _ entries: inout [FormEntry]
  ) {
    let (table, patterns) = (lexicon.forms, lexicon.patterns)
    var slots = slots.mutableSpan
    var entries = entries.mutableSpan
    for at in some {
      slots[at &- some.lowerBound] = table.prefetchSlot(letters: text, tokens[at].range)
    }
    for at in 0..<some.count {
      let entry = table.firstEntry(inSlot: slots[at])
      patterns.prefetchRow(of: entry)
      entries[at] = entry
    }
  }

  /// Looks some tokens up that are plain words or marks of one byte, and counts the others.
  private static func findForms(
    _ some: Range<Int>, of tokens: Span<Token>, in text: Span<UInt8>, _ table: FormTable,
    _ entries: [FormEntry], _ forms: inout [Int32], others: inout [Int32], _ otherCount: inout Int
  ) {
    var forms = forms.mutableSpan
    var others = others.mutableSpan
    let entries = entries.span
    var count = otherCount
    for at in some {
      let token = tokens[at]
      let length = Int(token.end &- token.start)
      let isMark = token.kind != .word && length == 1 && text[Int(token.start)] &>> 5 == 1
      let near = table.nearForm(
        letters: text, at: Int(token.start), count: length, entry: entries[at &- some.lowerBound])
      let form = near | (token.shape.isUnmarked || isMark ? 0 : -1)
      forms[at] = form
      others[count] = Int32(truncatingIfNeeded: at)
      // 1 for a number below 0: no branch waits for the slot.
      count &+= Int(UInt32(bitPattern: form) &>> 31)
    }
    for other in otherCount..<count {
      table.prefetchSpelling(of: entries[Int(others[other]) &- some.lowerBound])
    }
    otherCount = count
  }

  /// Appends the symbols of the tokens whose forms are found, and something for the others.
  private static func append(
    _ tokens: Span<Token>, _ forms: Span<Int32>, _ classesOfKind: Span<ClassSet>,
    _ table: FormTable, to symbols: inout [Symbol]
  ) {
    // Appended to a span: the array would check its storage for every token.
    symbols.append(addingCapacity: tokens.count) { symbols in
      for at in tokens.indices {
        let form = max(forms[at], 0)
        let word = table[form]
        let seen = classesOfKind[Int(tokens[at].kind.rawValue)]
        symbols.append(
          Symbol(
            form: form, word: word.word, norms: word.norms,
            classes: word.classes.union(seen)))
      }
    }
  }

  /// The symbol of any token.
  @inline(never)
  private mutating func symbol(
    of token: Token, isFirstInSentence: Bool, in text: Span<UInt8>, with lexicon: Lexicon
  ) -> Symbol {
    var form =
      token.shape.contains(.plain)
      ? lexicon.forms.form(letters: text, token.range) : mark(token, in: text, with: lexicon)
    if form < 0 || (form == 0 && token.shape.contains(.elongated)) {
      form = foldedForm(token, in: text, with: lexicon)
    }
    let word = lexicon.forms[form]
    let classes =
      word.classes.contains(.unknown)
      ? unknownClasses(token, isFirstInSentence: isFirstInSentence) : word.classes
    return Symbol(
      form: form, word: word.word, norms: word.norms,
      classes: classes.union(seenClasses(token)))
  }

  /// The form of a mark of one byte, which most punctuation is; -1 for anything else.
  private func mark(_ token: Token, in text: Span<UInt8>, with lexicon: Lexicon) -> Int32 {
    guard token.kind != .word, token.end - token.start == 1 else { return -1 }
    return lexicon.forms.form(ofByte: text[Int(token.start)])
  }

  /// The classes of a token whose form is not known.
  private func unknownClasses(_ token: Token, isFirstInSentence: Bool) -> ClassSet {
    guard token.kind == .word else { return [] }
    let isName =
      !isFirstInSentence && token.shape.contains(.capitalised) && !token.shape.contains(.allCaps)
    return isName ? [.unknown, .name] : .unknown
  }

  /// The classes that the tokenizer sees in a token.
  private func seenClasses(_ token: Token) -> ClassSet {
    guard token.kind == .word else { return token.kind.classes }
    var classes: ClassSet = []
    if token.shape.contains(.allCaps) && token.end - token.start >= 4 { classes.insert(.caps) }
    if token.shape.contains(.elongated) { classes.insert(.elongated) }
    if token.shape.contains(.emphasised) { classes.insert(.emphasised) }
    return classes
  }

  /// A word in lower case, as it is looked up; nil if it is too long for that.
  mutating func folded(_ token: Token, in text: Span<UInt8>) -> String? {
    fold(text, Int(token.start), Int(token.end), token.kind)
    return count == 0 ? nil : String(decoding: spelling[..<count], as: UTF8.self)
  }

  /// Writes the token in lower case into `spelling`; leaves `count` 0 if it is too long to be looked up.
  private mutating func fold(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ kind: TokenKind) {
    count = 0
    if kind == .punctuation { return foldPunctuation(text, start, end) }
    guard end - start <= SymbolReader.longestForm else { return }
    var at = start
    while at < end {
      let byte = text[at]
      if byte < 0x80 {
        append(byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte.isCapital ? byte | 0x20 : byte)
        at += 1
      } else {
        at = foldScalar(in: text, at, upTo: end)
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    spelling[count] = byte
    count += 1
  }

  /// Writes the sign outside ASCII at an offset as tables spell it, in no more bytes, and returns its end.
  private mutating func foldScalar(in text: Span<UInt8>, _ start: Int, upTo end: Int) -> Int {
    let scalar = text.scalar(at: start)
    let next = min(start + scalar.length, end)
    if scalar.isApostrophe {
      append(UInt8(ascii: "'"))
    } else if scalar.isHyphen {
      append(UInt8(ascii: "-"))
    } else if scalar.isMark, count > 0, let letter = scalar.composed(on: spelling[count - 1]) {
      count -= 1
      append(0xC3)
      append(letter &- 0x40)
    } else if text[start] == 0xC3, next - start == 2 {
      append(0xC3)
      // Latin-1 capitals À to Þ lie 0x20 below their small letters; 0x97 is the multiplication sign.
      let byte = text[start + 1]
      append(byte <= 0x9E && byte != 0x97 ? byte + 0x20 : byte)
    } else if scalar.value != Scalar.softHyphen {
      for at in start..<next { append(text[at]) }
    }
    return next
  }

  /// A run of one mark counts as one mark, and an ellipsis in any spelling as three dots.
  private mutating func foldPunctuation(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    var isRun = true
    for at in start..<end where text[at] != text[start] { isRun = false }
    let isEllipsis =
      (isRun && end - start > 1 && text[start] == UInt8(ascii: "."))
      || (end - start == 3 && text[start] == 0xE2 && text[start + 1] == 0x80
        && text[start + 2] == 0xA6)
    if isEllipsis {
      for _ in 0..<3 {
        spelling[count] = UInt8(ascii: ".")
        count += 1
      }
    } else {
      for at in start..<(isRun ? start + 1 : min(end, start + SymbolReader.longestForm)) {
        spelling[count] = text[at]
        count += 1
      }
    }
  }

  /// The form of the token in lower case or, if that is not known, of its other spellings.
  private mutating func foldedForm(
    _ token: Token, in text: Span<UInt8>, with lexicon: Lexicon
  ) -> Int32 {
    fold(text, Int(token.start), Int(token.end), token.kind)
    guard count > 0 else { return 0 }
    let form = lexicon.forms.form(spelling.span, 0..<count)
    if form != 0 { return form }
    switch token.kind {
    case .word: return otherForm(token, with: lexicon)
    case .emoji: dropModifiers()
    case .emoticon: cutMouth()
    default: return 0
    }
    return lexicon.forms.form(spelling.span, 0..<count)
  }

  /// Takes from an emoji what says how it is shown: variation selectors and skin tones.
  private mutating func dropModifiers() {
    let end = count
    count = 0
    var at = 0
    while at < end {
      let scalar = spelling.span.scalar(at: at)
      let next = min(at + scalar.length, end)
      if !scalar.isVariationSelector && !scalar.isSkinTone {
        for index in at..<next { append(spelling[index]) }
      }
      at = next
    }
  }

  /// Leaves one of the mouths of a face: ":((".
  private mutating func cutMouth() {
    while count > 1, spelling[count - 1] == spelling[count - 2] { count -= 1 }
  }

  /// Other spellings of an unknown word, from the nearest to the farthest.
  private mutating func otherForm(_ token: Token, with lexicon: Lexicon) -> Int32 {
    if token.shape.contains(.emphasised) {
      if spelling[..<count].starts(with: Array("eé".utf8)) {
        // At the start of a sentence the accent of the capital is mostly left out: "Eén".
        let form = lexicon.forms.form(Array("é".utf8) + spelling[1..<count])
        if form != 0 { return form }
      }
      stripAccents()
      let form = lexicon.forms.form(Array(spelling[..<count]))
      if form != 0 { return form }
    }
    if token.shape.contains(.elongated) {
      let (squeezed, runs) = squeeze(cuttingToOne: 0)
      let form = lexicon.forms.form(squeezed)
      if form != 0 { return form }
      // As many runs as may stay two letters; the last is cut first, for no word ends in two consonants that are the same.
      for ones in [1, 2, 4, 3, 5, 6, 7] where ones >> min(runs, 3) == 0 {
        let form = lexicon.forms.form(squeeze(cuttingToOne: ones).spelling)
        if form != 0 { return form }
      }
      replaceSpelling(squeeze(cuttingToOne: 7).spelling)
    }
    if let hyphen = spelling[..<count].firstIndex(of: UInt8(ascii: "-")), hyphen > 0 {
      let joined = spelling[..<count].filter { $0 != UInt8(ascii: "-") }
      let form = lexicon.forms.form(joined)
      if form != 0 { return form }
      replaceSpelling(joined)
    }
    return 0
  }

  private mutating func replaceSpelling(_ bytes: [UInt8]) {
    for (index, byte) in bytes.enumerated() { spelling[index] = byte }
    count = bytes.count
  }

  /// Acute and grave accents on vowels give way to the bare vowel, and accents that no letter has a place for to nothing.
  private mutating func stripAccents() {
    var kept = 0
    var at = 0
    while at < count {
      if spelling[at] == 0xC3 && at + 1 < count, let bare = bareVowel(spelling[at + 1]) {
        spelling[kept] = bare
        at += 2
      } else if (spelling[at] == 0xCC || spelling[at] == 0xCD) && at + 1 < count {
        at += 2
        continue
      } else {
        spelling[kept] = spelling[at]
        at += 1
      }
      kept += 1
    }
    count = kept
  }

  private func bareVowel(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0xA0, 0xA1: UInt8(ascii: "a")
    case 0xA8, 0xA9: UInt8(ascii: "e")
    case 0xAC, 0xAD: UInt8(ascii: "i")
    case 0xB2, 0xB3: UInt8(ascii: "o")
    case 0xB9, 0xBA: UInt8(ascii: "u")
    default: nil
    }
  }

  /// The spelling with every run of three or more equal letters cut to two letters or to one, and the number of runs.
  ///
  /// - Parameter ones: which runs are cut to one, a bit each from the last run of the word; all from the third share a
  ///   bit. At the end of a word, where one letter is long, it says the reverse of a, o and u.
  private func squeeze(cuttingToOne ones: Int) -> (spelling: [UInt8], runs: Int) {
    var result: [UInt8] = []
    var runs = 0
    var end = count
    while end > 0 {
      let letter = spelling[end - 1]
      var start = end - 1
      while start > 0, spelling[start - 1] == letter { start -= 1 }
      var length = end - start
      if length >= 3 {
        let isOpen = end == count && "aou".utf8.contains(letter)
        length = (ones & 1 << min(runs, 2) != 0) == isOpen ? 2 : 1
        runs += 1
      }
      result.append(contentsOf: repeatElement(letter, count: length))
      end = start
    }
    return (result.reversed(), runs)
  }
}

extension TokenShape {
  /// Whether it is a word of ASCII letters without a shape that is a class of its own.
  @inline(__always)
  fileprivate var isUnmarked: Bool {
    intersection([.plain, .allCaps, .elongated, .emphasised]) == .plain
  }
}

extension TokenKind {
  /// The classes of all tokens of the kind.
  fileprivate var classes: ClassSet {
    switch self {
    case .word: []
    case .number, .ordinal: .number
    case .money: .money
    case .time: .time
    case .date: .date
    case .grade: .grade
    case .url: .url
    case .email: .email
    case .handle: .handle
    case .hashtag: .hashtag
    case .emoji, .emoticon: .emoji
    case .punctuation, .symbol: .punctuation
    }
  }
}
