import StoryBrief

extension Mask {
  /// A part of a story.
  func shown(_ story: RankedStory, _ range: Range<Int>) -> String {
    shown(
      story.text, range,
      praise: praise(
        in: story.text, titleLength: story.titleLength, label: story.label, flags: story.flags))
  }
}
