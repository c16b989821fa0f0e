/// What is remembered of ids, found by their hashes.
///
/// The keys are hashes already: their lowest bits say where to look, and one line of memory holds key and value.
struct IdentityTable {
  /// What is remembered of an id, or of an id with another content than its first.
  struct Entry {
    /// The first content that the id came with, shortened.
    var content: UInt32
    /// The highest number given for the id, from 1; for an id with another content, its own number.
    var number: Int32
  }

  private struct Slot {
    var key: UInt64 = 0
    /// With number 0 in a free slot.
    var entry = Entry(content: 0, number: 0)
  }

  private(set) var count = 0
  /// As many as a power of two, and never more than three quarters of them taken.
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)

  subscript(key: UInt64) -> Entry? {
    get {
      let entry = slots[place(of: key)].entry
      return entry.number == 0 ? nil : entry
    }
    set {
      guard let newValue else { return }
      let at = place(of: key)
      let isNew = slots[at].entry.number == 0
      slots[at] = Slot(key: key, entry: newValue)
      guard isNew else { return }
      count += 1
      if count > slots.count / 4 * 3 { grow() }
    }
  }

  /// Forgets everything and keeps its room.
  mutating func removeAll() {
    for at in slots.indices { slots[at] = Slot() }
    count = 0
  }

  /// The slot of a key, or the free one that it would take.
  private func place(of key: UInt64) -> Int {
    let slots = slots.span
    var at = Int(truncatingIfNeeded: key) & (slots.count &- 1)
    while slots[at].entry.number != 0 && slots[at].key != key {
      at = (at &+ 1) & (slots.count &- 1)
    }
    return at
  }

  private mutating func grow() {
    let taken = slots.filter { $0.entry.number != 0 }
    slots = [Slot](repeating: Slot(), count: 2 * slots.count)
    for slot in taken { slots[place(of: slot.key)] = slot }
  }
}
