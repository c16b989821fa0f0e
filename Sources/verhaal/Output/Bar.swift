/// Bars of a chart in the terminal, in eighths of a character.
enum Bar {
  /// A bar that grows to the right, filled up with spaces.
  ///
  /// - Parameter share: 0 to 1, of the width.
  static func right(_ share: Double, width: Int) -> String {
    let eighths = Int((min(1, max(0, share)) * Double(width) * 8).rounded())
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return Column.left(String(repeating: "█", count: eighths / 8) + partial, width)
  }

  /// A bar that grows to the left, in whole and half characters, as there are no finer ones.
  static func left(_ share: Double, width: Int) -> String {
    let halves = Int((min(1, max(0, share)) * Double(width) * 2).rounded())
    return Column.right(
      (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2), width)
  }
}
