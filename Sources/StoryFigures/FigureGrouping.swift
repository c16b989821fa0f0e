/// What reviews are put together by.
public enum FigureGrouping: Sendable, Hashable {
  case month, source, driver
  /// A column of the dump.
  case field(String)

  /// - Parameter name: `month`, `source`, `driver` or the name of a column.
  public init(_ name: String) {
    switch name {
    case "month": self = .month
    case "source": self = .source
    case "driver": self = .driver
    default: self = .field(name)
    }
  }

  public var name: String {
    switch self {
    case .month: "month"
    case .source: "source"
    case .driver: "driver"
    case .field(let name): name
    }
  }
}
