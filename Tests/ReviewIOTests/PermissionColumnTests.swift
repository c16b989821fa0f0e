import Testing

@testable import ReviewIO

@Suite struct PermissionColumnTests {
  @Test(arguments: [
    "toestemming", "Toestemming publicatie", "akkoord", "Akkoord met delen", "mag gedeeld",
    "Mag gedeeld worden", "mag_gebruikt_worden", "magGepubliceerd", "Mogen wij uw review delen?",
    "permission", "Permission to share", "consent", "consent_given", "review.consent",
    "can we quote you",
  ])
  func aHeaderSpeaksOfPermission(name: String) { #expect(PermissionColumn.isNamed(name)) }

  @Test(arguments: [
    "toestemming nieuwsbrief", "cookie consent", "marketing_consent", "akkoord voorwaarden",
    "mag gebeld worden", "toestemming datum", "consent_date", "privacy akkoord", "magazijn", "maat",
    "akkoordeon", "product", "shared", "mag", "",
  ])
  func anotherHeaderDoesNot(name: String) { #expect(!PermissionColumn.isNamed(name)) }

  static let answers: [(String, PermissionAnswer?)] = [
    ("ja", .given(date: nil)), (" Ja ", .given(date: nil)), ("JA, GRAAG", .given(date: nil)),
    ("true", .given(date: nil)), ("1", .given(date: nil)), ("akkoord", .given(date: nil)),
    ("2026-03-01", .given(date: "2026-03-01")), ("1 maart 2026", .given(date: "2026-03-01")),
    ("01-03-2026 12:30", .given(date: "2026-03-01")),
    ("nee", .refused), ("No", .refused), ("0", .refused), ("niet", .refused),
    ("false", .refused), ("Niet akkoord", .refused), ("liever niet", .refused),
    ("misschien", nil), ("ja, maar anoniem", nil), ("x", nil), ("2", nil), ("", nil), ("-", nil),
    ("nvt", nil),
  ]

  @Test(arguments: answers)
  func anAnswerIsUnderstood(text: String, expected: PermissionAnswer?) {
    let bytes = Array(text.utf8)
    #expect(PermissionAnswer(bytes.span, 0..<bytes.count) == expected)
  }

  @Test(arguments: [
    "ordernummer", "Order ID", "bestel_nr", "bestelnummer", "factuurnummer", "case.number",
    "Dossier-nummer", "reserveringscode", "retournummer",
  ])
  func aHeaderNamesAnOrder(name: String) { #expect(OrderColumn.isNamed(name)) }

  @Test(arguments: ["order", "besteldatum", "klantnummer", "ordering", "nummer", "productcode", ""])
  func anotherHeaderNamesNone(name: String) { #expect(!OrderColumn.isNamed(name)) }
}
