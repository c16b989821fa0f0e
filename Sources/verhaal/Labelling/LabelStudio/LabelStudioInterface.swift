import Lexicon
import StoryAnalysis

/// The labelling interface of a Label Studio project, which its tasks and our questions go with.
///
/// Source of the tags: Label Studio's documentation of Text, Labels, Choices and Rating.
enum LabelStudioInterface {
  /// The interface as XML.
  static var xml: String {
    """
    <View>
      <Labels name="\(LabelStudioField.moment.rawValue)" toName="\(LabelStudioField.text)">
        <Label value="\(LabelStudioField.momentMark)"/>
      </Labels>
      <Text name="\(LabelStudioField.text)" value="$\(LabelStudioField.text)"/>
    \(choices(.label, Label.allCases.map(\.rawValue), #"choice="single" required="true""#))
    \(choices(.story, [LabelStudioField.yes, LabelStudioField.no], #"choice="single" required="true""#))
      <Rating name="\(LabelStudioField.memorability.rawValue)" toName="\(LabelStudioField.text)" maxRating="3"/>
    \(choices(.drivers, LabelAnswer.drivers.map(\.name), #"choice="multiple""#))
    \(choices(.sure, [LabelStudioField.yes, LabelStudioField.no], #"choice="single""#))
    </View>
    """
  }

  private static func choices(
    _ field: LabelStudioField, _ values: [String], _ attributes: String
  ) -> String {
    let name = field.rawValue
    return """
        <Header value="\(name)" size="5"/>
        <Choices name="\(name)" toName="\(LabelStudioField.text)" \(attributes) showInLine="true">
      \(values.map { "    <Choice value=\"\($0)\"/>" }.joined(separator: "\n"))
        </Choices>
      """
  }
}
