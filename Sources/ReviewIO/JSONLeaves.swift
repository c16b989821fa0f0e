/// The values in the objects of a sample by their paths, in order of first appearance.
struct JSONLeaves {
  private(set) var paths: [[String]] = []
  private(set) var profiles: [ColumnProfile] = []
  private(set) var records = 0
  private(set) var objects = 0
  /// The places of the paths, by a hash of their names.
  private var places: [UInt64: Int] = [:]
  /// The hashes of the paths, and the place that comes after the last one: objects have their names in the same order.
  private var hashes: [UInt64] = []
  private var expected = 0
  private var values: [RawValue] = []
  private var text: [UInt8] = []
  private let noKeys = JSONKeys(columns: [])

  mutating func add(_ bytes: Span<UInt8>, _ record: Range<Int>) {
    records += 1
    var values = values
    self.values = []
    values.removeAll(keepingCapacity: true)
    defer { self.values = values }
    guard (try? JSONSplitter.split(bytes, record, keys: noKeys, into: &values)) != nil else {
      return
    }
    objects += 1
    expected = 0
    add(bytes, values, under: [], hash: 0)
  }

  private mutating func add(
    _ bytes: Span<UInt8>, _ values: [RawValue], under prefix: [String], hash prefixHash: UInt64
  ) {
    for value in values {
      let name = value.nameStart..<value.nameEnd
      let hash: UInt64
      if value.nameIsEscaped {
        unescape(bytes, name)
        hash = ByteHash.hash(text.span, 0..<text.count, seed: prefixHash)
      } else {
        hash = ByteHash.hash(bytes, name, seed: prefixHash)
      }
      // Deeper names are no columns of a review.
      if value.form == .nested && bytes[value.start] == Byte.openBrace && prefix.count < 7 {
        var inner: [RawValue] = []
        let range = value.start..<value.end
        try? JSONSplitter.split(bytes, range, keys: noKeys, into: &inner)
        if !inner.isEmpty {
          add(bytes, inner, under: path(bytes, name, under: prefix), hash: hash)
          continue
        }
      }
      let place: Int
      if expected < hashes.count && hashes[expected] == hash {
        place = expected
      } else if let known = places[hash] {
        place = known
      } else if paths.count == LayoutFinder.mostColumns {
        // Of the others the values are fields; the text is not among them.
        continue
      } else {
        place = paths.count
        places[hash] = place
        hashes.append(hash)
        paths.append(path(bytes, name, under: prefix))
        profiles.append(ColumnProfile(paths[place].joined(separator: ".")))
      }
      expected = place + 1
      switch value.form {
      case .plain, .quoted: profiles[place].add(bytes, value.start..<value.end)
      case .escaped:
        unescape(bytes, value.start..<value.end)
        let decoded = text
        profiles[place].add(decoded.span, 0..<decoded.count)
      case .null, .nested: break
      }
    }
  }

  /// Takes a name that no object had as yet.
  mutating func add(column name: String) {
    paths.append(name.split(separator: ".").map(String.init))
    profiles.append(ColumnProfile(name))
  }

  private mutating func unescape(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    text.removeAll(keepingCapacity: true)
    _ = JSONText.appendUnescaped(bytes, range, to: &text)
  }

  private mutating func path(
    _ bytes: Span<UInt8>, _ name: Range<Int>, under prefix: [String]
  ) -> [String] {
    unescape(bytes, name)
    return prefix + [String(decoding: text, as: UTF8.self)]
  }
}
