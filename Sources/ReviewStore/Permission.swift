/// Whether a customer's words may be used outside, and since when.
public struct Permission: Sendable, Equatable {
  public let status: PermissionStatus
  /// When it was asked for, given or refused, as `yyyy-mm-dd`; nil where that is not known.
  public let date: String?

  public init(_ status: PermissionStatus, date: String? = nil) {
    self.status = status
    self.date = date
  }

  /// What holds where nothing is known.
  public static let none = Permission(.internal)
}

extension Permission {
  /// The columns of a row, which are null where a review has none.
  init(_ row: borrowing Statement, status: Int, date: Int) {
    self.init(
      PermissionStatus(rawValue: row.text(status)) ?? .internal, date: row.optionalText(date))
  }
}
