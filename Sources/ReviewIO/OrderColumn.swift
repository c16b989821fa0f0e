/// Which columns hold the number by which a company finds a case: of an order, an invoice, a booking or a complaint.
public enum OrderColumn {
  /// Whether a header or a JSON key says so: `ordernummer`, `bestel_nr`, `Order ID`, `dossiernummer`.
  public static func isNamed(_ name: String) -> Bool {
    let words = ColumnNames.words(name)
    return words.indices.contains { first in
      let joined = words[first...].joined()
      return things.contains { thing in
        joined.hasPrefix(thing) && numbers.contains(String(joined.dropFirst(thing.count)))
      }
    }
  }

  private static let things = [
    "order", "bestelling", "bestel", "factuur", "invoice", "boeking", "boekings", "booking",
    "reservering", "reserverings", "reservation", "zaak", "dossier", "case", "ticket", "klacht",
    "melding", "retour", "pakket", "transactie", "transaction",
  ]
  private static let numbers: Set<String> = [
    "nummer", "nr", "no", "number", "id", "code", "referentie", "reference", "kenmerk",
  ]
}
