/// What a token is, judged by its form alone.
public enum TokenKind: UInt8, Sendable, CaseIterable {
  /// A word, also with clitics, hyphens or digits inside: `zo'n`, `kant-en-klaar`, `A5`.
  case word
  /// A number, also with a unit glued on: `1.250,50`, `10%`, `30cm`, `2x`.
  case number
  /// `1e`, `24ste`, `2de`, and the `1.` before an item of a list.
  case ordinal
  /// A currency sign, the number behind it, or an amount in `,-`.
  case money
  /// `14:30`, `10.00` before *uur*, `14u30`.
  case time
  /// `3-3-2026`, `12/05`.
  case date
  /// A school grade: `8-`, `9+`, `7/10`.
  case grade
  /// A web address, also a bare domain: `bol.com`.
  case url
  /// An e-mail address.
  case email
  /// `@naam`.
  case handle
  /// `#woord`.
  case hashtag
  /// A face made of punctuation: `:-)`, `<3`.
  case emoticon
  /// One emoji with its modifiers, joined sequence, flag or keycap.
  case emoji
  /// A mark of punctuation or a run of one.
  case punctuation
  /// Any other sign, and every byte that is not valid UTF-8.
  case symbol
}
