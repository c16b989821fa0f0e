import ReviewIO

/// Which names of the fields of a dump are about a person and stay out of a store, by what is known of them in a chunk.
struct PersonalNames {
  private let choice: FieldChoice
  /// By the hashes of the names.
  private var known: [UInt64: Bool] = [:]
  /// Those that were met or that are columns.
  private(set) var leftOut: Set<String> = []

  init(_ layout: DumpLayout, _ choice: FieldChoice) {
    self.choice = choice
    for column in layout.columns where column.role == .field {
      let name = Array(column.name.utf8)
      let isLeftOut = choice.leavesOut(column)
      known[ByteHash.hash(name.span, 0..<name.count)] = isLeftOut
      if isLeftOut { leftOut.insert(column.name) }
    }
  }

  mutating func leavesOut(_ name: ByteRange, in reviews: ReviewBatch) -> Bool {
    let hash = ByteHash.hash(reviews.bytes.span, name.range)
    if let isLeftOut = known[hash] { return isLeftOut }
    let text = reviews.string(name)
    let isLeftOut = choice.leavesOut(text)
    known[hash] = isLeftOut
    if isLeftOut { leftOut.insert(text) }
    return isLeftOut
  }
}
