/// Which columns say whether a customer's words may be used outside: told by their names, Dutch and English.
public enum PermissionColumn {
  /// Whether a header or a JSON key says so: `toestemming`, `akkoord publicatie`, `Mag gedeeld worden`, `consent`.
  ///
  /// Leave to do something else, to send a newsletter or to call, is another thing.
  public static func isNamed(_ name: String) -> Bool {
    let words = ColumnNames.words(name)
    guard let first = words.first, !words.contains(where: others.contains) else { return false }
    if words.contains(where: leave.contains) { return true }
    return asking.contains(first) && words.contains(where: uses.contains)
      || joined.contains(words.joined())
  }

  private static let leave: Set<String> = [
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
  /// What else leave is given for, and what else is told of it.
  private static let others: Set<String> = [
    "nieuwsbrief", "newsletter", "cookie", "cookies", "mail", "email", "mailing", "bellen",
    "gebeld", "telefoon", "phone", "sms", "contact", "benaderd", "benaderen", "voorwaarden",
    "terms", "privacy", "avg", "gdpr", "foto", "fotos", "photo", "photos", "marketing", "tracking",
    "datum", "date", "id", "door", "by", "naam", "name", "url", "tekst", "text", "reden", "reason",
  ]
}
