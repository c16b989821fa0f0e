import ReviewIO
import ReviewStore
import StoryFigures

/// Files of `stats --json --mergeable` that become one, as one run would have written it.
struct FigureMerge {
  let paths: [String]
  /// Where the result goes; nil is stdout.
  let output: String?
  let isQuiet: Bool

  /// - Throws: `PartError`, `FigureError`, `InputError`, `OutputError` and `StoreError`.
  func run() throws {
    let output = try OutputFile(output)
    let order = try MergedOrder()
    var kind: (value: FigurePart.Kind, path: String)?
    var unreadable = 0
    for path in paths {
      let part = try FigurePart(path: path).read { row in
        var json = JSONWriter()
        row.write(to: &json)
        try order.add(json.bytes, source: row.source, id: row.id, date: row.day?.description)
      }
      if let kind, kind.value != part.kind { throw FigureMerge.differ(kind, (part.kind, path)) }
      kind = kind ?? (part.kind, path)
      unreadable += part.unreadable
    }
    guard let kind = kind?.value else { return }
    let grouping = kind.by.map(FigureGrouping.init)
    var written = MergeableFigures(output, analyzer: kind.analyzer, by: grouping)
    var tally = FigureTally()
    var first = FirstOccurrences()
    try order.forEachLine { line in
      guard var row = FigurePart.row(line.span) else { return }
      first.mark(&row)
      try tally.add(row)
      try written.add(row)
    }
    try written.finish(
      StatsPage(
        tally: tally, groups: grouping.map { FigureGroups(tally, by: $0) },
        unreadable: unreadable, sample: nil, limit: .max,
        lines: FigureLines(style: Style("never", descriptor: 1), width: 80)))
    if !isQuiet {
      Console.note(
        "merged \(Number.counted(paths.count, "part")): \(Number.counted(tally.whole.total, "review"))"
      )
    }
  }

  private static func differ(
    _ first: (value: FigurePart.Kind, path: String),
    _ second: (value: FigurePart.Kind, path: String)
  ) -> PartError {
    if first.value.analyzer != second.value.analyzer {
      return PartError.analyzers(
        second.path, second.value.analyzer, other: first.value.analyzer)
    }
    func name(_ kind: FigurePart.Kind) -> String { kind.by.map { "by \($0)" } ?? "without --by" }
    return PartError(
      path: second.path,
      message: "counts \(name(second.value)), and \(first.path) \(name(first.value))",
      hint: "run stats with the same flags for each")
  }
}
