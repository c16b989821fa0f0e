import Lexicon

/// A figure of an evaluation, beside that of a model that has seen the reviews where there is one.
struct Figure {
  /// Its name in the JSON output.
  let key: String
  /// Its name for people.
  let title: String
  let value: Double
  let fittedOn: Double?
  /// That of another program; nil where there is none, or it gives no answer to this.
  var beside: Double?

  /// By how much a model that has seen the reviews is ahead, of the figures as they are printed.
  var gap: Double? {
    fittedOn.map { (Fixed(rounding: $0) - Fixed(rounding: value)).asDouble }
  }

  var line: String {
    let line = Column.left(title, 22) + Number.decimal(value)
    guard let fittedOn, let gap else { return line }
    let columns =
      Column.left(line, 32) + Column.left(Number.decimal(fittedOn), 9)
      + Column.right(Number.decimal(gap), 9)
    return columns + (beside.map { Column.right(Number.decimal($0), 10) } ?? "")
  }
}
