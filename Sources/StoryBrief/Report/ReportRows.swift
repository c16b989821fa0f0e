import Lexicon
import StoryAnalysis
import StoryFigures

/// What figures need of every review that they count, a column for each, so that 50,000 reviews stay small and quick.
struct ReportRows: Encodable {
  /// The number of the cell in `StoryCell.allCases`, a digit a review.
  private var cell = ""
  /// `g` for a good story, `b` for a bad one, `t` for a turn, `s` for a small incident, `-` for none.
  private var side = ""
  /// Days since 1970-01-01.
  private var day: [Int32?] = []
  /// Bits by the number in `Driver.allCases`.
  private var driver: [Int] = []
  /// Bits by the number in `flags`.
  private var flag: [Int] = []
  /// The number in `grades`.
  private var grade: [Int?] = []
  /// The number in `sources`.
  private var source: [Int] = []

  private(set) var count = 0
  private(set) var flags = NumberedNames<String>()
  private(set) var grades = NumberedNames<ReportGrade>()
  private(set) var sources = NumberedNames<String>()

  private enum CodingKeys: CodingKey {
    case cell, side, day, driver, flag, grade, source
  }

  mutating func add(_ row: FigureRow) {
    count += 1
    cell += String(ReportRows.cells[row.cell] ?? 0)
    side += ReportRows.letter(row.side)
    day.append(row.day?.number)
    driver.append(row.drivers.reduce(0) { $0 | 1 << Int($1.rawValue) })
    flag.append(row.flags.reduce(0) { $0 | 1 << flags.number(of: $1) })
    grade.append(
      row.rating.map { grades.number(of: ReportGrade(scale: row.scale?.rawValue ?? "", value: $0)) }
    )
    source.append(sources.number(of: row.source))
  }

  private static let cells = Dictionary(
    uniqueKeysWithValues: zip(StoryCell.allCases, StoryCell.allCases.indices))

  private static func letter(_ side: StorySide?) -> String {
    switch side {
    case .good: "g"
    case .bad: "b"
    case .turn: "t"
    case .small: "s"
    case nil: "-"
    }
  }
}
