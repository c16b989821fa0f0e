/// What the header of a column says about its role, in Dutch and English.
///
/// Case, accents, spaces, underscores and hyphens do not count; words are also told apart by
/// capitals (`reviewText`), and of a dotted path the last name decides.
struct ColumnNames {
  /// The words of the whole path.
  let words: [String]
  /// Whether the header is a question.
  let isQuestion: Bool
  /// How many names the path has.
  let depth: Int
  private let hasSpace: Bool
  private let joined: String
  private let joinedLast: String
  private let stripped: String

  init(_ name: String) {
    isQuestion = name.last { !$0.isWhitespace } == "?"
    hasSpace = name.contains(" ")
    let parts = name.split(separator: ".").map { Self.words(String($0)) }
    words = parts.flatMap(\.self)
    depth = parts.count
    let last = parts.last ?? []
    joined = words.joined()
    joinedLast = last.joined()
    var core = last[...]
    while core.count > 1, let first = core.first, Self.prefixes.contains(first) {
      core = core.dropFirst()
    }
    while core.count > 1, let final = core.last,
      Self.suffixes.contains(final) || final.allSatisfy(\.isNumber)
    {
      core = core.dropLast()
    }
    stripped = core.joined()
  }

  /// The rank of the column for a role, lower being surer; `nil` where its name does not say so.
  func rank(as role: ColumnRole) -> Int? {
    guard role != .field, !isForeign else { return nil }
    guard let synonyms = Self.synonyms[role] else { return nil }
    // The number of a customer is not that of a review, nor the day they became one its date.
    if role == .id { return synonyms[joined] }
    if role == .date && words.count > 1 && Self.people.contains(words[0]) { return nil }
    for name in [joined, joinedLast, stripped] {
      if let rank = synonyms[name] { return rank }
    }
    return nil
  }

  /// Whether the name is that of a part of the text: pluspunten, minpunten and the like.
  var isTextPart: Bool {
    !isForeign && (Self.parts.contains(joinedLast) || Self.parts.contains(stripped))
  }

  /// Whether the name begins as that of an open answer does.
  var opensLikeText: Bool {
    guard let first = words.first, !isForeign else { return false }
    return Self.openings.contains(first)
  }

  /// Whether the name says what the column is to a review.
  var hasRole: Bool {
    [ColumnRole.text, .title, .id, .rating, .date].contains { rank(as: $0) != nil }
  }

  /// Whether the name is one people give to a column at all, so that the row is a header.
  var isKnown: Bool {
    hasRole || isTextPart || Self.others.contains(joined)
      || (!hasSpace && words.contains { Self.foreign.contains($0) })
  }

  /// Whether the column is about something else than the customer's words: a product, an address,
  /// the company's answer.
  var isForeign: Bool {
    if joined.hasPrefix("antwoordopenvraag") { return false }
    if words.contains("reactie") || words.contains("reacties") {
      return words.contains { Self.companyWords.contains($0) }
    }
    return words.contains { Self.foreign.contains($0) } || isRemarkOfStaff
  }

  /// A remark by somebody of the company, and not one about or for them.
  private var isRemarkOfStaff: Bool {
    guard let first = words.first, Self.remarks.contains(first) else { return false }
    return words.contains { Self.staff.contains($0) } && !words.contains { Self.about.contains($0) }
  }

  /// Whether the name is that of an answer which may be the customer's or, beside a text of theirs, the company's.
  var mayBeReply: Bool { ["reactie", "reacties"].contains(joinedLast) }

  /// The kind of scale the header itself names.
  var scale: RatingScale? {
    let text = joined
    if text == "nps" || words.contains("nps") || text.contains("0tot10") || text.contains("010") {
      return .zeroToTen
    }
    if text.contains("rapportcijfer") || text.contains("1tot10") || text.contains("1tm10")
      || text.contains("110") || text.contains("op10")
    {
      return .oneToTen
    }
    return text.contains("1tot5") || text.contains("1tm5") || text.hasSuffix("15")
      ? .oneToFive : nil
  }

