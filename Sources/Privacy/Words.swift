import CLexicons

/// The names, cues and other words that redaction looks for, by their hashes.
///
/// Words are compared by 64-bit hashes alone: of some thousands of words, none is hit by chance.
struct Words: Sendable {
  /// What follows a phrase.
  struct Phrase: Sendable {
    /// The hashes of its pieces before the last one, the nearest first.
    var before: [UInt64]
    var cues: Cues
  }

  private var keys: [UInt64]
  private var values: [WordClasses]
  private var entries: [UInt16]
  private var used = 0
  /// The phrases that end with a word, by its entry, the longest first.
  private(set) var phrases: [[Phrase]] = [[]]
  /// The hashes of the further words of brands, by the entry of the first.
  private(set) var brands: [UInt16: [[UInt64]]] = [:]
  private(set) var streets: [[UInt8]] = []
  private(set) var weakStreets: [[UInt8]] = []
  /// A sentence of a `yes` or `no` row, with the data in `[[ ]]`.
  private(set) var examples: [String] = []

  /// Reads the files of `Lexicons/privacy` that are compiled in.
  init() throws(WordsError) {
    keys = Array(repeating: 0, count: 1 << 14)
    values = Array(repeating: [], count: 1 << 14)
    entries = Array(repeating: 0, count: 1 << 14)
    for number in 0..<verhaal_lexicon_file_count() {
      let file = unsafe verhaal_lexicon_files()[number]
      let path = unsafe String(cString: file.path)
      guard path.hasPrefix("privacy/") else { continue }
      let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
      try add(unsafe String(decoding: bytes, as: UTF8.self), path: path)
    }
  }

  /// - Throws: `WordsError` at the first row that has no known class.
  private mutating func add(_ text: String, path: String) throws(WordsError) {
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", maxSplits: 1)
      guard cells.count == 2 else {
        throw WordsError(
          path: path, line: number, message: "a row is a class, a tab and forms; put a tab between")
      }
      let forms = cells[1]
      switch cells[0] {
      case "yes", "no": examples.append(String(forms))
      case "street": streets += forms.split(separator: " ").map { Array($0.utf8) }
      case "streetweak": weakStreets += forms.split(separator: " ").map { Array($0.utf8) }
      case "brand": for form in forms.split(separator: " ") { addBrand(form) }
      default:
        if let classes = WordClasses.named[String(cells[0])],
          !path.hasSuffix("cues.tsv")
        {
          for form in forms.split(separator: " ") { insert(Words.hash(form), classes) }
        } else if let cues = Cues.named[String(cells[0])] {
          for phrase in forms.split(separator: "|") { addPhrase(phrase, cues) }
        } else {
          throw WordsError(
            path: path, line: number,
            message: "there is no class ‘\(cells[0])’; the file's head names them")
        }
      }
    }
    for entry in phrases.indices { phrases[entry].sort { $0.before.count > $1.before.count } }
  }

  /// The hash of a word in small letters without accents.
  static func hash(_ form: some StringProtocol) -> UInt64 {
    form.utf8.reduce(Letters.seed, Letters.hash)
  }

  private mutating func addBrand(_ form: Substring) {
    let words = form.split(separator: "_").map(Words.hash)
    let entry = entry(of: words[0], .brandStart)
    brands[entry, default: []].append(Array(words.dropFirst()))
  }

  private mutating func addPhrase(_ phrase: Substring, _ cues: Cues) {
    var pieces: [UInt64] = []
    for run in phrase.split(separator: " ") {
      var rest = run
      while let first = rest.utf8.first {
        let isLetter = first | 0x20 >= 0x61 && first | 0x20 <= 0x7A
        let end = isLetter ? rest.firstIndex { !$0.isLetter } ?? rest.endIndex : nil
        let digits = rest.firstIndex { !$0.isNumber } ?? rest.endIndex
        let cut = end ?? max(digits, rest.index(after: rest.startIndex))
        pieces.append(isLetter ? Words.hash(rest[..<cut]) : Words.markHash(first))
        rest = rest[cut...]
      }
    }
    guard let last = pieces.popLast() else { return }
    let before = Array(pieces.reversed())
    let entry = Int(entry(of: last, .cueEnd))
    if let known = phrases[entry].firstIndex(where: { $0.before == before }) {
      phrases[entry][known].cues.formUnion(cues)
    } else {
      phrases[entry].append(Phrase(before: before, cues: cues))
    }
  }

  /// Whether a word alone is a title before a name.
  func isTitle(_ word: String) -> Bool {
    phrases[Int(find(Words.hash(word)).entry)].contains {
      $0.before.isEmpty && !$0.cues.isDisjoint(with: [.title, .shortTitle])
    }
  }

  /// The hash of a mark, or of a number by its first digit.
  static func markHash(_ byte: UInt8) -> UInt64 { Letters.hash(1, byte) }

  private mutating func entry(of hash: UInt64, _ classes: WordClasses) -> UInt16 {
    let slot = insert(hash, classes)
    if entries[slot] == 0 {
      entries[slot] = UInt16(phrases.count)
      phrases.append([])
    }
    return entries[slot]
  }

  @discardableResult
  private mutating func insert(_ hash: UInt64, _ classes: WordClasses) -> Int {
    precondition(used < keys.count / 2, "more words than the table has room for")
    var slot = self.slot(hash)
    while keys[slot] != 0 && keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
    if keys[slot] == 0 { used += 1 }
    keys[slot] = hash
    values[slot].formUnion(classes)
    return slot
  }

  @inline(__always)
  private func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash &>> 32) & UInt64(keys.count - 1))
  }

  /// What is known of a word with this hash.
  @inline(__always)
  func find(_ hash: UInt64) -> (classes: WordClasses, entry: UInt16) {
    var slot = slot(hash)
    while keys[slot] != hash {
      if keys[slot] == 0 { return ([], 0) }
      slot = (slot &+ 1) & (keys.count - 1)
    }
    return (values[slot], entries[slot])
  }
}
