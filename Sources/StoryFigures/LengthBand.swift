/// Reviews of about the same length, in words.
enum LengthBand: String, CaseIterable {
  case short = "0-15"
  case medium = "16-40"
  case long = "41-100"
  case longest = "101+"

  init(words: Int) {
    switch words {
    case ...15: self = .short
    case ...40: self = .medium
    case ...100: self = .long
    default: self = .longest
    }
  }
}
