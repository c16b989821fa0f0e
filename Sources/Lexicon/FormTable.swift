/// Written forms and what is known of them, frozen for look-up by bytes.
///
/// Form 0 stands for every word that is not in the table.
public struct FormTable: Sendable {
  /// The forms, the commonest first: what most look-ups touch then lies close together.
  @usableFromInline let spellings: SpellingTable
  /// What is known of each form, as a number in `words`: many forms share it, so that it is kept once, and the rows
  /// that every token touches stay in the cache.
  @usableFromInline let wordNumbers: [Int32]
  @usableFromInline let words: [WordForm]
  /// The forms of single bytes.
  @usableFromInline let single: [Int32]

  /// - Parameters:
  ///   - wordNumbers: for each form what is known of it, as a number in `words`.
  ///   - words: the first says what is known of form 0.
  init(_ spellings: SpellingTable, _ wordNumbers: [Int32], _ words: [WordForm]) {
    self.spellings = spellings
    self.wordNumbers = wordNumbers
    self.words = words
    single = (0...UInt8.max).map { spellings.number(of: [$0].span, 0..<1) }
  }

  /// How many forms there are, form 0 included.
  public var count: Int { wordNumbers.count }

  /// What is known of a form by its number.
  @inlinable
  public subscript(form: Int32) -> WordForm { words[Int(wordNumbers[Int(form)])] }

  /// The number of the form spelled by a range of bytes; 0 if it is not in the table.
  public func form(_ spelling: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    spellings.number(of: spelling, range)
  }

  /// The number of the form spelled by a range that holds only ASCII letters, at least one, capitals read as small
  /// letters; 0 if it is not in the table.
  ///
  /// Most words are so; they need not be copied to be folded.
  public func form(letters text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    spellings.number(of: text, range, folding: FormKey.capitalBits)
  }

  /// As `form(letters:_:)` for the `count` letters at `start`, but nil unless the form is short, stands in the first
  /// slot and has more text behind it: most do, and this costs the least.
  @inlinable
  @inline(__always)
  public func nearForm(letters text: Span<UInt8>, at start: Int, count: Int) -> Int32? {
    guard count <= 8, let word = text.wholeEightBytes(at: start) else { return nil }
    let head = FormKey.head(word | FormKey.capitalBits, count: count)
    let slot = spellings.slots[
      Int(truncatingIfNeeded: FormKey.hash(head: head) &>> spellings.shift)]
    let isSame = slot.head == head && slot.count == Int32(truncatingIfNeeded: count)
    return isSame ? slot.number : nil
  }

  /// The number of the form of one byte that is no capital; 0 if it is not in the table.
  @inlinable
  public func form(ofByte byte: UInt8) -> Int32 { single[Int(byte)] }

  /// The number of the form spelled by the bytes; 0 if it is not in the table.
  public func form(_ spelling: [UInt8]) -> Int32 {
    form(spelling.span, 0..<spelling.count)
  }
}
