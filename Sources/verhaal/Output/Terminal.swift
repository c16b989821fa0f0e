import Essentials
import StoryBrief

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
  static func safe(_ text: String) -> String { text.withoutControls() }

  /// The same for a text of more lines.
  static func safeLines(_ text: String) -> String { text.withoutControls(keepingLines: true) }
}
