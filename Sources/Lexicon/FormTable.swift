/// Written forms and what is known of them, frozen for look-up by bytes.
///
/// Form 0 stands for every word that is not in the table. The table is an open-addressing hash
/// table at most three fifths full; a look-up costs one probe and one comparison as a rule.
public struct FormTable: Sendable {
  @usableFromInline struct Slot: Sendable {
    @usableFromInline var hash: UInt32
    @usableFromInline var form: Int32
    @usableFromInline var offset: Int32
    @usableFromInline var count: Int32
  }

  @usableFromInline let slots: [Slot]
  @usableFromInline let mask: Int
  @usableFromInline let bytes: [UInt8]
  @usableFromInline let forms: [WordForm]

  init(_ entries: [(form: [UInt8], word: WordForm)]) {
    var capacity = 16
    while 3 * capacity < 5 * (entries.count + 1) { capacity *= 2 }
    var slots = [Slot](repeating: Slot(hash: 0, form: 0, offset: 0, count: 0), count: capacity)
    var bytes: [UInt8] = []
    var forms = [WordForm(classes: .unknown)]
    for entry in entries {
      let hash = FormHash(of: entry.form).value
      var at = Int(hash) & (capacity - 1)
      while slots[at].form != 0 { at = (at + 1) & (capacity - 1) }
      slots[at] = Slot(
        hash: hash, form: Int32(forms.count), offset: Int32(bytes.count),
        count: Int32(entry.form.count))
      bytes += entry.form
      forms.append(entry.word)
    }
    self.slots = slots
    self.mask = capacity - 1
    self.bytes = bytes
    self.forms = forms
  }

  /// How many forms there are, form 0 included.
  public var count: Int { forms.count }

  /// What is known of a form by its number.
  @inlinable
  public subscript(form: Int32) -> WordForm { forms[Int(form)] }

  /// The number of the form spelled by the first `count` bytes; 0 if it is not in the table.
  @inlinable
  public func form(_ spelling: [UInt8], count: Int, hash: FormHash) -> Int32 {
    var at = Int(hash.value) & mask
    while true {
      let slot = slots[at]
      if slot.form == 0 { return 0 }
      if slot.hash == hash.value && Int(slot.count) == count {
        let offset = Int(slot.offset)
        var same = true
        for index in 0..<count where bytes[offset + index] != spelling[index] {
          same = false
          break
        }
        if same { return slot.form }
      }
      at = (at + 1) & mask
    }
  }

  /// The number of the form spelled by a range of a text that holds only small ASCII letters, hyphens and
  /// apostrophes; -1 for any other spelling and for forms that are not in the table.
  ///
  /// Most tokens are so; they need no folding.
  public func form(plain text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    var hash = FormHash()
    for at in range {
      let byte = text[at]
      guard byte &- 0x61 < 26 || byte == 0x2D || byte == 0x27 else { return -1 }
      hash.add(byte)
    }
    let value = hash.value
    var at = Int(value) & mask
    while true {
      let slot = slots[at]
      if slot.form == 0 { return -1 }
      if slot.hash == value && Int(slot.count) == range.count {
        let shift = Int(slot.offset) - range.lowerBound
        if range.allSatisfy({ bytes[$0 + shift] == text[$0] }) { return slot.form }
      }
      at = (at + 1) & mask
    }
  }

  /// The number of the form spelled by the bytes; 0 if it is not in the table.
  public func form(_ spelling: [UInt8]) -> Int32 {
    form(spelling, count: spelling.count, hash: FormHash(of: spelling))
  }
}
