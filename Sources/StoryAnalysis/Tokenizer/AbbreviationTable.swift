import Lexicon

/// Abbreviations by their bytes, with A–Z and a–z alike.
struct AbbreviationTable: Sendable {
  /// Row number plus one by hash, 0 where free; the count is a power of two, half full at most.
  private var slots: [Int32]
  private var forms: [[UInt8]] = []
  private var uses: [Abbreviation.Use] = []
  private var longest = 0
  /// By the last two letters before the stop, without their case: whether a form ends so.
  private var isEnding = [Bool](repeating: false, count: 32 * 32)
  /// Ends of compounds, such as `nr.`, and their uses.
  private var endings: [(form: [UInt8], use: Abbreviation.Use)] = []

  init(_ abbreviations: [Abbreviation]) {
    var capacity = 16
    while capacity < 2 * abbreviations.count { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    for abbreviation in abbreviations { insert(abbreviation) }
  }

  /// The use of the abbreviation that is exactly `range` of `text`, or of the compound there.
  func use(of text: Span<UInt8>, in range: Range<Int>) -> Abbreviation.Use? {
    if let use = useOfForm(text, range) { return use }
    for ending in endings where ending.form.count < range.count {
      let start = range.upperBound - ending.form.count
      if matches(ending.form, text, start..<range.upperBound) { return ending.use }
    }
    return nil
  }

  /// Whether a word of ASCII letters, two at least, may be an abbreviation with the full stop at `stop`; a quick
  /// answer that is sometimes wrongly yes.
  @inline(__always)
  func mayEnd(_ text: Span<UInt8>, at stop: Int) -> Bool {
    isEnding[Self.ending(text[stop &- 2], text[stop &- 1])]
  }

  @inline(__always)
  private static func ending(_ first: UInt8, _ last: UInt8) -> Int {
    Int(first & 0x1F) << 5 | Int(last & 0x1F)
  }

  /// The first of two equal rows holds.
  private func useOfForm(_ text: Span<UInt8>, _ range: Range<Int>) -> Abbreviation.Use? {
    guard range.count <= longest else { return nil }
    var hash = Self.seed
    for index in range { hash = Self.mix(hash, text[index]) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let row = Int(slots[slot]) - 1
      if matches(forms[row], text, range) { return uses[row] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func insert(_ abbreviation: Abbreviation) {
    let form = abbreviation.form.utf8.map(Self.fold)
    if form.first == UInt8(ascii: "-") {
      endings.append((Array(form.dropFirst()), abbreviation.use))
      noteEnding(of: form)
      return
    }
    guard !form.isEmpty, useOfForm(form.span, 0..<form.count) == nil else { return }
    let hash = form.reduce(Self.seed, Self.mix)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    forms.append(form)
    uses.append(abbreviation.use)
    slots[slot] = Int32(forms.count)
    longest = max(longest, form.count)
    noteEnding(of: form)
  }

  private mutating func noteEnding(of form: [UInt8]) {
    guard form.count >= 3 else { return }
    isEnding[Self.ending(form[form.count - 3], form[form.count - 2])] = true
  }

  private func matches(_ form: [UInt8], _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard form.count == range.count else { return false }
    for offset in 0..<form.count where form[offset] != Self.fold(text[range.lowerBound + offset]) {
      return false
    }
    return true
  }

  // FNV-1a.
  private static let seed: UInt32 = 2_166_136_261

  private static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(fold(byte))) &* 16_777_619
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
