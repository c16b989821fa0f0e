extension POSIXError {
  /// What the last call of the system that failed has left in `errno`.
  public static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}

extension Error {
  /// What the system says of it, as `No such file or directory`.
  public var reason: String {
    guard let error = (self as? POSIXError) ?? (self as? CocoaError)?.underlying as? POSIXError
    else { return "\(self)" }
    return unsafe String(cString: strerror(error.code.rawValue))
  }
}
