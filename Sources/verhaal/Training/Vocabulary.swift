import StoryAnalysis

/// The words of the reviews to learn from.
struct Vocabulary: Sendable {
  /// What is known of one word.
  private struct Word {
    let form: String
    /// In how many reviews it stands.
    var reviewCount = 0
    /// How often it stands inside a sentence, and how often with a capital there.
    var innerCount = 0
    var capitalCount = 0
    /// Whether the lexicon holds it for more than its weights.
    var isKnown = false

    /// Whether it is a name of a person or a company, as far as capitals tell: a quarter of them is enough in reviews, which
    /// do without many; of a word with a meaning, two fifths.
    var isName: Bool { (isKnown ? 5 : 8) * capitalCount > 2 * innerCount }
  }

  private var words: [Word] = []
  private var numbers: [String: Int] = [:]

  /// Numbers the words of a review, and counts them if they are to count; returns the number of each once, ascending.
  mutating func add(_ review: [TextWord], counting: Bool = true) -> [Int] {
    var present: Set<Int> = []
    for word in review {
      let number = numbers[word.form] ?? words.count
      if number == words.count {
        numbers[word.form] = number
        words.append(Word(form: word.form))
      }
      words[number].isKnown = words[number].isKnown || word.isKnown
      let isFirstHere = present.insert(number).inserted
      guard counting else { continue }
      if !word.isFirst {
        words[number].innerCount += 1
        if word.isCapitalised { words[number].capitalCount += 1 }
      }
      if isFirstHere { words[number].reviewCount += 1 }
    }
    return present.sorted()
  }

  /// The words that may get weights, by their forms: those in so many reviews that are no names.
  func usable(least: Int) -> [(form: String, number: Int)] {
    words.indices.filter { words[$0].reviewCount >= least && !words[$0].isName }
      .map { (words[$0].form, $0) }.sorted { $0.form < $1.form }
  }
}
