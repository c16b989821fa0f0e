/// A part of a whole for people: a percentage from a hundred on, `n of N` below.
///
/// One review of fewer than a hundred is more than a percent, so that a percentage would claim more than is known.
enum Share {
  static let leastWhole = 100

  static func text(_ part: Int, of whole: Int) -> String {
    whole < leastWhole ? "\(part) of \(whole)" : percent(part, of: whole)
  }

  /// As a whole percentage; `<1%` for one that would be written 0% and is not.
  static func percent(_ part: Int, of whole: Int) -> String {
    let percent = Int((Double(part) / Double(whole) * 100).rounded())
    return part > 0 && percent == 0 ? "<1%" : "\(percent)%"
  }

  /// With the count: `13%  212`, or `2 of 16`.
  static func cell(_ part: Int, of whole: Int) -> String {
    whole < leastWhole
      ? text(part, of: whole)
      : percent(part, of: whole) + Column.right(Number.grouped(part), 8)
  }
}
