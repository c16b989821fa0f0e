/// What a column on permission says of a review.
public enum PermissionAnswer: Sendable, Equatable {
  /// On which day, as `yyyy-mm-dd`, where that is said.
  case given(date: String?)
  case refused

  /// - Returns: nil for what is neither a yes, nor a no, nor a day.
  public init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let range = bytes.trimmed(range)
    if let meaning = Self.words.meaning(bytes, range) {
      self = meaning ? .given(date: nil) : .refused
    } else if let date = CalendarDate(bytes, range) {
      var text: [UInt8] = []
      date.append(to: &text)
      self = .given(date: String(decoding: text, as: UTF8.self))
    } else {
      return nil
    }
  }

  private static let words = FoldedWords(
    [
      "ja", "j", "yes", "y", "true", "waar", "1", "akkoord", "ja akkoord", "ja, akkoord",
      "ja graag", "ja, graag", "wel", "toegestaan", "toestemming", "gegeven", "ok", "oke", "oké",
      "allowed", "granted", "agreed", "given",
    ].map { ($0, true) }
      + [
        "nee", "n", "no", "false", "onwaar", "0", "niet", "geen", "niet akkoord", "nee bedankt",
        "nee, bedankt", "liever niet", "nee, liever niet", "niet toegestaan", "geen toestemming",
        "geweigerd", "refused", "denied", "not allowed", "declined", "none", "never", "nooit",
      ].map { ($0, false) })
}
