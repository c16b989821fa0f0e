/// What lexicon files say of words, by their spellings, the later ones over the earlier.
struct WordTable {
  /// What is said of one spelling.
  struct Entry {
    /// Bits are numbers in `LexiconBuilder.classNames`. Sixteen bytes, and first: so an entry has thirty-two.
    var classes: ClassSet = []
    var norms = Norms()
    /// Occurrences in a million tokens; negative if unknown.
    var frequency: Int32 = -1
    /// Whether it has norms, which may say nothing.
    var hasNorms = false
    /// Whether a pattern looks for it.
    var isInPattern = false
    /// Its number among the words with weights; 0 if it has none.
    var word: UInt16 = 0

    /// Whether it is known what it means or where it belongs.
    var isKnown: Bool { hasNorms || !classes.isEmpty || isInPattern }
    /// Whether tokens are to be told apart by it.
    var isForm: Bool { isKnown || word > 0 }
  }

  private(set) var spellings: SpellingTable
  /// By the numbers of spellings.
  private(set) var entries = [Entry()]
  /// The forms of every row of a table, the first of which is the lemma, one row after another.
  private var rows: [Int32] = []
  private var rowStarts: [Int32] = []

  /// - Parameter byteCount: how much there is to read; with room made at once, memory is touched once.
  init(byteCount: Int) {
    // Tables, and the patterns with them, have a spelling of their own in some twenty-five bytes.
    let count = byteCount / 24
    spellings = SpellingTable(capacity: count)
    entries.reserveCapacity(count)
    rows.reserveCapacity(count)
  }

  /// The number of a spelling.
  mutating func number(of text: Span<UInt8>, _ word: Range<Int>) -> Int32 {
    let number = spellings.insert(text, word)
    if number == entries.count { entries.append(Entry()) }
    return number
  }

  /// The number of a spelling; 0 if it has none.
  func number(of spelling: String) -> Int32 {
    let bytes = Array(spelling.utf8)
    return spellings.number(of: bytes.span, 0..<bytes.count)
  }

  mutating func setNorms(_ norms: Norms, of spelling: Int) {
    entries[spelling].norms = norms
    entries[spelling].hasNorms = true
  }

  /// Classes have numbers from 1; beyond the most that can be, a word is not noted.
  mutating func put(_ spelling: Int32, inClass number: Int32) {
    entries[Int(spelling)].classes.insert(ClassSet(bit: Int(number)))
  }

  mutating func takeOut(_ spelling: Int32, ofClass number: Int32) {
    entries[Int(spelling)].classes.remove(ClassSet(bit: Int(number)))
  }

  mutating func setFrequency(_ frequency: Int, of spelling: Int32) {
    entries[Int(spelling)].frequency = Int32(frequency)
  }

  mutating func setWord(_ word: UInt16, of spelling: Int32) {
    entries[Int(spelling)].word = word
  }

  /// Forgets which words have weights.
  mutating func removeWords() {
    for spelling in entries.indices { entries[spelling].word = 0 }
  }

  mutating func noteInPattern(_ spelling: Int32) { entries[Int(spelling)].isInPattern = true }

  /// Occurrences of a spelling in a million tokens, if known.
  func frequency(of spelling: String) -> Int? {
    let frequency = entries[Int(number(of: spelling))].frequency
    return frequency < 0 ? nil : Int(frequency)
  }

  /// The numbers of the spellings that are forms, the commonest first: in a table in this order, what most look-ups
  /// touch lies close together.
  func order() -> [Int32] {
    var common: [(frequency: Int32, number: Int32)] = []
    var rare: [Int32] = []
    rare.reserveCapacity(entries.count)
    for (number, entry) in zip(Int32(0)..., entries) where entry.isForm {
      if entry.frequency < 0 {
        rare.append(number)
      } else {
        common.append((entry.frequency, number))
      }
    }
    common.sort { ($1.frequency, $0.number) < ($0.frequency, $1.number) }
    return common.map(\.number) + rare
  }

  /// Adds a form to the last row, or begins another with it.
  mutating func addToRow(_ form: Int32, isFirst: Bool) {
    if isFirst { rowStarts.append(Int32(rows.count)) }
    rows.append(form)
  }

  /// The forms of all rows that begin with a lemma; a lemma may have rows in several tables.
  func forms(ofLemma lemma: Int32) -> [Int32] {
    var forms: [Int32] = []
    for (row, start) in rowStarts.enumerated() where rows[Int(start)] == lemma {
      let end = row + 1 < rowStarts.count ? Int(rowStarts[row + 1]) : rows.count
      forms += rows[Int(start)..<end]
    }
    return forms
  }
}
