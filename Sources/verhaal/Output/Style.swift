import Essentials
import Lexicon

/// Colours and weights for the terminal, or none.
struct Style: Sendable {
  let isOn: Bool

  /// - Parameters:
  ///   - choice: `always`, `never`, or `auto` for a terminal without NO_COLOR.
  ///   - descriptor: where the text goes.
  init(_ choice: String?, descriptor: Int32) {
    switch choice {
    case "always": isOn = true
    case "never": isOn = false
    default:
      let environment = ProcessInfo.processInfo.environment
      let forbids = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      isOn = !forbids && environment["TERM"] != "dumb" && isatty(descriptor) == 1
    }
  }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func red(_ text: String) -> String { wrap(text, "31") }
  func yellow(_ text: String) -> String { wrap(text, "33") }

  /// Bold, and coloured by its sign.
  func marker(_ text: String, isGood: Bool) -> String { wrap(text, isGood ? "1;32" : "1;31") }

  /// A weight with its sign and two decimals, six wide, coloured by its sign.
  func weight(_ value: Fixed) -> String {
    let hundredths = Int((value.asDouble * 100).rounded())
    let magnitude = abs(hundredths)
    let rest = magnitude % 100
    let text =
      (hundredths < 0 ? "-" : "+") + "\(magnitude / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
    let padded = Column.right(text, 6)
    return hundredths < 0 ? red(padded) : green(padded)
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
