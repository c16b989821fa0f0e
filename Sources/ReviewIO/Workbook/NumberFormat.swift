import Essentials

/// How a number in a cell is shown, as far as it says what the number is.
enum NumberFormat: Equatable {
  /// As many digits as the number has.
  case general
  case decimals(Int)
  case percent(decimals: Int)
  /// A day, with a time where the number has one.
  case date
  case time
  /// Hours that may be more than a day has.
  case duration

  /// The format that Excel knows by number (ECMA-376, 18.8.30, with the dates of East Asia); others are general.
  init(builtIn number: Int) {
    switch number {
    case 1, 3, 37, 38: self = .decimals(0)
    case 2, 4, 39, 40: self = .decimals(2)
    case 5, 6: self = .decimals(0)
    case 7, 8, 44: self = .decimals(2)
    case 41, 42: self = .decimals(0)
    case 43: self = .decimals(2)
    case 9: self = .percent(decimals: 0)
    case 10: self = .percent(decimals: 2)
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 46: self = .duration
    default: self = .general
    }
  }

  /// The format that a code such as `dd-mm-yyyy` or `0.0%` gives to what is above zero.
  init(code: String) {
    var letters: [Character] = []
    var isElapsed = false
    var rest = Array(code)[...]
    reading: while let character = rest.popFirst() {
      switch character {
      case ";": break reading
      case "\"":
        while let next = rest.popFirst(), next != "\"" {}
      // A sign that follows is shown as it is, skipped or repeated.
      case "\\", "_", "*": _ = rest.popFirst()
      case "[":
        var inner = ""
        while let next = rest.popFirst(), next != "]" { inner.append(next) }
        // Colours and conditions mean nothing here.
        if !inner.isEmpty && inner.lowercased().allSatisfy({ "hms".contains($0) }) {
          isElapsed = true
        }
      default: letters.append(contentsOf: character.lowercased())
      }
    }
    let text = String(letters)
    let signs = text.replacing("am/pm", with: "h").replacing("a/p", with: "h")
      .replacing("general", with: "").replacing("e+", with: "").replacing("e-", with: "")
    if isElapsed {
      self = .duration
    } else if signs.contains(where: { "yd".contains($0) })
      || (signs.contains("m") && !signs.contains(where: { "hs".contains($0) }))
    {
      self = .date
    } else if signs.contains(where: { "hs".contains($0) }) {
      self = .time
    } else if text.contains("e+") || text.contains("e-") || text.contains("/")
      || !text.contains(where: { "0#?".contains($0) })
    {
      self = .general
    } else {
      let fraction = text.split(separator: ".", maxSplits: 1).dropFirst().first ?? ""
      let decimals = min(15, fraction.prefix { "0#?".contains($0) }.count)
      self = text.contains("%") ? .percent(decimals: decimals) : .decimals(decimals)
    }
  }

  /// Appends a number as it is shown, without a sign for thousands; days as `yyyy-mm-dd`, times as `hh:mm:ss`.
  ///
  /// - Parameter isFrom1904: whether days are counted from 1904, as on early Macs.
  func append(_ value: Double, isFrom1904: Bool, to output: inout [UInt8]) {
    switch self {
    case .general: Self.append(value, to: &output)
    case .decimals(let count): Self.append(value, decimals: count, to: &output)
    case .percent(let count):
      Self.append(value * 100, decimals: count, to: &output)
      output.append(UInt8(ascii: "%"))
    case .date, .time, .duration:
      // Years up to 9999; what lies outside Excel cannot show either.
      guard value >= 0, value < 2_958_466 else { return Self.append(value, to: &output) }
      let seconds = Int((value * 86_400).rounded())
      appendMoment(
        day: seconds / 86_400, second: seconds % 86_400, isFrom1904: isFrom1904, to: &output)
    }
  }

  private func appendMoment(
    day: Int, second: Int, isFrom1904: Bool, to output: inout [UInt8]
  ) {
    var hour = second / 3600
    if self == .date || (self == .time && day > 0) {
      let (year, month, number): (Int, Int, Int)
      if isFrom1904 {
        (year, month, number) = CalendarDate.civil(unixDay: day - 24_107)
      } else if day == 60 {
        // The 29th of February 1900 that never was, but is counted.
        (year, month, number) = (1900, 2, 29)
      } else {
        (year, month, number) = CalendarDate.civil(unixDay: day - (day < 60 ? 25_568 : 25_569))
      }
      Self.append(year, digits: 4, to: &output)
      for part in [month, number] {
        output.append(UInt8(ascii: "-"))
        Self.append(part, digits: 2, to: &output)
      }
      if second == 0 { return }
      output.append(Byte.space)
    } else if self == .duration {
      hour += day * 24
    }
    Self.append(hour, digits: 2, to: &output)
    for part in [second / 60 % 60, second % 60] {
      output.append(Byte.colon)
      Self.append(part, digits: 2, to: &output)
    }
  }

  private static func append(_ number: Int, digits: Int, to output: inout [UInt8]) {
    let text = String(number)
    output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, digits - text.count)))
    output.append(contentsOf: text.utf8)
  }

  /// With the fifteen digits that Excel reckons with; whole numbers without an exponent, as ids may be.
  private static func append(_ value: Double, to output: inout [UInt8]) {
    if let whole = Int(exactly: value) { return output.append(contentsOf: String(whole).utf8) }
    let magnitude = value.magnitude
    // How many decimals leave fifteen digits.
    let digits = magnitude < 1 ? 15 : 14 - Int(log10(magnitude))
    guard (0...15).contains(digits), magnitude >= 1e-9 else {
      return output.append(contentsOf: "\(value)".utf8)
    }
    let start = output.count
    append(value, decimals: digits, to: &output)
    guard digits > 0 else { return }
    while output.last == UInt8(ascii: "0") { output.removeLast() }
    if output.last == UInt8(ascii: ".") { output.removeLast() }
    if output[start...].elementsEqual("-0".utf8) { output.remove(at: start) }
  }

  /// Rounded half away from zero, as Excel does.
  private static func append(_ value: Double, decimals: Int, to output: inout [UInt8]) {
    let power = pow(10, Double(decimals))
    // What is a half in decimals may be a hair less in binary.
    let scaled = (value.magnitude * power * (1 + 2e-16)).rounded()
    guard scaled < 9e18 else { return output.append(contentsOf: "\(value)".utf8) }
    let number = Int(scaled)
    if value < 0 && number > 0 { output.append(UInt8(ascii: "-")) }
    guard decimals > 0 else { return output.append(contentsOf: String(number).utf8) }
    append(number / Int(power), digits: 1, to: &output)
    output.append(UInt8(ascii: "."))
    append(number % Int(power), digits: decimals, to: &output)
  }
}
