/// Written forms and what is known of them, frozen for look-up by bytes.
///
/// Form 0 stands for every word that is not in the table. The table is an open-addressing hash
/// table at most three fifths full, whose slots hold the last eight bytes of their form: a look-up of a
/// short word touches one slot as a rule.
public struct FormTable: Sendable {
  private struct Slot: Sendable {
    /// The last eight bytes, the last one lowest.
    var tail: UInt64
    var form: Int32
    var count: Int32
  }

  private let slots: [Slot]
  private let mask: Int
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
    var slots = [Slot](repeating: Slot(tail: 0, form: 0, count: 0), count: capacity)
    var bytes: [UInt8] = []
    // Form 0 has no bytes.
    var offsets: [Int32] = [0]
    var rows = [Row(classes: 0, norms: Norms())]
    var classSets = [ClassSet.unknown]
    var classNumbers: [ClassSet: UInt16] = [.unknown: 0]
    for entry in entries {
      let hash = FormHash(of: entry.form)
      var at = Int(hash.value) & (capacity - 1)
      while slots[at].form != 0 { at = (at + 1) & (capacity - 1) }
      slots[at] = Slot(tail: hash.tail, form: Int32(rows.count), count: Int32(entry.form.count))
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

  /// The number of the form spelled by a range of bytes, capitals read as small letters; 0 if it is not in the table.
  ///
  /// - Parameter hash: of those bytes in small letters.
  public func form(_ spelling: Span<UInt8>, _ range: Range<Int>, hash: FormHash) -> Int32 {
    var at = Int(hash.value) & mask
    while true {
      let slot = slots[at]
      if slot.form == 0 { return 0 }
      if slot.tail == hash.tail && Int(slot.count) == range.count
        && (range.count <= 8 || restAgrees(slot.form, spelling, range))
      {
        return slot.form
      }
      at = (at + 1) & mask
    }
  }

  /// Whether a form longer than eight bytes agrees before its last eight.
  private func restAgrees(_ form: Int32, _ spelling: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let shift = Int(offsets[Int(form)]) - range.lowerBound
    for at in range.lowerBound..<(range.upperBound - 8)
    where bytes[at + shift] != FormTable.small(spelling[at]) {
      return false
    }
    return true
  }

  /// The number of the form spelled by a range of a text that holds only ASCII letters, hyphens and
  /// apostrophes, capitals read as small letters; 0 if it is not in the table; -1 where another spelling of it
  /// must be tried: one with other letters, or a hyphen.
  ///
  /// Most words are so; they need not be copied to be folded.
  public func form(plain text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    var hash = FormHash()
    var hasHyphen = false
    for at in range {
      let byte = FormTable.small(text[at])
      if byte &- 0x61 >= 26 {
        guard byte == 0x2D || byte == 0x27 else { return -1 }
        hasHyphen = hasHyphen || byte == 0x2D
      }
      hash.add(byte)
    }
    let form = form(text, range, hash: hash)
    return form == 0 && hasHyphen ? -1 : form
  }

  /// The number of the form of one byte that is no capital; 0 if it is not in the table.
  public func form(ofByte byte: UInt8) -> Int32 { single[Int(byte)] }

  /// A byte of ASCII with capitals read as small letters.
  @inline(__always)
  private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// The number of the form spelled by the bytes; 0 if it is not in the table.
  public func form(_ spelling: [UInt8]) -> Int32 {
    form(spelling.span, 0..<spelling.count, hash: FormHash(of: spelling))
  }
}
