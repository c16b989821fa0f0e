import Lexicon

/// Numbers of a verdict, which another program may have changed to what cannot be; the last column is the review's place
/// in the store.
extension Statement {
  /// A number in ten-thousandths.
  ///
  /// - Throws: `StoreError` for one that is too large to be one.
  func fixed(_ column: Int) throws(StoreError) -> Fixed {
    let value = real(column)
    guard value.magnitude * Double(Fixed.one) < Double(Fixed.max) else {
      throw damage("\(review) has \(value) as \(name(column))")
    }
    return Fixed(rounding: value)
  }

  func optionalFixed(_ column: Int) throws(StoreError) -> Fixed? {
    isNull(column) ? nil : try fixed(column)
  }

  /// A part of a text by the column of its first byte and, right behind it, that of its end; nil where there is none.
  ///
  /// - Throws: `StoreError` for what is no part of it.
  func part(_ column: Int, of text: [UInt8]) throws(StoreError) -> Range<Int>? {
    if isNull(column) { return nil }
    let (start, end) = (integer(column), integer(column + 1))
    guard 0 <= start, start <= end, end <= text.count else {
      throw damage("\(review) has a moment from \(start) to \(end) in \(text.count) bytes")
    }
    return Int(start)..<Int(end)
  }

  private var review: String { "review \(integer(columnCount - 1))" }
}
