/// Numbers reviews that share an id, in input order.
///
/// It remembers the ids of at least the last million reviews and forgets older ones, so that it holds
/// at most some 100 MB however long the dump is.
struct IdentityRegister {
  /// Keys in one generation; when it is full, the generation before it is forgotten.
  private let capacity: Int
  private var recent: [UInt64: Int32] = [:]
  private var older: [UInt64: Int32] = [:]

  init(capacity: Int = 2_000_000) { self.capacity = capacity }

  /// The occurrence of a review among those with its id, from 1.
  ///
  /// A review without an id column gets a new number each time it occurs; with one, the same
  /// content keeps its number and other content gets the next.
  mutating func occurrence(of identity: ReviewIdentity) -> Occurrence {
    Occurrence(isNamed: identity.isNamed, number: number(of: identity))
  }

  private mutating func number(of identity: ReviewIdentity) -> Int32 {
    guard identity.isNamed else {
      let number = (self[identity.id] ?? 0) + 1
      self[identity.id] = number
      return number
    }
    let content = IdentityRegister.combine(identity.id, identity.content)
    if let known = self[content] {
      self[content] = known
      return known
    }
    let number = (self[identity.id] ?? 0) + 1
    self[identity.id] = number
    self[content] = number
    return number
  }

  private subscript(key: UInt64) -> Int32? {
    get { recent[key] ?? older[key] }
    set {
      if recent.count >= capacity {
        older = recent
        recent = [:]
      }
      recent[key] = newValue
    }
  }

  private static func combine(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &+ 0x7F4A_7C15_9E37_79B9)
  }
}
