/// Written forms and what is known of them, frozen for look-up by bytes.
///
/// Form 0 stands for every word that is not in the table. The table is an open-addressing hash table at most three
/// fifths full. It is kept small, and what belongs to common forms lies close together: a look-up waits for memory, and
/// the smaller the table, the nearer the cache that holds it.
public struct FormTable: Sendable {
  /// Forms must be numbered below this.
  static let mostForms = 1 << 20

  /// The number of a form in the lowest 20 bits, above it the tag of its key; 0 where there is none.
  @usableFromInline let slots: [UInt32]
  private let mask: Int
  /// How far a hash must be moved for its highest bits to be a slot's number.
  @usableFromInline let shift: UInt64
  /// The first eight bytes of each form.
  @usableFromInline let heads: [UInt64]
  /// The bytes of all forms, one after another, and where each begins and the last ends.
  private let bytes: [UInt8]
  private let offsets: [Int32]
  /// What is known of each form, as numbers in `classSets` and `norms`: many forms share them.
  @usableFromInline let words: [WordNumbers]
  @usableFromInline let classSets: [ClassSet]
  @usableFromInline let norms: [Norms]
  /// The forms of single bytes.
  @usableFromInline let single: [Int32]

  @usableFromInline
  struct WordNumbers: Sendable {
    @usableFromInline var classes: UInt16
    @usableFromInline var norms: UInt16
  }

  /// - Parameter entries: the forms, the commonest first: what most look-ups touch then lies close together.
  init(_ entries: [(form: [UInt8], word: WordForm)]) {
    var capacity = 16
    while 3 * capacity < 5 * (entries.count + 1) { capacity *= 2 }
    let shift = UInt64(64 - capacity.trailingZeroBitCount)
    var slots = [UInt32](repeating: 0, count: capacity)
    // Form 0 has no bytes.
    var heads: [UInt64] = [0]
    var bytes: [UInt8] = []
    var offsets: [Int32] = [0, 0]
    var classSets = NumberedValues<ClassSet>(first: .unknown)
    var norms = NumberedValues<Norms>(first: Norms())
    var words: [WordNumbers] = []
    func append(_ word: WordForm) {
      words.append(
        WordNumbers(
          classes: UInt16(classSets.number(of: word.classes)),
          norms: UInt16(norms.number(of: word.norms))))
    }
    append(WordForm(classes: .unknown))
    for (number, entry) in zip(UInt32(1)..., entries) {
      let key = FormKey(entry.form.span, 0..<entry.form.count, folding: 0)
      var at = Int(truncatingIfNeeded: key.hash >> shift)
      while slots[at] != 0 { at = (at + 1) & (capacity - 1) }
      slots[at] = number | FormTable.tag(key, shift)
      heads.append(key.head)
      bytes += entry.form
      offsets.append(Int32(bytes.count))
      append(entry.word)
    }
    self.slots = slots
    mask = capacity - 1
    self.shift = shift
    self.heads = heads
    self.bytes = bytes
    self.offsets = offsets
    self.words = words
    self.classSets = classSets.values
    self.norms = norms.values
    var single = [Int32](repeating: 0, count: 256)
    for (number, entry) in entries.enumerated() where entry.form.count == 1 {
      single[Int(entry.form[0])] = Int32(number + 1)
    }
    self.single = single
  }

  /// How many forms there are, form 0 included.
  public var count: Int { words.count }

  /// What is known of a form by its number.
  @inlinable
  public subscript(form: Int32) -> WordForm {
    let numbers = words[Int(form)]
    return WordForm(classes: classSets[Int(numbers.classes)], norms: norms[Int(numbers.norms)])
  }

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

  /// As `form(letters:_:)` for the `count` letters at `start`, but -1 unless the form is short, stands in the first
  /// slot and has more text behind it, as most do.
  ///
  /// Reckoned without a branch that waits for the slot: so the processor fetches the slots of many words at once.
  @inlinable
  @inline(__always)
  public func nearForm(letters text: Span<UInt8>, at start: Int, count: Int) -> Int32 {
    guard let word = text.wholeEightBytes(at: start) else { return -1 }
    let head = FormKey.head(word | FormKey.capitalBits, count: count)
    let hash = FormKey.hash(head: head)
    let slot = slots[Int(truncatingIfNeeded: hash &>> shift)]
    let form = slot & FormTable.formBits
    let difference =
      heads[Int(form)] ^ head | UInt64(slot ^ form ^ FormTable.tag(hash, shift))
      | UInt64(truncatingIfNeeded: count &- 1) &>> 3
    // All ones unless the difference is 0.
    let otherwise = Int64(bitPattern: difference | (0 &- difference)) &>> 63
    return Int32(truncatingIfNeeded: form) | Int32(truncatingIfNeeded: otherwise)
  }

  private func form(_ spelling: Span<UInt8>, _ range: Range<Int>, folding bits: UInt64) -> Int32 {
    let key = FormKey(spelling, range, folding: bits)
    let tag = FormTable.tag(key, shift)
    var at = Int(truncatingIfNeeded: key.hash &>> shift)
    while true {
      let slot = slots[at]
      if slot == 0 { return 0 }
      let form = slot & FormTable.formBits
      if slot ^ form == tag, isSame(Int(form), key, spelling, range, folding: bits) {
        return Int32(truncatingIfNeeded: form)
      }
      at = (at + 1) & mask
    }
  }

  /// Whether a form is the one spelled.
  private func isSame(
    _ form: Int, _ key: FormKey, _ spelling: Span<UInt8>, _ range: Range<Int>, folding bits: UInt64
  ) -> Bool {
    let known = bytes.span
    let start = Int(offsets[form])
    guard heads[form] == key.head, Int(offsets[form + 1]) - start == key.count else { return false }
    if key.count <= 8 { return true }
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

  @inlinable static var formBits: UInt32 { 0xF_FFFF }

  private static func tag(_ key: FormKey, _ shift: UInt64) -> UInt32 {
    tag(key.hash, shift) | (key.count > 8 ? 1 << 31 : 0)
  }

  /// The tag of a form of up to eight bytes: the eleven bits of its hash below those that number its slot, in the place
  /// where slots keep them. A bit above them is set for longer forms.
  @inlinable
  @inline(__always)
  static func tag(_ hash: UInt64, _ shift: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash &>> (shift &- 11)) &<< 20 & 0x7FF0_0000
  }
}
