/// The numbers by which records are known: in a sheet their rows, of which empty ones are left out, otherwise their own.
struct RecordNumbers: Sendable {
  private struct Run {
    let record: Int
    let number: Int
  }

  /// Where numbers do not go up by one; empty where they are the records' own.
  private var runs: [Run] = []

  /// Says the number of the next record.
  mutating func add(_ record: Int, number: Int) {
    if let last = runs.last, last.number + record - last.record == number { return }
    runs.append(Run(record: record, number: number))
  }

  /// The number of a record.
  subscript(_ record: Int) -> Int {
    if runs.isEmpty { return record }
    let run = runs[max(0, place(of: record))]
    return run.number + record - run.record
  }

  /// What is needed for some records, which are then counted from `first`.
  func part(_ records: Range<Int>, first: Int) -> RecordNumbers {
    guard !runs.isEmpty, !records.isEmpty else { return self }
    var part = RecordNumbers()
    let places = max(0, place(of: records.lowerBound))...max(0, place(of: records.upperBound - 1))
    part.runs = runs[places].map {
      Run(record: $0.record - records.lowerBound + first, number: $0.number)
    }
    return part
  }

  /// The last run that begins at or before a record.
  private func place(of record: Int) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].record <= record { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
