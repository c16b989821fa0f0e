import Lexicon
import StoryFigures

extension JSONWriter {
  /// Adds an object with a balance: value, low, high, halfWidth.
  mutating func balance(_ balance: Balance?) {
    guard let balance else { return null() }
    open()
    members(of: balance)
    close()
  }

  mutating func members(of balance: Balance) {
    key("value")
    optional(balance.value.map { Fixed(rounding: $0) })
    key("low")
    fixed(Fixed(rounding: balance.low))
    key("high")
    fixed(Fixed(rounding: balance.high))
    key("halfWidth")
    fixed(Fixed(rounding: balance.halfWidth))
  }

  mutating func change(_ change: Change) {
    open()
    key("difference")
    optional(change.value.map { Fixed(rounding: $0) })
    key("low")
    fixed(Fixed(rounding: change.low))
    key("high")
    fixed(Fixed(rounding: change.high))
    key("halfWidth")
    fixed(Fixed(rounding: change.halfWidth))
    key("direction")
    string(change.direction.rawValue)
    close()
  }

  /// Adds the key `cells` with the count of each of the six.
  mutating func cells(_ counts: ReviewCounts) {
    key("cells")
    open()
    for cell in StoryCell.allCases {
      key(escaping: cell.key)
      integer(counts.count(cell))
    }
    close()
  }

  /// Adds the keys that every set of reviews has: n, total, excluded, medianWords, lengths, cells, stories, balances, days.
  mutating func counts(_ counts: ReviewCounts, unreadable: Int? = nil) {
    key("n")
    integer(counts.count)
    key("total")
    integer(counts.total)
    Excluded(counts: counts, unreadable: unreadable).write(to: &self)
    key("medianWords")
    optional(counts.medianWords)
    key("lengths")
    open()
    for band in LengthBand.allCases {
      key(escaping: band.rawValue)
      integer(counts.count(band))
    }
    close()
    cells(counts)
    key("stories")
    open()
    key("good")
    integer(counts.count(.good))
    key("bad")
    integer(counts.count(.bad))
    key("turn")
    integer(counts.count(.turn))
    key("small")
    integer(counts.count(.small))
    close()
    key("firstDate")
    optional(counts.firstDay?.description)
    key("lastDate")
    optional(counts.lastDay?.description)
    key("undated")
    integer(counts.undated)
    for kind in BalanceKind.allCases {
      key(escaping: kind.key)
      balance(counts.balance(kind))
    }
  }

  /// Adds the key `standardized`: the figures at the lengths of the standard.
  mutating func standardized(_ counts: ReviewCounts, by standard: LengthStandard) {
    key("standardized")
    open()
    key("coverage")
    fixed(Fixed(rounding: standard.coverage(of: counts)))
    key("shares")
    open()
    for cell in StoryCell.allCases {
      key(escaping: cell.key)
      optional(standard.share(cell, in: counts).map { Fixed(rounding: $0) })
    }
    close()
    for kind in BalanceKind.allCases {
      key(escaping: kind.key)
      balance(standard.balance(kind, of: counts))
    }
    close()
  }
}
