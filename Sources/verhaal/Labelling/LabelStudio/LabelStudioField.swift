/// What Label Studio asks of a review; the raw values are the names of its controls.
enum LabelStudioField: String {
  case label, story, memorability, moment, drivers, sure

  /// The name of the text that they are asked of, in tasks and in the interface.
  static let text = "text"
  /// What a marked part of the text is called.
  static let momentMark = "moment"
  static let yes = "yes"
  static let no = "no"
}
