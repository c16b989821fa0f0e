import Essentials

/// The attributes of one element; of no use after the call that gave them.
@safe struct XMLAttributes {
  /// Name and value in turn, then null.
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { unsafe self.list = list }

  /// The value of the first attribute of a name, whatever its prefix.
  subscript(_ name: StaticString) -> String? {
    unsafe value(name).map { unsafe String(cString: $0) }
  }

  /// The same, appended; whether there is one.
  func append(_ name: StaticString, to output: inout [UInt8]) -> Bool {
    guard let value = unsafe value(name) else { return false }
    unsafe output.append(
      contentsOf: UnsafeRawBufferPointer(start: value, count: strlen(value)))
    return true
  }

  private func value(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var at = unsafe list else { return nil }
    while let key = unsafe at[0] {
      if unsafe XMLAttributes.matches(key, name) { return unsafe at[1] }
      unsafe at += 2
    }
    return nil
  }

  /// Whether a name is another one with a prefix before it, or none.
  static func matches(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    let wanted = unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    if unsafe strcmp(key, wanted) == 0 { return true }
    guard let colon = unsafe strchr(key, 0x3a) else { return false }
    return unsafe strcmp(colon + 1, wanted) == 0
  }
}
