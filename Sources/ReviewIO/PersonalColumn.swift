/// Which columns hold data about a person: told by their names, Dutch and English, or by their values.
///
/// Columns on a thing that a person has (an order, a product, a shop) are not among them.
public enum PersonalColumn {
  /// Whether a header or a JSON key says that the values are about a person: `naam`, `klant_nummer`, `Wat is uw e-mailadres?`.
  ///
  /// Of a dotted path any name may say so.
  public static func isNamed(_ name: String) -> Bool {
    name.split(separator: ".").contains { part in
      let words = ColumnNames.words(String(part))
      // "Is klant" asks for a yes or a no.
      return isNamed(words)
        || (words.first != "is" && isNamed(words.filter { !asking.contains($0) }))
    }
  }

  private static func isNamed(_ words: [String]) -> Bool {
    guard let last = words.last else { return false }
    let joined = words.joined()
    if alone.contains(joined) || everywhere.contains(joined) || everywhere.contains(last) {
      return true
    }
    // "e-mail" and "IP adres" are one word and two.
    if words.count > 1, everywhere.contains(words.suffix(2).joined()) { return true }
    if words.contains(where: wherever.contains) { return true }
    if words.contains(where: people.contains),
      words.contains(where: isThing), words.allSatisfy({ people.contains($0) || isThing($0) })
    {
      return true
    }
    return people.contains { person in
      joined.hasPrefix(person) && isThing(String(joined.dropFirst(person.count)))
    }
  }

  private static func isThing(_ word: String) -> Bool {
    things.contains(word) || everywhere.contains(word)
  }

  /// Whether a value is an e-mail address, a telephone number, an IBAN or a Dutch postcode and nothing else.
  static func isValue(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard (5...64).contains(range.count) else { return false }
    let text = range.map { bytes[$0] }
    return isEmail(text) || isPhone(text) || isIBAN(text) || isPostcode(text)
  }

  // MARK: Values

  private static func isEmail(_ text: [UInt8]) -> Bool {
    guard let at = text.firstIndex(of: UInt8(ascii: "@")), at > 0, !text.contains(Byte.space),
      let dot = text.lastIndex(of: UInt8(ascii: "."))
    else { return false }
    return dot > at + 1 && dot < text.count - 2 && text.lastIndex(of: UInt8(ascii: "@")) == at
  }

  /// A number that begins as Dutch, Belgian and international ones do, with the signs people put between the digits.
  private static func isPhone(_ text: [UInt8]) -> Bool {
    let digits = text.filter(Byte.isDigit)
    guard digits.count >= 9,
      text.allSatisfy({ Byte.isDigit($0) || "+-./() ".utf8.contains($0) })
    else { return false }
    if text[0] == UInt8(ascii: "+") { return (10...14).contains(digits.count) }
    guard digits.first == 0x30, Byte.isDigit(text[0]) || text[0] == UInt8(ascii: "(") else {
      return false
    }
    if digits[1] == 0x30 { return digits[2] == 0x33 && (12...13).contains(digits.count) }
    return digits.count == 10 || (digits.count == 9 && digits.count == text.count)
  }

  private static func isIBAN(_ text: [UInt8]) -> Bool {
    let code = text.filter { $0 != Byte.space }
    guard (15...34).contains(code.count) else { return false }
    func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    guard isCapital(code[0]), isCapital(code[1]), Byte.isDigit(code[2]), Byte.isDigit(code[3])
    else { return false }
    var rest = 0
    for byte in code[4...] + code[..<4] {
      switch byte {
      case 0x30...0x39: rest = (rest * 10 + Int(byte - 0x30)) % 97
      case 0x41...0x5a: rest = (rest * 100 + Int(byte - 0x37)) % 97
      default: return false
      }
    }
    return rest == 1
  }

  private static func isPostcode(_ text: [UInt8]) -> Bool {
    let code = text.filter { $0 != Byte.space }
    return code.count == 6 && text.count <= 7 && code[0] != 0x30
      && code[..<4].allSatisfy(Byte.isDigit)
      && code[4...].allSatisfy { $0 &- 0x41 < 26 }
  }

  // MARK: Names

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }

  /// Headers that mean a person where nothing else stands in them.
  private static let alone = words(
    """
    naam name voornaam achternaam tussenvoegsel tussenvoegsels voorletters initialen firstname lastname surname \
    fullname givenname familyname volledigenaam auteur author authors reviewer recensent schrijver username \
    gebruikersnaam gebruiker user nickname bijnaam schermnaam displayname screenname handle afzender aanhef \
    contactpersoon besteller koper gastnaam klant customer client respondent deelnemer woonadres thuisadres huisnummer huisnr \
    geboren accountnummer account accountid lidnummer relatienummer relatienr debiteurnummer \
    debiteurnr debiteur melder indiener inzender invuller ingevulddoor \
    ingedienddoor ingezondendoor gemelddoor geschrevendoor submittedby writtenby postedby filledinby
    """)

  /// Words that mean personal data whatever stands round them.
  private static let wherever = words(
    """
    voornaam voornamen achternaam roepnaam meisjesnaam tussenvoegsel tussenvoegsels voorletters firstname lastname \
    surname username gebruikersnaam nickname bijnaam schermnaam
    """)

  /// What a header asks with, and says of the answer.
  private static let asking = words(
    """
    wat what is s uw u je jouw jullie mijn your my van de het een the of optioneel optional verplicht required \
    volledige volledig full invullen graag eventueel
    """)

  /// Words that mean personal data whatever stands before them.
  private static let everywhere = words(
    """
    email emails mail mailadres emailadres emailaddress mailaddress telefoon telefoonnummer telefoonnr telnr tel \
    phone phonenumber telephone mobiel mobielnummer mobile gsm gsmnummer adres address straat straatnaam street \
    streetname postcode postalcode zip zipcode iban rekeningnummer bankrekening bankrekeningnummer bsn \
    burgerservicenummer rijksregisternummer sofinummer geboortedatum geboortedag birthdate birthday dateofbirth dob \
    ipadres ipaddress ip kenteken nummerplaat paspoortnummer klantnummer klantnr klantid klantcode klantnaam \
    customerid customernumber customername
    """)

  /// Who may stand with one of the things.
  private static let people: Set<String> = [
    "klant", "klanten", "customer", "client", "user", "gebruiker", "gebruikers", "reviewer",
    "recensent", "auteur",
    "author", "schrijver", "contact", "contactpersoon", "gast", "guest", "lid", "member", "patient",
    "koper", "buyer",
    "afzender", "sender", "respondent", "deelnemer", "medewerker", "employee", "persoon", "person",
    "account",
    "consument", "consumer", "bezoeker", "visitor", "melder", "indiener", "inzender", "invuller",
    "bewoner", "huurder", "leerling", "student",
  ]

  private static let things = words(
    """
    naam name voornaam achternaam firstname lastname nummer number nr no num id code key uuid guid login profiel \
    profile url avatar foto photo image
    """)
}
