import Foundation

/// What is known of the terminal.
enum Terminal {
  /// Columns to write in: the terminal's, at most 100; 80 where there is none.
  static func width(_ descriptor: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return 80 }
    let columns = Int(size.ws_col)
    return columns == 0 ? 80 : min(columns, 100)
  }

  /// The text without control characters, which a review could use to steer the terminal.
  static func safe(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09, 0x0D: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
