/// Reviews of about the same length, in words.
public enum LengthBand: String, CaseIterable, Sendable {
  case short = "0-15"
  case medium = "16-40"
  case long = "41-100"
  case longest = "101+"

  public init(words: Int) {
    switch words {
    case ...15: self = .short
    case ...40: self = .medium
    case ...100: self = .long
    default: self = .longest
    }
  }

  /// Its place in `allCases`.
  var place: Int {
    switch self {
    case .short: 0
    case .medium: 1
    case .long: 2
    case .longest: 3
    }
  }
}
