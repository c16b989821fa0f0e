import StoryAnalysis

extension BriefFacts.Claim {
  /// Stories shown of each side.
  private static let mostShown = 2

  /// - Parameter candidates: the good stories, then the setbacks.
  init(
    _ text: String, _ candidates: [[StoryCandidate]], _ request: BriefRequest, _ mask: Mask,
    _ analyzer: Analyzer
  ) {
    let match = ClaimMatch(text, analyzer: analyzer)
    let found = candidates.map { side in
      side.filter { candidate in
        match.fits(
          ClaimMatch.stems(of: candidate.review.text, analyzer: analyzer),
          drivers: candidate.review.drivers)
      }
    }
    let stories = found.flatMap { side in
      // However little memorable: here it counts what they are about.
      StorySelection(
        side, leastMemorability: 0, mostWords: request.mostQuoteWords, analyzer: analyzer
      ).readable.prefix(Self.mostShown)
    }
    self.init(
      text: text, confirming: found[0].count, contradicting: found[1].count,
      stories: stories.map { BriefFacts.Story($0, mask) })
  }
}
