/// Written forms and what is known of them, frozen for look-up by bytes.
///
/// Form 0 stands for every word that is not in the table.
public struct FormTable: Sendable {
  /// The forms, the commonest first: what most look-ups touch then lies close together.
  @usableFromInline let spellings: SpellingTable
  /// What is known of each form, as numbers in `classSets` and `norms`: many forms share them, and so they stay in the
  /// cache.
  @usableFromInline let words: [WordNumbers]
  @usableFromInline let classSets: [ClassSet]
  @usableFromInline let norms: [Norms]
  /// The forms of single bytes.
  @usableFromInline let single: [Int32]

  @usableFromInline
  struct WordNumbers: Sendable {
    @usableFromInline var classes: UInt16
    @usableFromInline var norms: UInt16
    /// Its number among the words with weights.
    @usableFromInline var word: UInt16 = 0
  }

  /// - Parameters:
  ///   - words: what is known of each form; the first says it of form 0.
  init(
    _ spellings: SpellingTable, _ words: [WordNumbers], classSets: [ClassSet], norms: [Norms]
  ) {
    self.spellings = spellings
    self.words = words
    self.classSets = classSets
    self.norms = norms
    single = (0...UInt8.max).map { spellings.number(of: [$0].span, 0..<1) }
  }

  /// How many forms there are, form 0 included.
  public var count: Int { words.count }

  /// What is known of a form by its number.
  @inlinable
  public subscript(form: Int32) -> WordForm {
    let numbers = words[Int(form)]
    return WordForm(
      classes: classSets[Int(numbers.classes)], norms: norms[Int(numbers.norms)],
      word: numbers.word)
  }

  /// How a form is written.
  public func spelling(of form: Int32) -> String { spellings.string(of: Int(form)) }

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

  /// Has the slot fetched in which the form of the letters in a range is sought first.
  ///
  /// - Returns: its number, for `firstEntry(inSlot:)`.
  @inlinable
  @inline(__always)
  public func prefetchSlot(letters text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let key = FormKey(text, range, folding: FormKey.capitalBits)
    let slot = Int32(truncatingIfNeeded: key.hash &>> spellings.shift)
    spellings.slots.span.prefetch(Int(slot))
    return slot
  }

  /// What a slot holds, for `nearForm(letters:at:count:entry:)`; what is known of its form is fetched.
  @inlinable
  @inline(__always)
  public func firstEntry(inSlot slot: Int32) -> FormEntry {
    let entry = FormEntry(bits: spellings.slots[Int(slot)])
    spellings.prefetch(entry.number)
    words.span.prefetch(entry.number)
    return entry
  }

  /// Has fetched how the form of an entry is written.
  @inlinable
  @inline(__always)
  public func prefetchSpelling(of entry: FormEntry) { spellings.prefetchBytes(of: entry.number) }

  /// As `form(letters:_:)` for the `count` letters at `start`, but -1 unless the form is short and the one that stands
  /// in the first slot, as most are.
  ///
  /// Reckoned without a branch that waits for memory.
  @inlinable
  @inline(__always)
  public func nearForm(
    letters text: Span<UInt8>, at start: Int, count: Int, entry: FormEntry
  ) -> Int32 {
    // Also where fewer bytes are left: what follows a word must not matter.
    let head = FormKey.head(text.eightBytes(at: start) | FormKey.capitalBits, count: count)
    let difference =
      spellings.heads[entry.number] ^ head | entry.isLong | UInt64(truncatingIfNeeded: count &- 1)
      &>> 3
    // All ones unless the difference is 0.
    let otherwise = Int64(bitPattern: difference | (0 &- difference)) &>> 63
    return Int32(truncatingIfNeeded: entry.number) | Int32(truncatingIfNeeded: otherwise)
  }

  /// The number of the form of one byte that is no capital; 0 if it is not in the table.
  @inlinable
  public func form(ofByte byte: UInt8) -> Int32 { single[Int(byte)] }

  /// The number of the form spelled by the bytes; 0 if it is not in the table.
  public func form(_ spelling: [UInt8]) -> Int32 {
    form(spelling.span, 0..<spelling.count)
  }
}
