import Lexicon
import StoryAnalysis

/// What is said of a review, as far as it is measured: by the analyser or by another program.
struct Verdict {
  let label: Label
  /// The probability of that label.
  let confidence: Fixed
  let story: Bool
  /// Expected grade, 0 to 3.
  let memorability: Fixed
  /// The bytes of the first moment; nil where there is none, or none was asked for.
  let moment: Range<Int>?
  /// Words in the text, as the analyser counts them.
  let wordCount: Int

  init(_ analysis: Analysis) {
    label = analysis.label
    confidence = analysis.probabilities[label]
    story = analysis.story
    memorability = analysis.memorability
    moment = analysis.moments.first.map { $0.start..<$0.end }
    wordCount = analysis.wordCount
  }

  /// The answer of a peer, rounded as an analysis is; it finds a story from a probability of a half on.
  init(_ answer: PeerAnswer, wordCount: Int) {
    label = answer.label
    confidence = Fixed(rounding: answer.probability)
    story = answer.storyProbability >= 0.5
    memorability = Fixed(rounding: answer.memorability)
    moment = nil
    self.wordCount = wordCount
  }
}
