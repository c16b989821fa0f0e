/// Names that may be shown, and where they stand in a text: whole words, whatever their case.
struct ShownNames: Sendable {
  /// A word of a text or of a name, in lower case.
  private struct NameWord {
    let text: String
    let range: Range<Int>
  }

  /// The words of each name, without a title before it.
  private let names: [[String]]

  init(_ names: [String], _ known: borrowing Words) {
    var split: [[String]] = []
    for name in names {
      let bytes = Array(name.utf8)
      split.append(Self.withoutTitle(Self.words(bytes.span, 0..<bytes.count), known).map(\.text))
    }
    self.names = split
  }

  var isEmpty: Bool { names.allSatisfy(\.isEmpty) }

  /// Whether a part of a text is one of the names and nothing else, but for a title before it or the s of a possessive.
  func isShown(_ text: Span<UInt8>, _ range: Range<Int>, _ known: borrowing Words) -> Bool {
    let words = Self.withoutTitle(Self.words(text, range), known)
    return names.contains { name in
      Self.fits(name, words, known)
        || words.last?.text == "s" && Self.fits(name, words.dropLast(), known)
    }
  }

  /// Where the names stand in a part of a text, each by its place in the list.
  ///
  /// - Parameter persons: where the text speaks of persons. What these hold beside a name makes it another person's; a
  ///   name that is a word, too, counts only there.
  func places(
    in text: Span<UInt8>, _ range: Range<Int>, persons: [Range<Int>], _ known: borrowing Words
  ) -> [Int] {
    let words = Self.words(text, range)
    var found: [Int] = []
    for (number, name) in names.enumerated() where !name.isEmpty && name.count <= words.count {
      for start in 0...(words.count - name.count) {
        let candidate = words[start..<start + name.count]
        guard Self.fits(name, candidate, known), let first = candidate.first,
          let last = candidate.last
        else { continue }
        let place = first.range.lowerBound..<last.range.upperBound
        let around = persons.filter { $0.overlaps(place) }
        var isPerson = around.allSatisfy { isShown(text, $0, known) }
        if around.isEmpty && name.count == 1 {
          isPerson = Self.classes(first.text, known).isDisjoint(with: Self.ambiguous)
        }
        if isPerson {
          found.append(number)
          break
        }
      }
    }
    return found
  }

  /// What a name can be besides.
  private static let ambiguous: WordClasses = [
    .plain, .capital, .cue, .nameword, .month, .place, .unit, .act,
  ]

  private static func withoutTitle(
    _ words: [NameWord], _ known: borrowing Words
  ) -> ArraySlice<NameWord> {
    words.count > 1 && known.isTitle(words[0].text) ? words.dropFirst() : words[...]
  }

  /// Whether words are those of a name; the last may have the s of a possessive, unless that makes another name.
  private static func fits(
    _ name: [String], _ words: ArraySlice<NameWord>, _ known: borrowing Words
  ) -> Bool {
    guard name.count == words.count, let last = words.last?.text, let end = name.last else {
      return false
    }
    guard zip(name, words).dropLast().allSatisfy({ $0 == $1.text }) else { return false }
    if last == end { return true }
    return last == end + "s"
      && classes(last, known).isDisjoint(with: [.name, .capital, .cue, .surname])
  }

  private static func classes(_ word: String, _ known: borrowing Words) -> WordClasses {
    known.find(Words.hash(word[...])).classes
  }

  /// Runs of letters and digits.
  private static func words(_ text: Span<UInt8>, _ range: Range<Int>) -> [NameWord] {
    var bytes: [UInt8] = []
    bytes.append(text, range)
    var words: [NameWord] = []
    var word = String.UnicodeScalarView()
    var at = range.lowerBound
    var start = at
    func end() {
      guard !word.isEmpty else { return }
      words.append(NameWord(text: String(word).lowercased(), range: start..<at))
    }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isLetter =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.canonicalCombiningClass != .notReordered
      if !isLetter {
        end()
        word = String.UnicodeScalarView()
      } else {
        if word.isEmpty { start = at }
        word.append(scalar)
      }
      at += UTF8.width(scalar)
    }
    end()
    return words
  }
}