  /// Splits at anything but letters and digits and before capitals, and folds case and accents.
  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in name {
      guard character.isLetter || character.isNumber else {
        if !word.isEmpty { words.append(word) }
        (word, wasLower) = ("", false)
        continue
      }
      if character.isUppercase && wasLower {
        words.append(word)
        word = ""
      }
      wasLower = character.isLowercase
      for scalar in String(character).lowercased().unicodeScalars {
        word.unicodeScalars.append(folds[scalar] ?? scalar)
      }
    }
    if !word.isEmpty { words.append(word) }
    // A combining accent is part of its letter above and drops out here.
    return words.map { word in
      String(String.UnicodeScalarView(word.unicodeScalars.filter { !(0x300...0x36f ~= $0.value) }))
    }
  }

  private static let folds: [Unicode.Scalar: Unicode.Scalar] = {
    var folds: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (plain, accented) in [
      ("a", "àáâãäå"), ("e", "èéêë"), ("i", "ìíîï"), ("o", "òóôõö"), ("u", "ùúûü"), ("c", "ç"),
      ("n", "ñ"), ("y", "ýÿ"),
    ] as [(Unicode.Scalar, String)] {
      for scalar in accented.unicodeScalars { folds[scalar] = plain }
    }
    return folds
  }()

  private static func ranks(_ list: String) -> [String: Int] {
    var ranks: [String: Int] = [:]
    for (rank, name) in list.split(separator: " ").enumerated() { ranks[String(name)] = rank }
    return ranks
  }

  private static let synonyms: [ColumnRole: [String: Int]] = [
    .text: ranks(
      """
      review reviewtekst reviewtext recensie recensietekst reviewbody beoordelingstekst text tekst \
      reviews recensies body content comment comments commentaar opmerking opmerkingen toelichting \
      toelichtingen bericht berichttekst message feedback reactie reacties klantreactie ervaring \
      ervaringen klantervaring verhaal omschrijvingvanervaring omschrijvingervaring \
      omschrijvingvandeervaring antwoordopenvraag openantwoord openvraag vrijetekst verbatim \
      beoordeling beschrijving omschrijving description
      """),
    .title: ranks("titel title kop onderwerp subject heading headline summary samenvatting"),
    .id: ranks(
      """
      id reviewid recensieid beoordelingid beoordelingsid responseid recordid uuid guid key nummer \
      nr reviewnummer reviewnr referentie reference respondentid klachtnummer meldingnummer \
      volgnummer
      """),
    .rating: ranks(
      """
      rating reviewrating ratingvalue overallrating cijfer rapportcijfer score reviewscore \
      totaalscore sterren stars starrating aantalsterren beoordelingscijfer beoordeling waardering \
      grade nps npsscore punten points eindcijfer algemeencijfer overall review
      """),
    .date: ranks(
      """
      datum date reviewdatum reviewdate datumreview datepublished publicatiedatum published \
      publishedat geplaatstop geplaatst aangemaakt aangemaaktop created createdat createdon \
      createddate timestamp tijdstip ingevuldop invuldatum datumtijd datetime reviewtime time \
      createtime publisheddate publishdate publicationdate datecreated creationdate aanmaakdatum \
      plaatsingsdatum submittedat submitdate submissiondate ingediendop postedat posted tijdstempel \
      tijdvanvoltooien completiontime begintijd starttime
      """),
  ]

  private static let parts: Set<String> = [
    "pluspunten", "minpunten", "pluspunt", "minpunt", "plus", "min", "voordelen", "nadelen",
    "voordeel", "nadeel", "pros", "cons", "positief", "negatief", "positieve", "negatieve",
    "positievepunten", "negatievepunten", "positive", "negative", "advantages", "disadvantages",
    "watkanbeter", "watginggoed", "watkonbeter", "watgingminder", "watgaatgoed", "verbeterpunten",
    "verbeterpunt", "verbetersuggesties", "tips", "tip", "sterkepunten", "zwakkepunten", "liked",
    "disliked",
  ]

  private static let openings: Set<String> = [
    "toelichting", "opmerking", "opmerkingen", "omschrijving", "omschrijf", "beschrijf", "ervaring",
    "commentaar", "feedback", "waarom", "vertel", "licht",
  ]

  private static let prefixes: Set<String> = [
    "review", "recensie", "klant", "customer", "beoordeling", "beoordelings", "uw", "je", "jouw",
    "user", "full",
  ]
  private static let suffixes: Set<String> = [
    "klant", "customer", "nl", "text", "tekst", "review", "original", "raw", "full", "t", "m", "tm",
    "tot", "op", "van", "utc", "gmt",
  ]

  private static let people: Set<String> = [
    "user", "customer", "reviewer", "klant", "member", "gebruiker",
  ]

  private static let companyWords: Set<String> = [
    "bedrijf", "van", "eigenaar", "verhuurder", "hotel", "winkel", "verkoper", "organisatie",
    "beheerder", "ondernemer", "onze", "ons", "medewerker", "zorgaanbieder", "aanbieder", "op",
    "leverancier", "restaurant", "camping", "webshop", "datum", "date", "url", "id",
    "intern", "interne", "redactie",
  ]

  private static let remarks: Set<String> = [
    "opmerking", "opmerkingen", "commentaar", "comment", "comments", "notitie", "notities",
  ]
  private static let staff: Set<String> = [
    "medewerker", "redactie", "eigenaar", "verhuurder", "verkoper", "beheerder", "ondernemer",
    "zorgaanbieder", "aanbieder", "leverancier", "behandelaar", "employee", "staff", "moderator",
  ]
  private static let about: Set<String> = [
    "over", "voor", "aan", "bij", "met", "about", "on", "for", "to", "with",
  ]

  private static let foreign: Set<String> = [
    "url", "urls", "link", "links", "href", "mail", "email", "product", "producten", "products",
    "artikel", "artikelen", "organisation", "organisations", "organization", "organisatie",
    "company", "bedrijf", "bedrijfsnaam", "productnaam", "source", "bron", "language", "taal",
    "lang", "website", "domain", "image", "images", "foto", "photo", "avatar", "reply", "replies",
    "response", "antwoord", "antwoorden", "owner", "author", "auteur", "telefoon", "phone",
    "naam", "name", "username", "adres", "address", "file", "path",
    "intern", "interne", "internal",
  ]

  private static let others: Set<String> = [
    "land", "country", "stad", "city", "plaats", "locatie", "location", "categorie", "category",
    "schaal", "scale", "helpful", "verified", "geverifieerd", "merk", "brand", "type", "kanaal",
    "channel", "leeftijd", "geslacht", "filiaal", "vestiging", "winkel", "gebruiker", "user",
  ]
}
