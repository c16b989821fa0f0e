import Lexicon

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

  /// Four decimals; a dash for what cannot be known.
  static func decimal(_ value: Double?) -> String {
    guard let value else { return "-" }
    let tenThousandths = Int((value * 10_000).rounded(.toNearestOrEven))
    let digits = String(tenThousandths.magnitude)
    let filled = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return (tenThousandths < 0 ? "-" : "") + filled.dropLast(4) + "." + filled.suffix(4)
  }

  /// A share as a whole percentage.
  static func percent(_ value: Fixed) -> String {
    "\(Int((value.asDouble * 100).rounded()))%"
  }
}
