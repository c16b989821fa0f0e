/// Written forms and what is known of them, frozen for look-up by bytes.
///
/// Form 0 stands for every word that is not in the table. The table is an open-addressing hash
/// table at most three fifths full, whose slots hold the first eight bytes of their form: a look-up of a
/// short word touches one slot as a rule.
public struct FormTable: Sendable {
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var head: UInt64
    @usableFromInline var form: Int32
    @usableFromInline var count: Int32
  }

  @usableFromInline let slots: [Slot]
  private let mask: Int
  /// How far the highest bits of a hash must be moved to be a slot's number.
  @usableFromInline let shift: UInt64
  /// The bytes of all forms, one after another, and where each begins.
  private let bytes: [UInt8]
  private let offsets: [Int32]
  /// What is known of each form, as a number in `words`: many forms share it, so that it is kept once, and the rows
  /// that every token touches stay in the cache.
  @usableFromInline let wordNumbers: [Int32]
  @usableFromInline let words: [WordForm]
  /// The forms of single bytes.
  @usableFromInline let single: [Int32]

  /// - Parameter entries: the forms, the commonest first: what most look-ups touch then lies close together.
  init(_ entries: [(form: [UInt8], word: WordForm)]) {
    var capacity = 16
    while 3 * capacity < 5 * (entries.count + 1) { capacity *= 2 }
    let shift = UInt64(64 - capacity.trailingZeroBitCount)
    var slots = [Slot](repeating: Slot(head: 0, form: 0, count: 0), count: capacity)
    var bytes: [UInt8] = []
    // Form 0 has no bytes.
    var offsets: [Int32] = [0]
    let unknown = WordForm(classes: .unknown)
    var words = [unknown]
    var wordNumbers: [Int32] = [0]
    var numbers: [WordForm: Int32] = [unknown: 0]
    for (number, entry) in zip(Int32(1)..., entries) {
      let key = FormKey(entry.form.span, 0..<entry.form.count, folding: 0)
      var at = Int(truncatingIfNeeded: key.hash >> shift)
      while slots[at].form != 0 { at = (at + 1) & (capacity - 1) }
      slots[at] = Slot(head: key.head, form: number, count: Int32(entry.form.count))
      offsets.append(Int32(bytes.count))
      bytes += entry.form
      let wordNumber = numbers[entry.word] ?? Int32(words.count)
      if numbers.updateValue(wordNumber, forKey: entry.word) == nil { words.append(entry.word) }
      wordNumbers.append(wordNumber)
    }
    self.slots = slots
    mask = capacity - 1
    self.shift = shift
    self.bytes = bytes
    self.offsets = offsets
    self.words = words
    self.wordNumbers = wordNumbers
    var single = [Int32](repeating: 0, count: 256)
    for (number, entry) in entries.enumerated() where entry.form.count == 1 {
      single[Int(entry.form[0])] = Int32(number + 1)
    }
    self.single = single
  }

  /// How many forms there are, form 0 included.
  public var count: Int { wordNumbers.count }

  /// What is known of a form by its number.
  @inlinable
  public subscript(form: Int32) -> WordForm { words[Int(wordNumbers[Int(form)])] }

  /// The number of the form spelled by a range of bytes; 0 if it is not in the table.
  public func form(_ spelling: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    range.isEmpty ? 0 : form(spelling, range, folding: 0)
  }

  /// The number of the form spelled by a range that holds only ASCII letters, at least one, capitals read as small
  /// letters; 0 if it is not in the table.
  ///
  /// Most words are so; they need not be copied to be folded.
  public func form(letters text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    form(text, range, folding: FormKey.capitalBits)
  }

  /// As `form(letters:_:)` for the `count` letters at `start`, but nil unless the form is short, stands in the first
  /// slot and has more text behind it: most do, and this costs the least.
  @inlinable
  @inline(__always)
  public func nearForm(letters text: Span<UInt8>, at start: Int, count: Int) -> Int32? {
    guard count <= 8, let word = text.wholeEightBytes(at: start) else { return nil }
    let head = FormKey.head(word | FormKey.capitalBits, count: count)
    let slot = slots[Int(truncatingIfNeeded: FormKey.hash(head: head) &>> shift)]
    let isSame = slot.head == head && slot.count == Int32(truncatingIfNeeded: count)
    return isSame ? slot.form : nil
  }

  private func form(_ spelling: Span<UInt8>, _ range: Range<Int>, folding bits: UInt64) -> Int32 {
    let key = FormKey(spelling, range, folding: bits)
    var at = Int(truncatingIfNeeded: key.hash &>> shift)
    while true {
      let slot = slots[at]
      if slot.form == 0 { return 0 }
      if slot.head == key.head && Int(slot.count) == key.count
        && (key.count <= 8 || restAgrees(slot.form, key, spelling, range, folding: bits))
      {
        return slot.form
      }
      at = (at + 1) & mask
    }
  }

  /// Whether a form longer than eight bytes agrees behind its first eight.
  private func restAgrees(
    _ form: Int32, _ key: FormKey, _ spelling: Span<UInt8>, _ range: Range<Int>,
    folding bits: UInt64
  ) -> Bool {
    let known = bytes.span
    let start = Int(offsets[Int(form)])
    guard known.eightBytes(at: start + key.count - 8) == key.last else { return false }
    for offset in stride(from: 8, to: key.count - 8, by: 8)
    where known.eightBytes(at: start + offset)
      != spelling.eightBytes(at: range.lowerBound + offset) | bits
    {
      return false
    }
    return true
  }

  /// The number of the form of one byte that is no capital; 0 if it is not in the table.
  @inlinable
  public func form(ofByte byte: UInt8) -> Int32 { single[Int(byte)] }

  /// The number of the form spelled by the bytes; 0 if it is not in the table.
  public func form(_ spelling: [UInt8]) -> Int32 {
    form(spelling.span, 0..<spelling.count)
  }
}
