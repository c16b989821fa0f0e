/// Written forms by their bytes, numbered from 1 in the order in which they are first met.
///
/// The table is an open-addressing hash table at most three fifths full, whose slots hold the first eight bytes of
/// their form: a look-up of a short word touches one slot as a rule.
@usableFromInline
struct SpellingTable: Sendable {
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var head: UInt64
    /// 0 where the slot is free.
    @usableFromInline var number: Int32
    @usableFromInline var count: Int32
  }

  @usableFromInline private(set) var slots: [Slot]
  private var mask: Int
  /// How far the highest bits of a hash must be moved to be a slot's number.
  @usableFromInline private(set) var shift: UInt64
  /// The bytes of all forms, one after another, and where each begins and the last ends; form 0 has none.
  private(set) var bytes: [UInt8] = []
  private var starts: [Int32] = [0, 0]

  /// - Parameter count: for how many forms to make room; it grows for more.
  init(capacity count: Int = 8) {
    var capacity = 16
    while 3 * capacity < 5 * (count + 1) { capacity *= 2 }
    // Most words have fewer than ten bytes.
    bytes.reserveCapacity(10 * count)
    slots = Array(repeating: Slot(head: 0, number: 0, count: 0), count: capacity)
    mask = capacity - 1
    shift = UInt64(64 - capacity.trailingZeroBitCount)
    starts.reserveCapacity(count + 2)
  }

  /// How many numbers are in use, 0 included.
  var count: Int { starts.count - 1 }

  /// Where the bytes of a form lie in `bytes`.
  func range(of number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

  /// A form's text.
  func string(of number: Int) -> String {
    String(decoding: bytes[range(of: number)], as: UTF8.self)
  }

  /// The number of the form spelled by a range of bytes, with the bits of `folding` set in each eight; 0 if it is not
  /// in the table.
  @inline(__always)
  func number(of text: Span<UInt8>, _ range: Range<Int>, folding bits: UInt64 = 0) -> Int32 {
    if range.isEmpty { return 0 }
    return slots[slot(of: FormKey(text, range, folding: bits), text, range, bits)].number
  }

  /// The number of the form spelled by a range of bytes, which gets one if it has none; 0 if there are no bytes.
  mutating func insert(_ text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    guard !range.isEmpty else { return 0 }
    let key = FormKey(text, range, folding: 0)
    let slot = slot(of: key, text, range, 0)
    if slots[slot].number != 0 { return slots[slot].number }
    let number = Int32(count)
    append(text, range)
    slots[slot] = Slot(head: key.head, number: number, count: Int32(key.count))
    if 3 * slots.count < 5 * count { grow() }
    return number
  }

  /// Keeps some forms only, which are numbered anew in the order given.
  mutating func keep(_ order: [Int32]) {
    let (oldBytes, oldStarts) = (bytes, starts)
    bytes = []
    bytes.reserveCapacity(oldBytes.count)
    starts = [0, 0]
    starts.reserveCapacity(order.count + 2)
    let text = oldBytes.span
    for number in order {
      append(text, Int(oldStarts[Int(number)])..<Int(oldStarts[Int(number) + 1]))
    }
    for at in slots.indices { slots[at] = Slot(head: 0, number: 0, count: 0) }
    fill()
  }

  /// Whether the bytes of one form come before those of another.
  func precedes(_ one: Int, _ other: Int) -> Bool {
    let known = bytes.span
    let (first, second) = (range(of: one), range(of: other))
    var offset = 0
    while offset < min(first.count, second.count) {
      // Read with the first byte highest, eight bytes are in the order of their number.
      let head = known.eightBytes(at: first.lowerBound + offset).byteSwapped
      let otherHead = known.eightBytes(at: second.lowerBound + offset).byteSwapped
      let shared = min(first.count, second.count) - offset
      let rest = shared < 8 ? UInt64(64 - 8 * shared) : 0
      if head >> rest != otherHead >> rest { return head >> rest < otherHead >> rest }
      offset += 8
    }
    return first.count < second.count
  }

  /// The slot of a form, or the free one in which it belongs.
  @inline(__always)
  private func slot(
    of key: FormKey, _ text: Span<UInt8>, _ range: Range<Int>, _ bits: UInt64
  ) -> Int {
    var at = Int(truncatingIfNeeded: key.hash &>> shift)
    while true {
      let slot = slots[at]
      let isSame =
        slot.number == 0
        || slot.head == key.head && Int(slot.count) == key.count
          && (key.count <= 8 || restAgrees(slot.number, key, text, range, bits))
      if isSame { return at }
      at = (at + 1) & mask
    }
  }

  /// Whether a form longer than eight bytes agrees behind its first eight.
  private func restAgrees(
    _ number: Int32, _ key: FormKey, _ text: Span<UInt8>, _ range: Range<Int>, _ bits: UInt64
  ) -> Bool {
    let known = bytes.span
    let start = Int(starts[Int(number)])
    guard known.eightBytes(at: start + key.count - 8) == key.last else { return false }
    for offset in stride(from: 8, to: key.count - 8, by: 8)
    where known.eightBytes(at: start + offset)
      != text.eightBytes(at: range.lowerBound + offset) | bits
    {
      return false
    }
    return true
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    unsafe text.extracting(range).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    starts.append(Int32(bytes.count))
  }

  private mutating func grow() {
    let capacity = 2 * slots.count
    slots = Array(repeating: Slot(head: 0, number: 0, count: 0), count: capacity)
    mask = capacity - 1
    shift = UInt64(64 - capacity.trailingZeroBitCount)
    fill()
  }

  /// Puts all forms into free slots.
  private mutating func fill() {
    for number in 1..<count {
      let range = range(of: number)
      let key = FormKey(bytes.span, range, folding: 0)
      var at = Int(truncatingIfNeeded: key.hash &>> shift)
      while slots[at].number != 0 { at = (at + 1) & mask }
      slots[at] = Slot(head: key.head, number: Int32(number), count: Int32(key.count))
    }
  }
}
