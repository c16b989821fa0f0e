/// Why there are no figures.
enum FigureError: Error, CustomStringConvertible {
  case tooManyGroups
  case noField(String, known: [String])
  case noDates

  var description: String {
    switch self {
    case .tooManyGroups:
      "--by: more than \(Number.grouped(FigureTally.mostGroups)) values, so that nothing is put together. "
        + "hint: name a column such as a product or a shop"
    case .noField(let name, let known):
      "--by: no review has a value in a column ‘\(Terminal.safe(name))’. hint: "
        + (known.isEmpty
          ? "month, source or driver"
          : "month, source, driver, or one of "
            + known.prefix(20).map(Terminal.safe).joined(separator: ", "))
    case .noDates: "no review has a date. hint: name the column with --date"
    }
  }
}
