import ReviewIO
import StoryFigures

/// A file of `stats --json --mergeable`.
struct FigurePart {
  let path: String

  /// Of which reviews the figures are, besides the rows.
  struct Kind: Equatable {
    let analyzer: String
    /// Nil where there are no groups.
    let by: String?
  }

  /// Whether a line is the first of a file of `stats --json`, mergeable or not.
  static func begins(_ line: Span<UInt8>) -> Bool {
    starts(line, with: "{\"n\":") || starts(line, with: MergeableFigures.start)
  }

  /// Reads it row by row.
  ///
  /// - Returns: what the rows are of, and how many records were unreadable.
  /// - Throws: `PartError` where it cannot be added up, `InputError`, and what `take` throws.
  func read(_ take: (FigureRow) throws -> Void) throws -> (kind: Kind, unreadable: Int) {
    var reader = try LineReader(path: path, limit: PartFile.longestLine)
    var kind: Kind?
    var unreadable: Int?
    while true {
      let number = reader.count + 1
      let hasNext = try reader.next { line, _ in
        guard let line else { throw damaged(number) }
        if line.count == 0 || unreadable != nil { return }
        if number == 1 {
          kind = try self.kind(line)
        } else if line[0] == UInt8(ascii: "[") {
          let last = line.count - (line[line.count - 1] == UInt8(ascii: ",") ? 1 : 0)
          guard let row = FigurePart.row(line.extracting(0..<last)) else { throw damaged(number) }
          try take(row)
        } else {
          unreadable = try self.unreadable(line, number)
        }
      }
      if !hasNext { break }
    }
    guard let kind, let unreadable else {
      throw PartError(
        path: path, message: "ends too early", hint: "run stats --json --mergeable again")
    }
    return (kind, unreadable)
  }

  /// A row as it stands in a line of its own; nil for what is none.
  static func row(_ line: Span<UInt8>) -> FigureRow? {
    // The object around it is what the reader takes.
    let whole = bytes("{\"row\":", line, "}")
    guard let values = try? rows.values(of: whole.span, file: "", record: 0, offset: 0),
      let elements = values[0]?.elements(in: whole.span)
    else { return nil }
    return FigureRow(elements, in: whole.span)
  }

  private func kind(_ line: Span<UInt8>) throws(PartError) -> Kind {
    guard FigurePart.starts(line, with: MergeableFigures.start) else {
      throw PartError(
        path: path, message: "holds no rows by which figures add up",
        hint: "run stats --json --mergeable, or merge what mine has made")
    }
    let whole = FigurePart.bytes("", line, "]}")
    guard
      let values = try? FigurePart.head.values(of: whole.span, file: path, record: 1, offset: 0),
      let analyzer = values[0]?.string(in: whole.span)
    else { throw damaged(1) }
    return Kind(analyzer: analyzer, by: values[1]?.string(in: whole.span))
  }

  private func unreadable(_ line: Span<UInt8>, _ number: Int) throws(PartError) -> Int {
    guard FigurePart.starts(line, with: "],") else { throw damaged(number) }
    let whole = FigurePart.bytes("{", line.extracting(2..<line.count), "")
    guard
      let values = try? FigurePart.tail.values(
        of: whole.span, file: path, record: number, offset: 0),
      let count = values[0]?.integer(in: whole.span), (0...1 << 40).contains(count)
    else { throw damaged(number) }
    return count
  }

  private func damaged(_ number: Int) -> PartError {
    PartError(
      path: "\(path):\(number)", message: "not as stats --json --mergeable writes it",
      hint: "run that again, and leave its lines as they are")
  }

  private static let head = JSONNames([["mergeable", "analyzer"], ["mergeable", "by"]])
  private static let rows = JSONNames([["row"]])
  private static let tail = JSONNames([["excluded", "unreadable"]])

  private static func bytes(_ before: String, _ line: Span<UInt8>, _ after: String) -> [UInt8] {
    var bytes = Array(before.utf8)
    for at in line.indices { bytes.append(line[at]) }
    return bytes + Array(after.utf8)
  }

  private static func starts(_ line: Span<UInt8>, with text: String) -> Bool {
    line.count >= text.utf8.count
      && text.utf8.enumerated().allSatisfy { place, byte in line[place] == byte }
  }
}
