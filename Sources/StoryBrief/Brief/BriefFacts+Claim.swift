import StoryAnalysis

extension BriefFacts.Claim {
  /// Stories shown of each side.
  private static let mostShown = 2

  /// - Parameter candidates: the good stories that may be quoted, then the setbacks.
  init(
    _ claim: ClaimTally.Claim, _ candidates: [[StoryCandidate]], _ request: BriefRequest,
    _ mask: Mask, _ analyzer: Analyzer
  ) {
    let stories = candidates.flatMap { side in
      let found = side.filter { candidate in
        claim.match.fits(
          ClaimMatch.stems(of: candidate.review.text, analyzer: analyzer),
          drivers: candidate.review.drivers)
      }
      // However little memorable: here it counts what they are about.
      return StorySelection(
        found, leastMemorability: 0, mostWords: request.mostQuoteWords, analyzer: analyzer
      ).readable.prefix(Self.mostShown)
    }
    self.init(
      text: claim.match.text, confirming: claim.confirming, contradicting: claim.contradicting,
      stories: stories.map { BriefFacts.Story($0, mask) })
  }
}
