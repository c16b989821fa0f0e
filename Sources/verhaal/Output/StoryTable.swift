import Lexicon

/// Ranked stories as CSV, with a header.
struct StoryTable {
  /// Whether texts are written as they are, also where a spreadsheet would take them for formulas.
  let isRaw: Bool
  let dialect: CSVDialect

  var header: [UInt8] {
    dialect.header([
      "rank", "source", "id", "label", "memorability", "moment", "start", "end", "startUTF16",
      "endUTF16", "valence", "drivers", "flags", "rating", "ratingScale", "date", "permission",
      "permissionDate", "group",
    ])
  }

  func row(_ story: RankedStory, rank: Int) -> [UInt8] {
    var cells = ByteBuffer()
    cells.dialect = dialect
    func number(_ value: Int?) { cells.append(cell: value.map(String.init) ?? "") }
    func fixed(_ value: Fixed?) {
      if let value { cells.append(cell: value) } else { cells.endCell() }
    }
    number(rank)
    cells.append(cell: story.source, isRaw: isRaw)
    cells.append(cell: story.id, isRaw: isRaw)
    cells.append(cell: story.label.rawValue)
    fixed(story.memorability)
    cells.append(cell: story.moment?.text ?? "", isRaw: isRaw)
    number(story.moment?.start)
    number(story.moment?.end)
    number(story.moment?.startUTF16)
    number(story.moment?.endUTF16)
    fixed(story.moment?.valence)
    cells.append(cell: (story.moment?.drivers ?? []).map(\.name).joined(separator: " "))
    cells.append(cell: story.flags.joined(separator: " "))
    fixed(story.rating)
    cells.append(cell: story.ratingScale.map(dialect.scale) ?? "")
    cells.append(cell: story.date ?? "")
    cells.append(cell: story.permission.status.rawValue)
    cells.append(cell: story.permission.date ?? "")
    cells.append(cell: story.group ?? "", isRaw: isRaw)
    cells.endRow()
    return cells.array
  }
}
