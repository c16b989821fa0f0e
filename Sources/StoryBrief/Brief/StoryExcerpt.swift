import StoryAnalysis

/// The part of a review that is quoted: the moment with sentences around it, and what is left out.
struct StoryExcerpt {
  /// Bytes of the text; the moment stands between what goes before and what follows.
  let range: Range<Int>
  let moment: Range<Int>
  let hasMoreBefore: Bool
  let hasMoreAfter: Bool
  /// Words in it, and in the moment alone.
  let wordCount: Int
  let momentWordCount: Int

  /// What stands where something is left out.
  static let omission = "[…]"

  /// Sentences to either side.
  private static let mostContext = 2

  /// - Parameters:
  ///   - titleLength: bytes of the title, which is left out unless the moment stands in it.
  ///   - moment: bytes of the text.
  ///   - mostWords: in all.
  init?(_ text: [UInt8], titleLength: Int, moment: Range<Int>, mostWords: Int, analyzer: Analyzer) {
    let moment = moment.clamped(to: 0..<text.count)
    let isInTitle = moment.lowerBound < titleLength
    let start = isInTitle || titleLength == 0 ? 0 : min(titleLength + 1, text.count)
    var sentences: [(range: Range<Int>, words: [Range<Int>])] = []
    var last: Int32 = -1
    for token in analyzer.tokens(of: Array(text[start...])) {
      let range = start + Int(token.start)..<start + Int(token.end)
      let isWord = token.kind != .punctuation && token.kind != .symbol
      if token.sentence == last, var sentence = sentences.popLast() {
        sentence.range = sentence.range.lowerBound..<range.upperBound
        if isWord { sentence.words.append(range) }
        sentences.append(sentence)
      } else {
        sentences.append((range, isWord ? [range] : []))
      }
      last = token.sentence
    }
    guard let from = sentences.firstIndex(where: { $0.range.upperBound > moment.lowerBound }),
      let to = sentences.lastIndex(where: { $0.range.lowerBound < moment.upperBound }), from <= to
    else { return nil }
    let own = sentences[from...to].flatMap(\.words)
    let inMoment = own.filter { $0.overlaps(moment) }
    var count = own.count
    if count > mostWords {
      // One long sentence: as much of it around the moment as may be, in whole words.
      guard let first = own.firstIndex(where: { $0.overlaps(moment) }) else { return nil }
      let before = max(0, (mostWords - inMoment.count) / 2)
      let begin = max(0, first - before)
      let end = min(own.count, begin + mostWords) - 1
      let isWhole = end == own.count - 1
      let start = begin == 0 ? sentences[from].range.lowerBound : own[begin].lowerBound
      range = start..<(isWhole ? sentences[to].range.upperBound : own[end].upperBound)
      hasMoreBefore = begin > 0 || from > 0
      hasMoreAfter = !isWhole || to < sentences.count - 1
      count = end - begin + 1
    } else {
      var (begin, end) = (from, to)
      var isOpen = true
      while isOpen {
        isOpen = false
        if begin > 0, from - begin < Self.mostContext,
          count + sentences[begin - 1].words.count <= mostWords
        {
          begin -= 1
          count += sentences[begin].words.count
          isOpen = true
        }
        if end < sentences.count - 1, end - to < Self.mostContext,
          count + sentences[end + 1].words.count <= mostWords
        {
          end += 1
          count += sentences[end].words.count
          isOpen = true
        }
      }
      range = sentences[begin].range.lowerBound..<sentences[end].range.upperBound
      hasMoreBefore = begin > 0
      hasMoreAfter = end < sentences.count - 1
    }
    self.moment = moment.clamped(to: range)
    wordCount = count
    momentWordCount = inMoment.count
  }
}
