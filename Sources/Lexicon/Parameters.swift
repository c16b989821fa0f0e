/// The values of all parameters.
public struct Parameters: Sendable {
  private var values: [Fixed]

  init() { values = Array(repeating: 0, count: Parameter.allCases.count) }

  public subscript(parameter: Parameter) -> Fixed {
    get { values[Parameters.index(parameter)] }
    set { values[Parameters.index(parameter)] = newValue }
  }

  private static let order = Dictionary(
    uniqueKeysWithValues: Parameter.allCases.enumerated().map { ($0.element, $0.offset) })

  private static func index(_ parameter: Parameter) -> Int { order[parameter, default: 0] }
}
