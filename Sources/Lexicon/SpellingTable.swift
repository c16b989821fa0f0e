/// Written forms by their bytes, numbered from 1 in the order in which they are first met.
///
/// The table is an open-addressing hash table at most three fifths full. Its slots are small, for a look-up waits for
/// memory, and the smaller the table, the nearer the cache that holds it.
@usableFromInline
struct SpellingTable: Sendable {
  /// Numbers are below this.
  static let capacity = 1 << 20

  /// The number of a form in the lowest 20 bits, above it the tag of its key; 0 where the slot is free.
  @usableFromInline private(set) var slots: [UInt32]
  private var mask: Int
  /// How far the highest bits of a hash must be moved to be a slot's number.
  @usableFromInline private(set) var shift: UInt64
  /// The first eight bytes of each form.
  @usableFromInline private(set) var heads: [UInt64] = [0]
  /// The bytes of all forms, one after another, then room for more; and where each form begins and the last ends. Form
  /// 0 has none.
  @usableFromInline private(set) var bytes: [UInt8]
  @usableFromInline private(set) var starts: [Int32] = [0, 0]

  /// - Parameter count: for how many forms to make room; it grows for more.
  init(capacity count: Int = 8) {
    // Most words have fewer than ten bytes.
    self.init(capacity: count, byteCount: 10 * count)
  }

  private init(capacity count: Int, byteCount: Int) {
    var capacity = 16
    while 3 * capacity < 5 * (count + 1) { capacity *= 2 }
    bytes = Array(repeating: 0, count: byteCount + 8)
    slots = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    shift = UInt64(64 - capacity.trailingZeroBitCount)
    starts.reserveCapacity(count + 2)
    heads.reserveCapacity(count + 1)
  }

  /// How many numbers are in use, 0 included.
  var count: Int { heads.count }

  /// Whether no other form can get a number.
  var isFull: Bool { count == SpellingTable.capacity }

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
    let slot = slots[slot(of: FormKey(text, range, folding: bits), text, range, bits)]
    return Int32(truncatingIfNeeded: slot & SpellingTable.numberBits)
  }

  /// The number of the form spelled by a range of bytes, which gets one if it has none; 0 if there are no bytes or no
  /// numbers left.
  mutating func insert(_ text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    guard !range.isEmpty else { return 0 }
    let key = FormKey(text, range, folding: 0)
    let slot = slot(of: key, text, range, 0)
    if slots[slot] != 0 { return Int32(slots[slot] & SpellingTable.numberBits) }
    if isFull { return 0 }
    let number = Int32(count)
    slots[slot] = UInt32(number) | tag(key)
    append(text, range, key.head)
    if 3 * slots.count < 5 * count { grow() }
    return number
  }

  /// Some forms of another table, numbered anew in the order given.
  init(_ order: [Int32], of table: SpellingTable) {
    let byteCount = order.reduce(0) { $0 + table.range(of: Int($1)).count }
    self.init(capacity: order.count, byteCount: byteCount)
    var end: Int32 = 0
    for number in order {
      heads.append(table.heads[Int(number)])
      end += Int32(table.range(of: Int(number)).count)
      starts.append(end)
    }
    let starts = starts
    var room = bytes.mutableSpan
    for (number, start) in zip(order, starts.dropFirst()) {
      SpellingTable.copy(table.bytes.span, table.range(of: Int(number)), to: &room, at: Int(start))
    }
    fill()
  }

  /// Has fetched what the comparison with a form begins with.
  @inlinable
  @inline(__always)
  func prefetch(_ number: Int) {
    heads.span.prefetch(number)
    starts.span.prefetch(number)
  }

  /// Has the bytes of a form fetched.
  @inlinable
  @inline(__always)
  func prefetchBytes(of number: Int) { bytes.span.prefetch(Int(starts[number])) }

  /// The numbers of some forms, sorted by their bytes.
  func sorted(_ numbers: some Collection<Int>) -> [Int] {
    // Most are told apart by their first eight bytes: read with the first byte highest, they are in the order of their
    // number.
    var keys: [(head: UInt64, number: Int)] = []
    keys.reserveCapacity(numbers.count)
    for number in numbers { keys.append((heads[number].byteSwapped, number)) }
    keys.sort { $0.head == $1.head ? precedes($0.number, $1.number) : $0.head < $1.head }
    return keys.map(\.number)
  }

  /// Whether the bytes of one form come before those of another.
  private func precedes(_ one: Int, _ other: Int) -> Bool {
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
    let tag = tag(key)
    var at = Int(truncatingIfNeeded: key.hash &>> shift)
    while true {
      let slot = slots[at]
      let number = slot & SpellingTable.numberBits
      if slot == 0 || slot ^ number == tag && isSame(Int(number), key, text, range, bits) {
        return at
      }
      at = (at + 1) & mask
    }
  }

  /// Whether a form is the one spelled.
  private func isSame(
    _ number: Int, _ key: FormKey, _ text: Span<UInt8>, _ range: Range<Int>, _ bits: UInt64
  ) -> Bool {
    guard heads[number] == key.head, self.range(of: number).count == key.count else { return false }
    if key.count <= 8 { return true }
    let known = bytes.span
    let start = Int(starts[number])
    guard known.eightBytes(at: start + key.count - 8) == key.last else { return false }
    for offset in stride(from: 8, to: key.count - 8, by: 8)
    where known.eightBytes(at: start + offset)
      != text.eightBytes(at: range.lowerBound + offset) | bits
    {
      return false
    }
    return true
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>, _ head: UInt64) {
    heads.append(head)
    let start = Int(starts[starts.count - 1])
    let end = start + range.count
    while bytes.count < end + 8 { bytes += Array(repeating: 0, count: bytes.count) }
    var room = bytes.mutableSpan
    SpellingTable.copy(text, range, to: &room, at: start)
    starts.append(Int32(end))
  }

  /// Copies eight bytes at a time: what is written too much is room, or is overwritten by what comes next.
  @inline(__always)
  private static func copy(
    _ text: Span<UInt8>, _ range: Range<Int>, to room: inout MutableSpan<UInt8>, at start: Int
  ) {
    unsafe room.withUnsafeMutableBytes { room in
      for offset in stride(from: 0, to: range.count, by: 8) {
        precondition(start + offset + 8 <= room.count)
        unsafe room.storeBytes(
          of: text.eightBytes(at: range.lowerBound + offset).littleEndian,
          toByteOffset: start + offset, as: UInt64.self)
      }
    }
  }

  private mutating func grow() {
    let capacity = 2 * slots.count
    slots = Array(repeating: 0, count: capacity)
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
      while slots[at] != 0 { at = (at + 1) & mask }
      slots[at] = UInt32(number) | tag(key)
    }
  }

  @inline(__always)
  private func tag(_ key: FormKey) -> UInt32 {
    tag(ofShort: key.hash) | (key.count > 8 ? 1 << 31 : 0)
  }

  /// The tag of a form of up to eight bytes: the eleven bits of its hash below those that number its slot, in the place
  /// where slots keep them. For longer forms the bit above them is set.
  @inline(__always)
  private func tag(ofShort hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash &>> (shift &- 11)) &<< 20 & 0x7FF0_0000
  }

  @inlinable static var numberBits: UInt32 { 0xF_FFFF }
}
