/// The checks by which a number shows what it is.
enum CheckDigits {
  /// Whether the digits are a burgerservicenummer: nine digits, weighted 9 to 2 and -1, in a sum divisible by 11.
  static func isBSN(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 9 else { return false }
    var sum = 0
    for (place, digit) in digits.enumerated() { sum += (place == 8 ? -1 : 9 - place) * Int(digit) }
    return sum > 0 && sum % 11 == 0
  }

  /// Whether the digits are a Belgian national number: a day of birth, a count, and 97 less their remainder.
  static func isNationalNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 11 else { return false }
    let value = digits.reduce(0) { $0 * 10 + Int($1) }
    let (number, check) = (value / 100, value % 100)
    let (month, day) = (number / 100_000 % 100, number / 1000 % 100)
    // Months are raised by 20 or 40 in numbers of people who are not registered.
    guard month % 20 <= 12, month < 60, day <= 31 else { return false }
    return 97 - number % 97 == check || 97 - (2_000_000_000 + number) % 97 == check
  }

  /// Whether the digits pass the check of payment cards, by Luhn.
  static func isCard(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = place % 2 == 0 ? Int(digit) : 2 * Int(digit)
      sum += value > 9 ? value - 9 : value
    }
    return sum > 0 && sum % 10 == 0
  }

  /// Whether capital letters and digits are an IBAN: ISO 13616, remainder 1 by 97.
  static func isIBAN(_ code: [UInt8]) -> Bool {
    guard code.count >= 15, code.count <= 34 else { return false }
    var rest = 0
    for place in code.indices {
      let byte = code[(place + 4) % code.count]
      rest =
        byte < 0x3A
        ? (rest * 10 + Int(byte - 0x30)) % 97 : (rest * 100 + Int(byte - 0x37)) % 97
    }
    return rest == 1
  }

  /// How long an IBAN of a country is; nil for countries without.
  static func lengthOfIBAN(_ country: UInt16) -> Int? { lengths[country] }

  private static let lengths: [UInt16: Int] = {
    // The registry of ISO 13616.
    let table = """
      AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 \
      FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 \
      LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 \
      RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
      """
    var lengths: [UInt16: Int] = [:]
    for row in table.split(separator: " ") {
      let name = Array(row.utf8.prefix(2))
      lengths[UInt16(name[0]) << 8 | UInt16(name[1])] = Int(row.dropFirst(2))
    }
    return lengths
  }()
}
