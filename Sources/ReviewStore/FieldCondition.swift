/// A value that a field must have, without regard to the case of the letters a to z, as SQLite's NOCASE has it.
public struct FieldCondition: Sendable {
  public let name: String
  public let value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Whether two texts differ in the case of the letters a to z alone.
  public static func isAlike(_ first: some Sequence<UInt8>, _ second: some Sequence<UInt8>) -> Bool
  {
    first.elementsEqual(second) { folded($0) == folded($1) }
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
