/// The values in the objects of a sample by their paths, in order of first appearance.
struct JSONLeaves {
  private(set) var paths: [[String]] = []
  private(set) var profiles: [ColumnProfile] = []
  private(set) var records = 0
  private(set) var objects = 0
  /// The places of the paths, by a hash of their names.
  private var places: [UInt64: Int] = [:]

  mutating func add(_ bytes: Span<UInt8>, _ record: Range<Int>) {
    records += 1
    var values: [RawValue] = []
    let keys = JSONKeys(columns: [])
    guard (try? JSONSplitter.split(bytes, record, keys: keys, into: &values)) != nil else { return }
    objects += 1
    add(bytes, values, under: [], hash: 0)
  }

  private mutating func add(
    _ bytes: Span<UInt8>, _ values: [RawValue], under prefix: [String], hash prefixHash: UInt64
  ) {
    for value in values {
      var name: [UInt8] = []
      _ = JSONText.appendUnescaped(bytes, value.nameStart..<value.nameEnd, to: &name)
      let hash = ByteHash.hash(name.span, 0..<name.count, seed: prefixHash)
      // Deeper names are no columns of a review.
      if value.form == .nested && bytes[value.start] == Byte.openBrace && prefix.count < 7 {
        var inner: [RawValue] = []
        let keys = JSONKeys(columns: [])
        let range = value.start..<value.end
        try? JSONSplitter.split(bytes, range, keys: keys, into: &inner)
        if !inner.isEmpty {
          let path = prefix + [String(decoding: name, as: UTF8.self)]
          add(bytes, inner, under: path, hash: hash)
          continue
        }
      }
      let place: Int
      if let known = places[hash] {
        place = known
      } else {
        place = paths.count
        places[hash] = place
        let path = prefix + [String(decoding: name, as: UTF8.self)]
        paths.append(path)
        profiles.append(ColumnProfile(path.joined(separator: ".")))
      }
      switch value.form {
      case .plain, .quoted: profiles[place].add(bytes, value.start..<value.end)
      case .escaped:
        var text: [UInt8] = []
        _ = JSONText.appendUnescaped(bytes, value.start..<value.end, to: &text)
        profiles[place].add(text.span, 0..<text.count)
      case .null, .nested: break
      }
    }
  }
}
