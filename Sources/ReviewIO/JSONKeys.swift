/// The names of the values of an object that the layout knows, for finding them fast.
struct JSONKeys: Sendable {
  private struct Entry {
    var start: Int
    var count: Int
    var column: Int
    var child: Int?
  }

  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  private(set) var children: [JSONKeys] = []

  /// Makes the tree of the columns' dotted paths; a path that exists as it stands is taken so.
  init(columns: [(path: [String], column: Int)]) {
    var order: [String] = []
    var groups: [String: [(path: [String], column: Int)]] = [:]
    for entry in columns {
      guard let head = entry.path.first else { continue }
      if groups[head] == nil { order.append(head) }
      groups[head, default: []].append((Array(entry.path.dropFirst()), entry.column))
    }
    for name in order {
      let group = groups[name] ?? []
      var entry = Entry(start: pool.count, count: name.utf8.count, column: -1, child: nil)
      pool.append(contentsOf: name.utf8)
      if let leaf = group.first(where: { $0.path.isEmpty }) { entry.column = leaf.column }
      let deeper = group.filter { !$0.path.isEmpty }
      if !deeper.isEmpty {
        entry.child = children.count
        children.append(JSONKeys(columns: deeper))
      }
      entries.append(entry)
    }
  }

  /// Looks a key up, first at the place where the last object had it.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, expected: inout Int) -> (
    column: Int, child: Int?
  ) {
    let count = end - start
    let names = pool.span
    var i = expected < entries.count ? expected : 0
    for _ in entries.indices {
      let entry = entries[i]
      if entry.count == count && bytes.matches(start, names, entry.start, count: count) {
        expected = i + 1
        return (entry.column, entry.child)
      }
      i = i + 1 < entries.count ? i + 1 : 0
    }
    return (-1, nil)
  }
}
