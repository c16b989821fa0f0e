import Lexicon
import ReviewStore
import StoryAnalysis
import StoryFigures

/// Which stories of one side a brief tells.
struct StorySelection {
  /// A story with the part of it that is quoted.
  struct Chosen {
    let candidate: StoryCandidate
    let excerpt: StoryExcerpt
  }

  /// The candidates that can be read alone, the strongest first, of near-copies the best.
  let readable: [Chosen]

  /// As many as one reads in a minute.
  private static let most = 3
  /// 0 to 3. On graded reviews of eleven sources, what is below was mostly a remark and no story to pass on.
  static let leastMemorability: Fixed = 12_000
  /// Shorter moments and quotes are not understood without the rest.
  private static let leastWords = (moment: 6, quote: 12)

  /// - Parameters:
  ///   - candidates: equal ones in the order of import.
  ///   - leastMemorability: 0 to 3, in ten-thousandths.
  ///   - mostWords: in a quote.
  init(
    _ candidates: [StoryCandidate], leastMemorability: Fixed = Self.leastMemorability,
    mostWords: Int, analyzer: Analyzer
  ) {
    let ranked = candidates.filter { $0.review.memorability >= leastMemorability }.ranked
    var copies = CopyClusters(capacity: ranked.count)
    for candidate in ranked {
      var signature: [UInt8] = []
      let text = candidate.review.text
      TextSignature(0..<text.count, in: text).append(toStored: &signature)
      copies.add(signature)
    }
    var seen: Set<Int> = []
    readable = zip(ranked, copies.clusters()).compactMap { candidate, cluster in
      guard seen.insert(cluster).inserted, let moment = candidate.review.moment,
        let excerpt = StoryExcerpt(
          candidate.review.text, titleLength: candidate.review.titleLength, moment: moment,
          mostWords: mostWords, analyzer: analyzer),
        excerpt.momentWordCount >= Self.leastWords.moment,
        excerpt.wordCount >= Self.leastWords.quote,
        !Self.isShouted(candidate.review.text[excerpt.range])
      else { return nil }
      return Chosen(candidate: candidate, excerpt: excerpt)
    }
  }

  /// At most three, of different subjects first.
  var best: [Chosen] {
    var chosen: [Int] = []
    for isRepeated in [false, true] {
      for (place, story) in readable.enumerated() where chosen.count < Self.most {
        let isKnown = chosen.contains { readable[$0].candidate.driver == story.candidate.driver }
        if !chosen.contains(place) && (isRepeated || !isKnown) { chosen.append(place) }
      }
    }
    return chosen.sorted().map { readable[$0] }
  }

  /// Whether most of its letters are capitals.
  private static func isShouted(_ text: ArraySlice<UInt8>) -> Bool {
    let small = text.count { $0 &- 0x61 < 26 }
    let large = text.count { $0 &- 0x41 < 26 }
    return large > small
  }
}
