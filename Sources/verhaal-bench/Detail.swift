/// What a review ends with, that no other one says: a number, a name, a place.
///
/// Words such as *Zandbroekhorst* are in no lexicon, as many words of real reviews are not.
struct Detail {
  /// From 0 to below `limit`; another one gives another detail, which is also the end of no other.
  let number: Int

  static let limit = 100_000_000

  /// A sentence that holds the number whole, in one of six ways.
  var text: String {
    // Coprime with the limit, so that numbers in a row become different ones that look like nothing.
    let mixed = number * 61_803_399 % Self.limit
    switch number % 6 {
    case 0: return "Bestelnummer \(mixed)."
    case 1:
      return
        "Het type is \(Self.letters[mixed / 23 % 23])\(Self.letters[mixed % 23])-\(mixed / 529)."
    case 2: return "Groet, van \(Self.name(mixed / 15_625)) uit \(Self.name(mixed % 15_625))."
    case 3: return "Filiaal \(Self.name(mixed / 15_625))-\(Self.name(mixed % 15_625))."
    case 4:
      return "Bezoek op \(1 + mixed % 28) \(Self.months[mixed / 28 % 12]), bon \(mixed / 336)."
    default: return "Klant van de \(Self.name(mixed % 15_625))straat \(mixed / 15_625)."
    }
  }

  /// Three syllables as in names of places and people, others for each number below 15,625.
  private static func name(_ number: Int) -> String {
    let name = syllables[number / 625] + syllables[number / 25 % 25] + syllables[number % 25]
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private static let letters = Array("ABCDEFGHJKLMNPRSTVWXYZQ")

  private static let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]

  /// None is the beginning of another, so that a name is read back in one way.
  private static let syllables = [
    "bos", "veld", "kamp", "horst", "laar", "dijk", "berg", "brink", "huis", "hof", "meer", "mond",
    "beek", "donk", "rode", "sel", "wijk", "broek", "ven", "loo", "stal", "hoek", "werf", "zand",
    "gaast",
  ]
}
