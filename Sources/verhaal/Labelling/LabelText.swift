import StoryAnalysis

/// A review cut into sentences, of which a moment is chosen.
struct LabelText {
  private let whole: [UInt8]
  /// Bytes of every sentence; the title is cut by itself.
  private let ranges: [Range<Int>]

  init(_ candidate: LabelCandidate, analyzer: Analyzer) {
    whole = Array(candidate.whole.utf8)
    var ranges: [Range<Int>] = []
    var start = 0
    for part in [candidate.title, candidate.text].compactMap({ $0 }) {
      var last: Int32?
      for token in analyzer.tokens(of: Array(part.utf8)) {
        let range = (start + token.range.lowerBound)..<(start + token.range.upperBound)
        if token.sentence == last, let open = ranges.popLast() {
          ranges.append(open.lowerBound..<range.upperBound)
        } else {
          ranges.append(range)
        }
        last = token.sentence
      }
      start += part.utf8.count + 1
    }
    self.ranges = ranges
  }

  var sentences: [String] { ranges.map { String(decoding: whole[$0], as: UTF8.self) } }

  /// The words that an answer means: a sentence by its number, a run such as `2-3`, or a clause copied from the text.
  ///
  /// - Returns: nil where it means none; nothing means the only sentence.
  func moment(_ answer: String) -> String? {
    let numbers = answer.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    var chosen: Range<Int>?
    if answer.isEmpty && ranges.count == 1 {
      chosen = ranges[0]
    } else if numbers.count <= 2, let first = numbers[0], let last = numbers[numbers.count - 1],
      first >= 1, first <= last, last <= ranges.count
    {
      chosen = ranges[first - 1].lowerBound..<ranges[last - 1].upperBound
    } else if answer.contains(" "), String(decoding: whole, as: UTF8.self).contains(answer) {
      return answer
    }
    return chosen.map { String(decoding: whole[$0], as: UTF8.self) }
  }
}
