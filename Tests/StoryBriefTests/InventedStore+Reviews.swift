import Lexicon

extension InventedStore.Review {
  /// Stories that the analyser finds worth telling.
  static let soup = Self(
    text:
      "We hadden niets gevraagd. Toen mijn dochter ziek werd, bracht de bezorger op zondag ongevraagd een pan soep en bleef nog even bij haar zitten. Dat vergeten we nooit.",
    id: "soep", date: "2026-02-14", rating: 100_000, fields: ["winkel": "Gent"])
  static let plinth = Self(
    text:
      "De kast was te hoog voor onze gang. Zonder dat we erom vroegen zaagde de monteur ter plekke een stuk van de plint en zette hij alles recht.",
    id: "plint", date: "2026-02-02", rating: 100_000, fields: ["winkel": "Gent"])
  static let lamp = Self(
    text:
      "De lamp was op dinsdag al stuk. Binnen tien minuten belde Sanne de Vries terug en een uur later stond ze ongevraagd met een nieuwe op de stoep. Geweldig opgelost!",
    id: "lamp", date: "2026-03-03", rating: 90_000, fields: ["winkel": "Zwolle"])
  static let system = Self(
    text:
      "Volgens het systeem was mijn kast al teruggebracht, maar hij stond nog in de schuur. Ik heb drie keer gebeld en elke keer werd ik doorverbonden. Nog steeds geen geld terug.",
    id: "systeem", date: "2026-03-09", rating: 20_000, fields: ["winkel": "Zwolle"])
  /// Sensitive.
  static let reminder = Self(
    text:
      "Mijn man is in januari overleden en toch stuurden ze hem drie keer een aanmaning. Aan de telefoon zeiden ze dat hij zelf moest bellen.",
    id: "aanmaning", date: "2026-02-18", rating: 10_000, fields: ["winkel": "Gent"])

  static let all = [soup, plinth, lamp, system, reminder]

  /// Reviews without a story, no two with the same letters.
  static func plain(_ count: Int, date: String? = "2026-02-01", grade: Int? = 8) -> [Self] {
    (0..<count).map { number in
      Self(
        text: "Gewoon goed, niks bijzonders te melden over bestelling \(number) verder.",
        id: "gewoon-\(number)", date: date, rating: grade.map { Fixed($0) * 10_000 },
        fields: ["winkel": number % 2 == 0 ? "Gent" : "Zwolle"])
    }
  }

  /// The same story of other customers, none a copy of another by its letters.
  func repeated(_ count: Int, date: String) -> [Self] {
    (0..<count).map { number in
      var review = self
      review.text += " Klant nummer \(number) van \(date) groet u."
      review.date = date
      review.id = (id ?? "r") + "-\(date)-\(number)"
      return review
    }
  }
}
