/// The values of all parameters.
public struct Parameters: Sendable {
  private var values = [Fixed](repeating: 0, count: Parameter.allCases.count)

  public subscript(parameter: Parameter) -> Fixed {
    get { values[parameter.rawValue] }
    set { values[parameter.rawValue] = newValue }
  }
}
