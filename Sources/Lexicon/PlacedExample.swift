/// Where an example of a rule stands in the file of the rule.
struct PlacedExample {
  /// The sentence as written, in bytes.
  var sentence: Range<Int32>
  /// Between its marks, if it is one that the rule must match.
  var marked: Range<Int32>?
  var line: Int32
  var column: Int32

  /// The example itself.
  ///
  /// - Parameter text: the file.
  func example(in text: Span<UInt8>) -> RuleExample {
    let all = Int(sentence.lowerBound)..<Int(sentence.upperBound)
    var parts = [all]
    var span: Range<Int>?
    if let marked {
      let (start, end) = (Int(marked.lowerBound), Int(marked.upperBound))
      parts = [all.lowerBound..<start - 2, start..<end, end + 2..<all.upperBound]
      span = start - 2 - all.lowerBound..<end - 2 - all.lowerBound
    }
    var bytes: [UInt8] = []
    for part in parts { for at in part { bytes.append(text[at]) } }
    return RuleExample(text: bytes, span: span, line: Int(line), column: Int(column))
  }
}
