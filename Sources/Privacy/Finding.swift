/// Bytes of a line that look like personal data, before overlaps are settled.
struct Finding {
  var start: Int
  var end: Int
  var kind: PersonalKind

  /// Of two that are as long, the more specific wins: what a check digit proves, then what a form shows, then what words say.
  var specificity: Int {
    switch kind {
    case .iban, .email, .url: 9
    case .nationalNumber, .ip: 8
    case .birthdate, .licencePlate: 7
    case .bsn, .card: 6
    case .order: 5
    case .phone: 4
    case .address, .postcode: 3
    case .handle, .person: 2
    }
  }
}
