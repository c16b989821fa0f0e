import StoryAnalysis

/// How reviews divide, as counts that can be added up in any order.
///
/// One takes some 600 bytes and four for every word of its longest review.
public struct ReviewCounts: Sendable, Hashable {
  /// Reviews that figures count, by length band, then by cell.
  private var cells = [Int](repeating: 0, count: LengthBand.allCases.count * ReviewCounts.cellCount)
  /// The same, by length band, then by the side of their story: good, bad, turn.
  private var sides = [Int](repeating: 0, count: LengthBand.allCases.count * ReviewCounts.sideCount)
  private var lengths = LengthHistogram()
  public private(set) var tooShort = 0
  public private(set) var noExperience = 0
  public private(set) var otherLanguage = 0
  /// Experiences whose letters came before in their source.
  public private(set) var duplicates = 0
  /// Reviews that are counted and have no date.
  public private(set) var undated = 0
  /// Of the reviews that are counted.
  public private(set) var firstDay: Day?
  public private(set) var lastDay: Day?

  private static let cellCount = StoryCell.allCases.count
  private static let sideCount = 3

  public init() {}

  public init(_ rows: some Sequence<FigureRow>) {
    for row in rows { add(row) }
  }

  public mutating func add(_ row: FigureRow) {
    switch row.basis {
    case .tooShort:
      tooShort += 1
      return
    case .noExperience:
      noExperience += 1
      return
    case .otherLanguage:
      otherLanguage += 1
      return
    case .experience: break
    }
    if row.isDuplicate {
      duplicates += 1
      return
    }
    let band = LengthBand(words: row.words).place
    cells[band * ReviewCounts.cellCount + row.cell.place] += 1
    if let place = row.side?.place { sides[band * ReviewCounts.sideCount + place] += 1 }
    lengths.add(row.words)
    guard let day = row.day else {
      undated += 1
      return
    }
    firstDay = firstDay.map { min($0, day) } ?? day
    lastDay = lastDay.map { max($0, day) } ?? day
  }

  /// Adds the counts of other reviews.
  public mutating func add(_ other: ReviewCounts) {
    for place in cells.indices { cells[place] += other.cells[place] }
    for place in sides.indices { sides[place] += other.sides[place] }
    lengths.add(other.lengths)
    tooShort += other.tooShort
    noExperience += other.noExperience
    otherLanguage += other.otherLanguage
    duplicates += other.duplicates
    undated += other.undated
    firstDay = [firstDay, other.firstDay].compactMap { $0 }.min()
    lastDay = [lastDay, other.lastDay].compactMap { $0 }.max()
  }

  /// N: the reviews that are counted.
  public var count: Int { cells.reduce(0, +) }
  /// All reviews, those that are left out too.
  public var total: Int { count + tooShort + noExperience + otherLanguage + duplicates }
  /// The middle number of words; nil for no reviews.
  public var medianWords: Int? { lengths.median }

  public func count(_ cell: StoryCell) -> Int {
    LengthBand.allCases.reduce(0) { $0 + count(cell, in: $1) }
  }

  public func count(_ label: Label) -> Int {
    count(StoryCell(label, story: true)) + count(StoryCell(label, story: false))
  }

  public func count(_ band: LengthBand) -> Int {
    StoryCell.allCases.reduce(0) { $0 + count($1, in: band) }
  }

  public func count(_ cell: StoryCell, in band: LengthBand) -> Int {
    cells[band.place * ReviewCounts.cellCount + cell.place]
  }

  /// Stories whose label and moment are good, are bad, or disagree; small incidents for `small`.
  public func count(_ side: StorySide) -> Int {
    LengthBand.allCases.reduce(0) { $0 + count(side, in: $1) }
  }

  public func count(_ side: StorySide, in band: LengthBand) -> Int {
    guard let place = side.place else { return count(.neutralStory, in: band) }
    return sides[band.place * ReviewCounts.sideCount + place]
  }

  /// How many are for and against, in all or in a band.
  public func sides(of kind: BalanceKind, in band: LengthBand? = nil) -> (
    positive: Int, negative: Int
  ) {
    func sum(_ count: (LengthBand) -> Int) -> Int {
      band.map(count) ?? LengthBand.allCases.reduce(0) { $0 + count($1) }
    }
    switch kind {
    case .verdict:
      return (
        sum { count(.enthusiasticStory, in: $0) + count(.enthusiasticPlain, in: $0) },
        sum { count(.dissatisfiedStory, in: $0) + count(.dissatisfiedPlain, in: $0) }
      )
    case .story: return (sum { count(.good, in: $0) }, sum { count(.bad, in: $0) })
    }
  }

  public func balance(_ kind: BalanceKind) -> Balance {
    let (positive, negative) = sides(of: kind)
    return Balance(positive: positive, negative: negative, of: count)
  }
}

extension StoryCell {
  /// Its place in `allCases`.
  fileprivate var place: Int {
    switch self {
    case .enthusiasticStory: 0
    case .enthusiasticPlain: 1
    case .neutralPlain: 2
    case .neutralStory: 3
    case .dissatisfiedPlain: 4
    case .dissatisfiedStory: 5
    }
  }
}

extension StorySide {
  /// Where it is counted; small incidents have a cell of their own.
  fileprivate var place: Int? {
    switch self {
    case .good: 0
    case .bad: 1
    case .turn: 2
    case .small: nil
    }
  }
}
