/// Which columns say whether a customer's words may be used outside: told by their names, Dutch and English.
public enum PermissionColumn: Sendable {
  /// A yes in it is leave: `toestemming`, `akkoord publicatie`, `Mag gedeeld worden`, `consent`.
  case leave
  /// A yes or a day in it is none: `Geen toestemming`, `Mag niet gedeeld worden`, `consent_revoked_at`.
  case refusal

  /// Reads a header or a JSON key.
  ///
  /// Leave to do something else, to send a newsletter or to call, is another thing.
  ///
  /// - Returns: nil for one that says nothing of it.
  public init?(named name: String) {
    let words = ColumnNames.words(name)
    guard let first = words.first, let last = words.last, last != "tot",
      !words.contains(where: Self.others.contains),
      words.contains(where: Self.leaveWords.contains)
        || (Self.asking.contains(first) && words.contains(where: Self.uses.contains))
        || Self.joined.contains(words.joined())
    else { return nil }
    self = words.contains(where: Self.refusals.contains) ? .refusal : .leave
  }

  private static let leaveWords: Set<String> = [
    "toestemming", "akkoord", "permission", "consent", "publicatietoestemming", "publicatieakkoord",
  ]
  private static let asking: Set<String> = ["mag", "mogen", "may", "can"]
  private static let uses: Set<String> = [
    "gedeeld", "delen", "gebruikt", "gebruiken", "gepubliceerd", "publiceren", "geciteerd",
    "citeren", "geplaatst", "share", "shared", "publish", "published", "quote", "quoted", "use",
    "used",
  ]
  private static let joined: Set<String> = [
    "maggedeeld", "maggedeeldworden", "magdelen", "maggebruikt", "maggebruiktworden",
    "maggepubliceerd", "maggepubliceerdworden", "maggeciteerd", "deelbaar", "publiceerbaar",
    "shareable", "publishable", "quotable",
  ]
  private static let refusals: Set<String> = [
    "niet", "geen", "ingetrokken", "intrekking", "herroepen", "geweigerd", "weigering", "not", "no",
    "revoked", "withdrawn", "withdrawal", "refused", "denied", "declined",
  ]
  /// What else leave is given for, and what else is told of it.
  private static let others: Set<String> = [
    "nieuwsbrief", "newsletter", "cookie", "cookies", "mail", "email", "mailing", "bellen",
    "gebeld", "telefoon", "phone", "sms", "contact", "benaderd", "benaderen", "voorwaarden",
    "terms", "privacy", "avg", "gdpr", "foto", "fotos", "photo", "photos", "marketing", "tracking",
    "datum", "date", "id", "door", "by", "naam", "name", "url", "tekst", "text", "reden", "reason",
    "gevraagd",
    "aangevraagd", "vragen", "asked", "requested", "request", "nodig", "vereist", "needed",
    "required",
    "geldig", "geldigheid", "valid", "until", "verloopt", "verlopen", "vervalt", "expires",
    "expired",
    "expiry", "expiration", "versie", "version", "verwerking", "verwerken", "processing",
    "persoonsgegevens", "gegevens", "gegevensverwerking", "profiling",
  ]
}
