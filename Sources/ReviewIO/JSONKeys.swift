/// The names of the values of an object that the layout knows, for finding them fast.
struct JSONKeys: Sendable {
  private struct Entry {
    /// The first eight bytes, which tell most names apart.
    var head: UInt64
    /// The last eight bytes of a longer name, which with the first are all of most names.
    var tail: UInt64
    var count: Int
    /// Where the name stands in the pool.
    var start: Int
    /// Whether it stands in JSON as it is, without escapes.
    var isPlain: Bool
    /// The column that the value is in the layout, or -1.
    var column: Int
    /// The place in `children` of the names inside the value, or -1.
    var child: Int
  }

  /// What a name stands for: a column and a child, each -1 where there is none.
  typealias Known = (column: Int, child: Int)

  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  private(set) var children: [JSONKeys] = []
  /// What stands before names that the layout does not know, by its place among all of the tree.
  let prefix: Int32
  /// The names above those of each object of the tree, a dot behind each; only the root has them.
  private(set) var prefixes: [[UInt8]] = []

  /// Longer ones are left out: they would stand before each of the many values that a record may have.
  private static let longestPrefix = 64

  /// Makes the tree of the columns' dotted paths; a path that exists as it stands is taken so.
  init(columns: [(path: [String], column: Int)]) {
    var prefixes: [[UInt8]] = []
    self.init(columns, under: [], &prefixes)
    self.prefixes = prefixes
  }

  private init(
    _ columns: [(path: [String], column: Int)], under names: [String], _ prefixes: inout [[UInt8]]
  ) {
    prefix = Int32(prefixes.count)
    let above = Array(names.map { $0 + "." }.joined().utf8)
    prefixes.append(above.count <= Self.longestPrefix ? above : [])
    var order: [String] = []
    var groups: [String: [(path: [String], column: Int)]] = [:]
    for entry in columns {
      guard let head = entry.path.first else { continue }
      if groups[head] == nil { order.append(head) }
      groups[head, default: []].append((Array(entry.path.dropFirst()), entry.column))
    }
    for name in order {
      let group = groups[name] ?? []
      let start = pool.count
      pool.append(contentsOf: name.utf8)
      let count = pool.count - start
      var entry = Entry(
        head: pool.span.word(start, count: count), tail: Self.tail(pool.span, start, count),
        count: count, start: start,
        isPlain: !name.utf8.contains { $0 == Byte.quote || $0 == Byte.backslash }, column: -1,
        child: -1)
      if let leaf = group.first(where: { $0.path.isEmpty }) { entry.column = leaf.column }
      let deeper = group.filter { !$0.path.isEmpty }
      if !deeper.isEmpty {
        entry.child = children.count
        children.append(JSONKeys(deeper, under: names + [name], &prefixes))
      }
      entries.append(entry)
    }
  }

  /// The key that comes after the last one found, if that is what stands between quotes from `start`.
  ///
  /// The names of an object come in the same order as a rule; then their ends need not be looked for.
  @inline(__always)
  func next(
    _ bytes: Span<UInt8>, _ start: Int, to end: Int, expected: inout Int
  ) -> (end: Int, known: Known)? {
    let entries = entries.span
    guard expected < entries.count else { return nil }
    let entry = entries[expected]
    guard entry.count < end &- start, bytes[start &+ entry.count] == Byte.quote, entry.isPlain,
      isName(of: entry, bytes, start)
    else { return nil }
    expected &+= 1
    return (start &+ entry.count, (entry.column, entry.child))
  }

  /// Looks a key up, first at the place where the last object had it.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, expected: inout Int) -> Known {
    let entries = entries.span
    func place(in places: Range<Int>) -> Int? {
      for i in places where entries[i].count == end - start {
        if isName(of: entries[i], bytes, start) { return i }
      }
      return nil
    }
    let likely = min(expected, entries.count)
    guard let i = place(in: likely..<entries.count) ?? place(in: 0..<likely) else {
      return (-1, -1)
    }
    expected = i + 1
    return (entries[i].column, entries[i].child)
  }

  /// Whether as many bytes from `start` as the name has are the name.
  @inline(__always)
  private func isName(of entry: Entry, _ bytes: Span<UInt8>, _ start: Int) -> Bool {
    bytes.word(start, count: entry.count) == entry.head
      && Self.tail(bytes, start, entry.count) == entry.tail
      && (entry.count <= 16 || bytes.matches(start, pool.span, entry.start, count: entry.count))
  }

  @inline(__always)
  private static func tail(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    count > 8 ? bytes.word(start &+ count &- 8, count: 8) : 0
  }
}
