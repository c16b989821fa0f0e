/// The values in the objects of a sample by their paths, in order of first appearance.
struct JSONLeaves {
  private(set) var paths: [[String]] = []
  private(set) var profiles: [ColumnProfile] = []
  private(set) var records = 0
  private(set) var objects = 0
  private var places: [[String]: Int] = [:]

  mutating func add(_ bytes: Span<UInt8>, _ record: Range<Int>) {
    records += 1
    var values: [RawValue] = []
    let keys = JSONKeys(columns: [])
    guard (try? JSONSplitter.split(bytes, record, keys: keys, into: &values)) != nil else { return }
    objects += 1
    add(bytes, values, under: [])
  }

  private mutating func add(_ bytes: Span<UInt8>, _ values: [RawValue], under prefix: [String]) {
    for value in values {
      var name: [UInt8] = []
      _ = JSONText.appendUnescaped(bytes, value.nameStart..<value.nameEnd, to: &name)
      let path = prefix + [String(decoding: name, as: UTF8.self)]
      // Deeper names are no columns of a review.
      if value.form == .nested && bytes[value.start] == Byte.openBrace && path.count < 8 {
        var inner: [RawValue] = []
        let keys = JSONKeys(columns: [])
        let range = value.start..<value.end
        try? JSONSplitter.split(bytes, range, keys: keys, into: &inner)
        if !inner.isEmpty {
          add(bytes, inner, under: path)
          continue
        }
      }
      var text: [UInt8] = []
      switch value.form {
      case .escaped: _ = JSONText.appendUnescaped(bytes, value.start..<value.end, to: &text)
      case .null, .nested: break
      case .plain, .quoted: text.append(bytes, value.start..<value.end)
      }
      let place: Int
      if let known = places[path] {
        place = known
      } else {
        place = paths.count
        places[path] = place
        paths.append(path)
        profiles.append(ColumnProfile(path.joined(separator: ".")))
      }
      profiles[place].add(text)
    }
  }
}
