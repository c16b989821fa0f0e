/// Numbers for people.
enum Text {
  /// With a comma between thousands.
  static func grouped(_ value: Int) -> String {
    var digits = String(value)
    for at in stride(from: digits.count - 3, to: 0, by: -3) {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: at))
    }
    return digits
  }

  /// A count with its noun: `1 review`, `2 reviews`.
  static func counted(_ value: Int, _ noun: String) -> String {
    grouped(value) + " " + (value == 1 ? noun : plural(noun))
  }

  private static func plural(_ noun: String) -> String {
    if noun.hasSuffix("y") { return noun.dropLast() + "ies" }
    return noun + (noun.hasSuffix("ch") ? "es" : "s")
  }

  /// With so many decimals; a dash for what cannot be known.
  static func decimal(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "-" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let whole = Int((value * scale).rounded())
    let digits = String(whole.magnitude)
    let filled = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = whole < 0 ? "-" : ""
    return places == 0
      ? sign + grouped(Int(whole.magnitude))
      : sign + filled.dropLast(places) + "." + filled.suffix(places)
  }

  /// Millions of bytes.
  static func megabytes(_ bytes: Double) -> String {
    decimal(bytes / 1_000_000, bytes < 9_950_000 ? 1 : 0)
  }
}
