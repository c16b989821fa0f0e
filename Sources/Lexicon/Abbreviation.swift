/// An abbreviation that is written with a full stop, as one row of `abbreviations.tsv`.
public struct Abbreviation: Sendable, Hashable {
  /// What the full stop of an abbreviation says about the sentence.
  public enum Use: String, CaseIterable, Sendable {
    /// Something always follows, so it never ends a sentence: `bijv.`, `mevr.`.
    case inner
    /// It may be the last of its sentence, and is when a capital follows: `enz.`, `a.u.b.`.
    case final
    /// Also a word or a name, and an abbreviation only beside a number or before *t/m*: `min.`.
    case numeric
  }

  /// The form with its full stops, in lower case; behind a hyphen, the end of a compound: `-nr.`.
  public var form: String
  public var use: Use

  public init(form: String, use: Use = .inner) {
    self.form = form
    self.use = use
  }
}
