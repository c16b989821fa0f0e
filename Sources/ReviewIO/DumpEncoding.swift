/// How the bytes of a dump stand for characters.
public enum DumpEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"

  var isUTF16: Bool { self == .utf16le || self == .utf16be }
}
