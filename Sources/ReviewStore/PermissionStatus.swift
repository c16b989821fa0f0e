/// How far a customer's words may be used outside.
public enum PermissionStatus: String, Sendable, CaseIterable {
  /// For use inside only: nobody has thought of anything else.
  case `internal`
  /// The customer is to be asked.
  case ask
  /// The customer was asked and has not answered yet.
  case asked
  /// The customer has agreed.
  case allowed
  /// The customer does not want it.
  case refused
}
