/// What words announce.
struct Cues: OptionSet, Sendable {
  let rawValue: UInt32

  static let title = Cues(rawValue: 1 << 0)
  static let shortTitle = Cues(rawValue: 1 << 1)
  static let role = Cues(rawValue: 1 << 2)
  static let introduce = Cues(rawValue: 1 << 3)
  static let iam = Cues(rawValue: 1 << 4)
  static let deed = Cues(rawValue: 1 << 5)
  static let thanks = Cues(rawValue: 1 << 6)
  static let signoff = Cues(rawValue: 1 << 7)
  static let phone = Cues(rawValue: 1 << 8)
  static let order = Cues(rawValue: 1 << 9)
  static let parcel = Cues(rawValue: 1 << 10)
  static let product = Cues(rawValue: 1 << 11)
  static let version = Cues(rawValue: 1 << 12)
  static let bsn = Cues(rawValue: 1 << 13)
  static let national = Cues(rawValue: 1 << 14)
  static let card = Cues(rawValue: 1 << 15)
  static let iban = Cues(rawValue: 1 << 16)
  static let plate = Cues(rawValue: 1 << 17)
  static let birth = Cues(rawValue: 1 << 18)
  static let postcode = Cues(rawValue: 1 << 19)
  static let ip = Cues(rawValue: 1 << 20)
  static let site = Cues(rawValue: 1 << 21)

  /// What announces a person.
  static let persons: Cues = [
    .title, .shortTitle, .role, .introduce, .iam, .deed, .thanks, .signoff,
  ]
  /// What still announces something on the next line.
  static let acrossLines: Cues = [
    .introduce, .signoff, .phone, .order, .bsn, .national, .card, .iban, .plate, .birth, .postcode,
    .ip, .site,
  ]

  static let named: [String: Cues] = [
    "title": .title, "shorttitle": .shortTitle, "role": .role, "introduce": .introduce,
    "iam": .iam, "deed": .deed, "thanks": .thanks, "signoff": .signoff, "phone": .phone,
    "order": .order, "parcel": .parcel, "product": .product, "version": .version, "bsn": .bsn,
    "national": .national, "card": .card, "iban": .iban, "plate": .plate, "birth": .birth,
    "postcode": .postcode, "ip": .ip, "site": .site,
  ]
}
