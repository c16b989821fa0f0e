/// A run of text in a brief that is set in one way.
public struct BriefSpan: Sendable, Hashable {
  public enum Style: Sendable, Hashable {
    case plain, strong, emphasis
    /// A line to write on; it has no text of its own.
    case blank
  }

  public var text: String
  public var style: Style
  /// Whether it stands in the data, such as a quote or a name, and is not our own.
  public var isGiven: Bool

  public init(_ text: String, _ style: Style = .plain, isGiven: Bool = false) {
    self.text = text
    self.style = style
    self.isGiven = isGiven
  }

  static let blank = BriefSpan("", .blank)
}

extension [BriefSpan] {
  var text: String { map(\.text).joined() }

  /// The spans with their first letter large.
  var capitalised: [BriefSpan] {
    guard let place = firstIndex(where: { !$0.text.isEmpty }), !self[place].isGiven else {
      return self
    }
    var spans = self
    spans[place].text = spans[place].text.prefix(1).uppercased() + spans[place].text.dropFirst()
    return spans
  }

  /// Puts lists of spans behind each other with a text between them.
  static func joined(_ parts: [[BriefSpan]], by separator: String) -> [BriefSpan] {
    var spans: [BriefSpan] = []
    for (place, part) in parts.enumerated() {
      if place > 0 { spans.append(BriefSpan(separator)) }
      spans += part
    }
    return spans
  }
}
