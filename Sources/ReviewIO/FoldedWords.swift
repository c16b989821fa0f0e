/// Short words with what they mean, found without regard to the case of ASCII letters.
struct FoldedWords<Meaning: Sendable>: Sendable {
  /// By the number of bytes, as few words are equally long.
  private var entries: [[(word: FoldedWord, meaning: Meaning)]]

  init(_ words: [(String, Meaning)]) {
    entries = Array(repeating: [], count: FoldedWord.maximumCount + 1)
    for (word, meaning) in words { entries[word.utf8.count].append((FoldedWord(word), meaning)) }
  }

  /// What the word in the range means, or `nil` for another word.
  func meaning(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Meaning? {
    guard range.count <= FoldedWord.maximumCount, !entries[range.count].isEmpty,
      let word = FoldedWord(bytes, range)
    else { return nil }
    return entries[range.count].first { $0.word == word }?.meaning
  }
}
