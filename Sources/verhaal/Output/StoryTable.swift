import Lexicon

/// Ranked stories as CSV (RFC 4180, comma, LF), with a header.
enum StoryTable {
  static let header = Array(
    """
    rank,source,id,label,memorability,moment,start,end,startUTF16,endUTF16,valence,drivers,flags,rating,\
    ratingScale,date,permission,permissionDate,group\n
    """.utf8)

  /// - Parameter isRaw: whether texts are written as they are, also where a spreadsheet would take them for formulas.
  static func row(_ story: RankedStory, rank: Int, isRaw: Bool) -> [UInt8] {
    var cells = ByteBuffer()
    func number(_ value: Int?) { cells.append(cell: value.map(String.init) ?? "") }
    func fixed(_ value: Fixed?) { cells.append(cell: value?.decimal ?? "") }
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
    cells.append(cell: story.ratingScale ?? "")
    cells.append(cell: story.date ?? "")
    cells.append(cell: story.permission.status.rawValue)
    cells.append(cell: story.permission.date ?? "")
    cells.append(cell: story.group ?? "", isRaw: isRaw)
    return cells.array.dropLast() + [UInt8(ascii: "\n")]
  }
}
