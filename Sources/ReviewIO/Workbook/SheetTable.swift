/// Where the table of reviews is in a sheet: below titles and empty rows, in the columns that hold something.
struct SheetTable {
  /// The first row of the table, by its place in the sample; most often its header.
  let first: Int
  /// The columns, left to right.
  let columns: [Int]

  /// How far down a header is looked for.
  private static let deepest = 50

  /// - Parameters:
  ///   - sample: the first rows that hold something.
  ///   - asked: names of columns that the table has.
  init(_ sample: [SheetRow], asked: [String]) {
    let first = Self.header(sample, asked: asked) ?? Self.top(sample)
    var columns: Set<Int> = []
    for row in sample.dropFirst(first) { columns.formUnion(row.cells.map(\.column)) }
    self.first = first
    // One more than can be read, so that it is told.
    self.columns = Array(columns.sorted().prefix(LayoutFinder.mostColumns + 1))
  }

  /// The first row with the names that were asked for, or with the most names people give to columns.
  ///
  /// That is the first such row below narrower ones, unless another has more names that say what a column is.
  private static func header(_ sample: [SheetRow], asked: [String]) -> Int? {
    let wanted = asked.map(ColumnNames.words)
    var widest = 0
    var best: (row: Int, known: Int)?
    let isOneColumn = sample.allSatisfy { $0.cells.count <= 1 }
    for (index, row) in sample.prefix(deepest).enumerated() {
      let names = row.cells.map(row.text)
      if asked.isEmpty {
        let isWider = row.cells.count > max(1, widest) || (isOneColumn && index < 5)
        let columns = names.map(ColumnNames.init)
        if let found = best {
          // Words such as website are also values.
          let sure = columns.count(where: \.hasRole)
          if sure > found.known { best = (index, sure) }
        } else if isWider {
          let known = columns.count(where: \.isKnown)
          if known > 0 { best = (index, known) }
        }
      } else if names.contains(where: {
        asked.contains($0) || wanted.contains(ColumnNames.words($0))
      }) {
        return index
      }
      widest = max(widest, row.cells.count)
    }
    return best?.row
  }

  /// The first row below those of one cell, which are titles over a table of more.
  private static func top(_ sample: [SheetRow]) -> Int {
    sample.prefix(deepest).firstIndex { $0.cells.count > 1 } ?? 0
  }
}
