import Testing

@testable import ReviewIO

@Suite struct PersonalColumnTests {
  static func isPersonal(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    return PersonalColumn.isValue(bytes.span, 0..<bytes.count)
  }

  @Test(arguments: [
    "naam", "Name", "voornaam", "Achternaam", "klantnummer", "Klant_nummer", "klantNaam",
    "customer_id",
    "Customer Name", "e-mail", "E-mailadres", "email", "contact_email", "telefoon",
    "Telefoonnummer", "tel.",
    "phone", "adres", "Postcode", "straat", "customer.name", "author.nickname", "user_id",
    "reviewer", "username",
    "IBAN", "geboortedatum", "ip-adres", "kenteken", "lidnummer", "Mobiel nummer", "gastnaam",
    "Uw naam", "Naam klant", "Wat is je naam?", "What's your name?", "Review Username",
    "Naam van de gast", "Your name", "Consumer Username", "Achternaam klant", "Voornaam patiënt",
    "Roepnaam", "Naam (optioneel)", "E-mail (optioneel)", "Naam melder", "Melder", "Indiener",
    "Ingevuld door", "Telefoon klant", "Mail klant", "Klanttelefoon", "date_of_birth",
    "Voor- en achternaam", "Nummer van het lid",
  ])
  func aHeaderSaysThatItIsAboutAPerson(name: String) { #expect(PersonalColumn.isNamed(name)) }

  @Test(arguments: [
    "product", "productnaam", "product_name", "organisation", "filiaal", "winkel", "ordernummer",
    "categorie",
    "plaats", "land", "kanaal", "merk", "aantal", "filename", "bron", "hotel_name", "campaign",
    "artikelnummer",
    "leeftijd", "verified", "scale", "source_file", "telling", "naamloos", "useful", "clientele",
    "naam winkel", "Naam van het product", "Wat is de naam van de winkel?", "store name",
    "Is klant",
    "isCustomer", "Klant sinds", "Type klant", "Bent u klant?", "customer product name",
    "Telefoon en accessoires", "Ingevuld op", "Wat is uw leeftijd?",
    "",
  ])
  func aThingIsNoPerson(name: String) { #expect(!PersonalColumn.isNamed(name)) }

  @Test(arguments: [
    "jan@voorbeeld.nl", "a.b-c@mail.voorbeeld.be", "0612345678", "06-12345678", "+31 6 1234 5678",
    "0031612345678", "(020) 123 45 67", "0470 12 34 56", "NL91 ABNA 0417 1643 00",
    "BE68539007547034",
    "1234 AB", "1234AB",
  ])
  func aValueIsAboutAPerson(value: String) {
    #expect(Self.isPersonal(value))
  }

  @Test(arguments: [
    "Doos", "12,50", "2026-03-01", "08712345678901", "8712345678906", "0123",
    "https://voorbeeld.nl",
    "@winkel", "NL91 ABNA 0417 1643 01", "Gent", "1234", "a@b", "10:00-18:00", "2000 mg", "1234 ab",
    "00000",
    "-0612345678", "jan@voorbeeld.nl en piet@voorbeeld.nl", "0))))", "00 ---", "(0)..", "+----",
  ])
  func anotherValueIsNot(value: String) {
    #expect(!Self.isPersonal(value))
  }

  @Test func valuesDecideWhereTheNameDoesNot() throws {
    let dump = """
      id;recensie;veld;soort
      1;Goed;jan@voorbeeld.nl;doos
      2;Fijn;els@voorbeeld.nl;kast
      3;Mooi;;bank
      """
    let reader = try ReviewReader(
      bytes: Array(dump.utf8), name: "x.csv", options: ReaderOptions())
    #expect(reader.layout.columns.filter(\.isPersonal).map(\.name) == ["veld"])
  }

  @Test func anObjectIsPersonalWhereAPartOfItIs() throws {
    let dump =
      #"{"id":"1","tekst":"Prima geregeld.","klant":{"naam":"Els","plaats":"Gent"},"winkel":{"plaats":"Luik"}}"#
    let reader = try ReviewReader(
      bytes: Array(dump.utf8), name: "x.jsonl", options: ReaderOptions())
    #expect(reader.layout.columns.filter(\.isPersonal).map(\.name) == ["klant"])
  }
}
