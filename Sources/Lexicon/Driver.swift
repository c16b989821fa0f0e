/// What a happening or a verdict is about.
public enum Driver: UInt8, CaseIterable, Sendable {
  case person, speed, solution, gesture, rules, promise, information, product, price, ease, place
  case trust, reach, costs

  /// As rules, flags and output write it.
  public var name: String {
    switch self {
    case .person: "person"
    case .speed: "speed"
    case .solution: "solution"
    case .gesture: "gesture"
    case .rules: "rules"
    case .promise: "promise"
    case .information: "information"
    case .product: "product"
    case .price: "price"
    case .ease: "ease"
    case .place: "place"
    case .trust: "trust"
    case .reach: "reach"
    case .costs: "costs"
    }
  }

  /// The driver of that name, or nil.
  public init?(name: String) {
    guard let driver = Driver.allCases.first(where: { $0.name == name }) else { return nil }
    self = driver
  }
}
