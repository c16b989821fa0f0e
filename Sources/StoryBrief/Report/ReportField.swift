/// A column of the dumps by whose values one can choose.
struct ReportField: Encodable {
  private let name: String
  private var values: [String]
  /// The number of each review's value; nil for none.
  private var row: [Int?]

  /// The columns that divide the reviews: from 2 to 1,000 values, each of two reviews on average, none so long that it is
  /// a text of its own.
  static func dividing(_ columns: [String: Column], rows: Int, shown: (String) -> String)
    -> [ReportField]
  {
    columns.filter { $0.value.divides }.sorted { $0.key < $1.key }.map { name, column in
      // Values that only differ in what is masked become one.
      var known = NumberedNames<String>()
      let numbers = column.values.all.map { known.number(of: shown($0)) }
      let row = column.row.map { $0.map { numbers[$0] } }
      return ReportField(
        name: name, values: known.all, row: row + repeatElement(nil, count: rows - row.count))
    }
  }

  /// A column while it is read.
  struct Column {
    fileprivate var values = NumberedNames<String>()
    fileprivate var row: [Int?] = []
    private var filled = 0
    private var isTooWide = false

    private static let mostValues = 1_000
    private static let longestValue = 256

    /// - Parameter place: of the review among those that are counted.
    mutating func set(_ value: String, at place: Int) {
      guard !isTooWide, !value.isEmpty else { return }
      row += repeatElement(nil, count: place - row.count)
      row.append(values.number(of: value))
      filled += 1
      if values.all.count > Self.mostValues || value.utf8.count > Self.longestValue {
        isTooWide = true
        values = NumberedNames()
        row = []
      }
    }

    fileprivate var divides: Bool { values.all.count > 1 && 2 * values.all.count <= filled }
  }
}
