import Essentials
import Lexicon

/// How much of a text is quoted as its moment: the best segment, or that and a neighbour.
///
/// Scores tell how likely each segment is the moment, not how far a reader would quote. So the run is taken whose
/// overlap with what readers may quote is the largest to be expected, minimum Bayes risk (Kumar and Byrne 2004, with
/// the F1 over bytes as the gain): one segment where it stands out, two where either of them may be meant.
struct MomentRun {
  /// The segment with the highest score.
  let peak: Int
  /// The segments of the text.
  let segments: Range<Int>
  /// Share of moments that are two segments, 0 to 1.
  let pairs: Double

  /// The segments of which scores and lengths are asked for: runs further away do not overlap those with the peak.
  var neighbourhood: Range<Int> { (peak - 2..<peak + 3).clamped(to: segments) }

  /// The run with the largest expected overlap, the shorter of equal ones.
  ///
  /// - Parameters:
  ///   - score: of a segment as the moment, in ten-thousandths.
  ///   - length: its bytes, at least one.
  func best(score: (Int) -> Fixed, length: (Int) -> Int) -> Range<Int> {
    let near = neighbourhood
    let powers = near.map { Link.power(score($0).plus(-score(peak))) }
    let lengths = near.map { Double(length($0)) }
    let singles = near.map { $0..<$0 + 1 }
    let doubles = near.dropLast().map { $0..<$0 + 2 }
    func bytes(_ run: Range<Int>) -> Double {
      run.reduce(0) { $0 + lengths[$1 - near.lowerBound] }
    }
    // What readers may quote, each with how likely it is: two segments as likely as the better of them.
    let quotes = (singles + doubles).map { run in
      let power = run.map { powers[$0 - near.lowerBound] }.max() ?? 0
      return (run: run, weight: power * (run.count == 1 ? 1 - pairs : pairs))
    }
    func expectedOverlap(_ run: Range<Int>) -> Double {
      quotes.reduce(0) { sum, quote in
        let common = bytes(run.clamped(to: quote.run))
        return sum + quote.weight * 2 * common / (bytes(run) + bytes(quote.run))
      }
    }
    var best = (run: peak..<peak + 1, gain: expectedOverlap(peak..<peak + 1))
    for run in doubles where run.contains(peak) {
      let gain = expectedOverlap(run)
      if gain > best.gain { best = (run, gain) }
    }
    return best.run
  }
}
