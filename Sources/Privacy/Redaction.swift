/// A text with its personal data masked.
public struct Redaction: Sendable, Equatable {
  /// The masked text; outside the spans, the bytes are those of the text as read.
  public internal(set) var text: [UInt8] = []
  /// What was masked, by place; spans do not overlap.
  public internal(set) var spans: [PersonalSpan] = []
}
