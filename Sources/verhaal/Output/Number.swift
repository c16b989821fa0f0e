/// Numbers for people.
enum Number {
  /// With a comma between thousands.
  static func grouped(_ value: Int) -> String {
    var digits = String(value)
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: at))
      at -= 3
    }
    return digits
  }

  /// A count with its noun: `1 review`, `2 reviews`.
  static func counted(_ value: Int, _ noun: String) -> String {
    grouped(value) + " " + noun + (value == 1 ? "" : "s")
  }
}
