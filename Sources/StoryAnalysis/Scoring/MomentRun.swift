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
    // Five of each at most, which need no array.
    var powers = SIMD8<Double>()
    var lengths = SIMD8<Double>()
    for (place, segment) in near.enumerated() {
      powers[place] = Link.power(score(segment).plus(-score(peak)))
      lengths[place] = Double(length(segment))
    }
    func bytes(_ run: Range<Int>) -> Double {
      var sum = 0.0
      for segment in run { sum += lengths[segment - near.lowerBound] }
      return sum
    }
    func expectedOverlap(_ run: Range<Int>) -> Double {
      var sum = 0.0
      // What readers may quote, each with how likely it is: two segments as likely as the better of them.
      for count in 1...2 {
        for first in near.dropLast(count - 1) {
          let quote = first..<first + count
          let power = max(
            powers[first - near.lowerBound], powers[quote.upperBound - 1 - near.lowerBound])
          let weight = power * (count == 1 ? 1 - pairs : pairs)
          sum += weight * 2 * bytes(run.clamped(to: quote)) / (bytes(run) + bytes(quote))
        }
      }
      return sum
    }
    var best = (run: peak..<peak + 1, gain: expectedOverlap(peak..<peak + 1))
    for first in near.dropLast() where first == peak - 1 || first == peak {
      let gain = expectedOverlap(first..<first + 2)
      if gain > best.gain { best = (first..<first + 2, gain) }
    }
    return best.run
  }
}
