/// Rows of numbers of which most are 0, one row behind the other.
struct SparseMatrix: Sendable {
  let columnCount: Int
  /// Where each row begins in `columns` and `values`, and where the last one ends.
  private(set) var starts: [Int] = [0]
  private(set) var columns: [Int32] = []
  private(set) var values: [Double] = []

  init(columnCount: Int) { self.columnCount = columnCount }

  var rowCount: Int { starts.count - 1 }

  func row(_ number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }

  /// Adds a number to the row that is being written; a 0 is left out.
  mutating func append(_ value: Double, column: Int) {
    if value == 0 { return }
    columns.append(Int32(column))
    values.append(value)
  }

  mutating func endRow() { starts.append(columns.count) }

  /// The sum of the numbers of a row, each times that of its column.
  func product(_ number: Int, _ point: [Double]) -> Double {
    var sum = 0.0
    for at in row(number) { sum += values[at] * point[Int(columns[at])] }
    return sum
  }

  /// In how many rows each column is not 0.
  var counts: [Int] {
    var counts = [Int](repeating: 0, count: columnCount)
    for column in columns { counts[Int(column)] += 1 }
    return counts
  }

  /// The standard deviation of each column.
  var deviations: [Double] {
    var sums = [Double](repeating: 0, count: columnCount)
    for (column, value) in zip(columns, values) { sums[Int(column)] += value }
    let count = Double(max(1, rowCount))
    let means = sums.map { $0 / count }
    // The zeros that are not kept are as far from the mean as the mean is from 0.
    var squares = zip(means, counts).map { $0 * $0 * (count - Double($1)) }
    for (column, value) in zip(columns, values) {
      let difference = value - means[Int(column)]
      squares[Int(column)] += difference * difference
    }
    return squares.map { ($0 / count).squareRoot() }
  }

  /// Some of the columns in a new order, each divided by a number.
  func picking(_ picked: [Int], dividedBy divisors: [Double]) -> SparseMatrix {
    var places = [Int32](repeating: -1, count: columnCount)
    for (place, column) in picked.enumerated() { places[column] = Int32(place) }
    var matrix = SparseMatrix(columnCount: picked.count)
    for number in 0..<rowCount {
      for at in row(number) {
        let place = Int(places[Int(columns[at])])
        if place >= 0 { matrix.append(values[at] / divisors[place], column: place) }
      }
      matrix.endRow()
    }
    return matrix
  }
}
