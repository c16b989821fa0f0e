/// Written forms and what is known of them, frozen for look-up by bytes.
///
/// Form 0 stands for every word that is not in the table. The table is an open-addressing hash
/// table at most three fifths full, whose slots hold the first eight bytes of their form: a look-up of a
/// short word touches one slot as a rule.
public struct FormTable: Sendable {
  private struct Slot: Sendable {
    var head: UInt64
    var form: Int32
    var count: Int32
  }

  private let slots: [Slot]
  private let mask: Int
  /// How far the highest bits of a hash must be moved to be a slot's number.
  private let shift: UInt64
  /// The bytes of all forms, one after another, and where each begins.
  private let bytes: [UInt8]
  private let offsets: [Int32]
  /// What is known of each form: few sets of classes occur, so that each is kept once, and the rows that every
  /// token touches stay in the cache.
  private let rows: [Row]
  private let classSets: [ClassSet]
  /// The forms of single bytes.
  private let single: [Int32]

  private struct Row: Sendable {
    var classes: UInt16
    var norms: Norms
  }

  /// - Parameter entries: the forms, the commonest first: what most look-ups touch then lies close together.
  init(_ entries: [(form: [UInt8], word: WordForm)]) {
    var capacity = 16
    while 3 * capacity < 5 * (entries.count + 1) { capacity *= 2 }
    let shift = UInt64(64 - capacity.trailingZeroBitCount)
    var slots = [Slot](repeating: Slot(head: 0, form: 0, count: 0), count: capacity)
    var bytes: [UInt8] = []
    // Form 0 has no bytes.
    var offsets: [Int32] = [0]
    var rows = [Row(classes: 0, norms: Norms())]
    var classSets = [ClassSet.unknown]
    var classNumbers: [ClassSet: UInt16] = [.unknown: 0]
    for entry in entries {
      let key = FormKey(entry.form.span, 0..<entry.form.count)
      var at = Int(truncatingIfNeeded: key.hash >> shift)
      while slots[at].form != 0 { at = (at + 1) & (capacity - 1) }
      slots[at] = Slot(head: key.head, form: Int32(rows.count), count: Int32(entry.form.count))
      offsets.append(Int32(bytes.count))
      bytes += entry.form
      let number = classNumbers[entry.word.classes] ?? UInt16(classSets.count)
      if classNumbers.updateValue(number, forKey: entry.word.classes) == nil {
        classSets.append(entry.word.classes)
      }
      rows.append(Row(classes: number, norms: entry.word.norms))
    }
    self.slots = slots
    mask = capacity - 1
    self.shift = shift
    self.bytes = bytes
    self.offsets = offsets
    self.rows = rows
    self.classSets = classSets
    var single = [Int32](repeating: 0, count: 256)
    for (number, entry) in entries.enumerated() where entry.form.count == 1 {
      single[Int(entry.form[0])] = Int32(number + 1)
    }
    self.single = single
  }

  /// How many forms there are, form 0 included.
  public var count: Int { rows.count }

  /// What is known of a form by its number.
  public subscript(form: Int32) -> WordForm {
    let row = rows[Int(form)]
    return WordForm(classes: classSets[Int(row.classes)], norms: row.norms)
  }

  /// The number of the form spelled by a range of bytes; 0 if it is not in the table.
  public func form(_ spelling: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    form(FormKey(spelling, range), spelling, range, folding: 0)
  }

  /// The number of the form spelled by a range that holds only ASCII letters, capitals read as small letters; 0
  /// if it is not in the table.
  ///
  /// Most words are so; they need not be copied to be folded.
  public func form(letters text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    form(FormKey(letters: text, range), text, range, folding: 0x20)
  }

  @inline(__always)
  private func form(
    _ key: FormKey, _ spelling: Span<UInt8>, _ range: Range<Int>, folding bit: UInt8
  ) -> Int32 {
    var at = Int(truncatingIfNeeded: key.hash >> shift)
    while true {
      let slot = slots[at]
      if slot.form == 0 { return 0 }
      if slot.head == key.head && Int(slot.count) == key.count
        && (key.count <= 8 || restAgrees(slot.form, spelling, range, folding: bit))
      {
        return slot.form
      }
      at = (at + 1) & mask
    }
  }

  /// Whether a form longer than eight bytes agrees behind its first eight.
  private func restAgrees(
    _ form: Int32, _ spelling: Span<UInt8>, _ range: Range<Int>, folding bit: UInt8
  ) -> Bool {
    let shift = Int(offsets[Int(form)]) - range.lowerBound
    for at in (range.lowerBound + 8)..<range.upperBound
    where bytes[at + shift] != spelling[at] | bit {
      return false
    }
    return true
  }

  /// The number of the form of one byte that is no capital; 0 if it is not in the table.
  public func form(ofByte byte: UInt8) -> Int32 { single[Int(byte)] }

  /// The number of the form spelled by the bytes; 0 if it is not in the table.
  public func form(_ spelling: [UInt8]) -> Int32 {
    form(spelling.span, 0..<spelling.count)
  }
}
