import Testing

@testable import ReviewIO

@Suite struct PermissionColumnTests {
  @Test(arguments: [
    "toestemming", "Toestemming publicatie", "akkoord", "Akkoord met delen", "mag gedeeld",
    "Mag gedeeld worden", "mag_gebruikt_worden", "magGepubliceerd", "Mogen wij uw review delen?",
    "permission", "Permission to share", "consent", "consent_given", "review.consent",
    "can we quote you", "Toestemming tot publicatie",
  ])
  func aHeaderSpeaksOfPermission(name: String) {
    #expect(PermissionColumn(named: name) == .leave)
  }

  @Test(arguments: [
    "Mag niet gedeeld worden", "Mogen wij dit NIET gebruiken?", "Geen toestemming",
    "toestemming ingetrokken op", "consent_revoked_at", "consentWithdrawn", "niet akkoord",
  ])
  func aHeaderSpeaksOfARefusal(name: String) {
    #expect(PermissionColumn(named: name) == .refusal)
  }

  @Test(arguments: [
    "toestemming nieuwsbrief", "cookie consent", "marketing_consent", "akkoord voorwaarden",
    "mag gebeld worden", "toestemming datum", "consent_date", "privacy akkoord", "magazijn", "maat",
    "akkoordeon", "product", "shared", "mag", "", "consent_expires_at", "toestemming geldig tot",
    "Toestemming tot", "Toestemming gevraagd", "Toestemming gevraagd op", "consent_requested",
    "Toestemming nodig", "consent_version", "Akkoord met verwerking", "geen nieuwsbrief akkoord",
    "niet geleverd", "revoked_at",
  ])
  func anotherHeaderDoesNot(name: String) { #expect(PermissionColumn(named: name) == nil) }

  static let answers: [(String, PermissionAnswer?)] = [
    ("ja", .given(date: nil)), (" Ja ", .given(date: nil)), ("JA, GRAAG", .given(date: nil)),
    ("true", .given(date: nil)), ("1", .given(date: nil)), ("akkoord", .given(date: nil)),
    ("2026-03-01", .given(date: "2026-03-01")), ("1 maart 2026", .given(date: "2026-03-01")),
    ("01-03-2026 12:30", .given(date: "2026-03-01")),
    ("nee", .refused), ("No", .refused), ("0", .refused), ("niet", .refused),
    ("false", .refused), ("Niet akkoord", .refused), ("liever niet", .refused),
    ("misschien", nil), ("ja, maar anoniem", nil), ("x", nil), ("2", nil), ("", nil), ("-", nil),
    ("nvt", nil), ("ja, 3 mei 2024", .given(date: "2024-05-03")),
    ("Akkoord op vrijdag 3 mei 2024 om 10:15 uur", .given(date: "2024-05-03")),
    ("2024-05-03T08:15:00Z", .given(date: "2024-05-03")), ("Oké!", .given(date: nil)),
    ("nee 03-05-2024", .refused), ("Nee, pas na 3 mei 2024", .refused),
    ("geweigerd op 3-5-2024", .refused), ("ingetrokken 2024-05-03", .refused),
    ("niet akkoord (3 mei 2024)", .refused), ("2024-05-03: geen toestemming", .refused),
    ("withdrawn 3 May 2024", .refused), ("gevraagd 3-5-2024", nil),
    ("gevraagd 3-5-2024, geen antwoord", nil), ("geen bezwaar", nil), ("pas na 3 mei 2024", nil),
    ("ja, maar niet met mijn naam", nil), ("ja/nee", nil), ("niet van toepassing", nil),
    ("нет 2024-05-03", nil), ("ja tot 3-5-2024", nil), ("31-02-2024", nil),
  ]

  @Test(arguments: answers)
  func anAnswerIsUnderstood(text: String, expected: PermissionAnswer?) {
    let bytes = Array(text.utf8)
    #expect(PermissionAnswer(bytes.span, 0..<bytes.count) == expected)
  }

  @Test func aMonthMayStandBeforeItsDay() {
    let bytes = Array("ja, 5/3/2024".utf8)
    #expect(
      PermissionAnswer(bytes.span, 0..<bytes.count, monthFirst: true)
        == .given(date: "2024-05-03"))
  }

  @Test(arguments: [
    "ordernummer", "Order ID", "bestel_nr", "bestelnummer", "factuurnummer", "case.number",
    "Dossier-nummer", "reserveringscode", "retournummer",
  ])
  func aHeaderNamesAnOrder(name: String) { #expect(OrderColumn.isNamed(name)) }

  @Test(arguments: ["order", "besteldatum", "klantnummer", "ordering", "nummer", "productcode", ""])
  func anotherHeaderNamesNone(name: String) { #expect(!OrderColumn.isNamed(name)) }
}
