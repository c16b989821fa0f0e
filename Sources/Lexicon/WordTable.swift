/// What lexicon files say of words, by their spellings, the later ones over the earlier.
struct WordTable {
  /// What is said of one spelling.
  struct Entry {
    var norms = Norms()
    /// Bits are numbers in `LexiconBuilder.classNames`.
    var classes: ClassSet = []
    /// Occurrences in a million tokens; negative if unknown.
    var frequency: Int32 = -1
    /// The file and line of its norms; line 0 if it has none.
    var file: Int32 = 0
    var line: Int32 = 0
    /// Whether a pattern looks for it.
    var isInPattern = false

    /// Whether tokens are to be told apart by it.
    var isForm: Bool { line > 0 || !classes.isEmpty || isInPattern }
  }

  private(set) var spellings = SpellingTable()
  /// By the numbers of spellings.
  private(set) var entries = [Entry()]
  /// The forms of every row of a table, the first of which is the lemma, one row after another.
  private var rows: [Int32] = []
  private var rowStarts: [Int32] = []

  /// The number of a spelling.
  mutating func number(of text: Span<UInt8>, _ word: Range<Int>) -> Int32 {
    let number = spellings.insert(text, word)
    if number == entries.count { entries.append(Entry()) }
    return number
  }

  /// - Returns: the line of the same file in which the spelling has norms already, if any.
  mutating func setNorms(_ norms: Norms, of spelling: Int32, file: Int, line: Int) -> Int? {
    let earlier = entries[Int(spelling)]
    entries[Int(spelling)].norms = norms
    entries[Int(spelling)].file = Int32(file)
    entries[Int(spelling)].line = Int32(line)
    return earlier.line > 0 && earlier.file == file ? Int(earlier.line) : nil
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

  /// Notes that a pattern looks for a spelling.
  mutating func keep(_ spelling: Int32) { entries[Int(spelling)].isInPattern = true }

  /// The spellings that are forms, the commonest first: what most look-ups touch then lies close together.
  var order: [Int32] {
    var common: [(frequency: Int32, number: Int32)] = []
    var rare: [Int32] = []
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
