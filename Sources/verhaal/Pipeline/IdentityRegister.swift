/// Numbers reviews that share an id, in input order.
///
/// It remembers the ids of at least the last 390,000 reviews and forgets older ones, so that it stays small however long
/// the dump is.
struct IdentityRegister {
  /// Entries in one generation; when it is full, the generation before it is forgotten.
  private let capacity: Int
  private var recent = IdentityTable()
  private var older = IdentityTable()

  /// As many as fill a table of 8 MiB.
  init(capacity: Int = 390_000) { self.capacity = capacity }

  /// The occurrence of a review among those with its id.
  ///
  /// A review without an id column gets a new number each time it occurs; with one, the same
  /// content keeps its number and other content gets the next.
  mutating func occurrence(of identity: ReviewIdentity) -> Occurrence {
    Occurrence(isNamed: identity.isNamed, number: number(of: identity))
  }

  private mutating func number(of identity: ReviewIdentity) -> Int32 {
    let content = UInt32(truncatingIfNeeded: identity.content)
    guard var entry = self[identity.id] else {
      self[identity.id] = IdentityTable.Entry(content: content, number: 1)
      return 1
    }
    if identity.isNamed && entry.content == content {
      // Written again, so that it counts among the recent ones.
      self[identity.id] = entry
      return 1
    }
    let other = IdentityRegister.combine(identity.id, identity.content)
    if identity.isNamed, let known = self[other] {
      self[other] = known
      return known.number
    }
    entry.number += 1
    self[identity.id] = entry
    if identity.isNamed {
      self[other] = IdentityTable.Entry(content: content, number: entry.number)
    }
    return entry.number
  }

  private subscript(key: UInt64) -> IdentityTable.Entry? {
    get { recent[key] ?? older[key] }
    set {
      if recent.count >= capacity {
        // The storage changes hands, so that it is taken from the system only once.
        swap(&older, &recent)
        recent.removeAll()
      }
      recent[key] = newValue
    }
  }

  private static func combine(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &+ 0x7F4A_7C15_9E37_79B9)
  }
}
