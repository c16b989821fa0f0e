/// A group of copies for reading, or as a JSON line.
struct CopyPage {
  let cluster: FoundCopies.Cluster

  /// Ids shown of a group; `--json` has them all.
  private static let mostShown = 20

  var text: String {
    let size = Column.right(Number.grouped(cluster.copies.count), 5)
    var sources: [(name: String, ids: [String])] = []
    for copy in cluster.copies.prefix(Self.mostShown) {
      if let place = sources.firstIndex(where: { $0.name == copy.source }) {
        sources[place].ids.append(copy.id)
      } else {
        sources.append((copy.source, [copy.id]))
      }
    }
    let rest = cluster.copies.count - Self.mostShown
    var lines = [size + " × " + Terminal.safe(cluster.start)]
    for (number, source) in sources.enumerated() {
      let isLast = number == sources.count - 1
      let ids = source.name + ": " + source.ids.joined(separator: ", ")
      let line = ids + (isLast && rest > 0 ? ", and \(Number.grouped(rest)) more" : "")
      lines += Wrapping.lines(Terminal.safe(line), width: 72).map { "        " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.open()
    json.key("size")
    json.integer(cluster.copies.count)
    json.key("start")
    json.string(cluster.start)
    json.key("reviews")
    json.open("[")
    for copy in cluster.copies {
      json.open()
      json.key("source")
      json.string(copy.source)
      json.key("id")
      json.string(copy.id)
      json.key("date")
      json.optional(copy.date)
      json.close()
    }
    json.close("]")
    json.close()
    json.end()
    return json.bytes
  }
}
