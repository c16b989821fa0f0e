/// What a piece of personal data is.
public enum PersonalKind: String, CaseIterable, Sendable {
  case person, email, phone, iban, bsn, nationalNumber, card, postcode, address, order, url, ip
  case licencePlate, birthdate, handle

  /// What stands in its place in a masked text: ASCII letters, hyphens and square brackets.
  public var mask: String {
    switch self {
    case .person: "[persoon]"
    case .email: "[e-mail]"
    case .phone: "[telefoon]"
    case .iban: "[iban]"
    case .bsn: "[bsn]"
    case .nationalNumber: "[rijksregisternummer]"
    case .card: "[kaartnummer]"
    case .postcode: "[postcode]"
    case .address: "[adres]"
    case .order: "[ordernummer]"
    case .url: "[url]"
    case .ip: "[ip-adres]"
    case .licencePlate: "[kenteken]"
    case .birthdate: "[geboortedatum]"
    case .handle: "[account]"
    }
  }
}
