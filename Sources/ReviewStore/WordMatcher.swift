/// Searches texts for words as the full-text index of a store does; for use from one thread at a time.
public final class WordMatcher {
  private let search: WordSearch
  private let tokenizer: WordTokenizer

  /// - Throws: `StoreError` where SQLite has no full-text search.
  public init(_ search: WordSearch) throws(StoreError) {
    self.search = search
    tokenizer = try WordTokenizer()
  }

  /// Whether a text holds all the words.
  public func matches(_ text: some Collection<UInt8>) -> Bool {
    tokenizer.read(text)
    return search.phrases.allSatisfy(holds)
  }

  private func holds(_ phrase: WordSearch.Phrase) -> Bool {
    let last = phrase.words.count - 1
    guard tokenizer.count > last else { return false }
    return (0..<tokenizer.count - last).contains { start in
      phrase.words.indices.allSatisfy { place in
        let word = tokenizer[start + place]
        return place == last && phrase.isOpen
          ? word.starts(with: phrase.words[place]) : word.elementsEqual(phrase.words[place])
      }
    }
  }
}
