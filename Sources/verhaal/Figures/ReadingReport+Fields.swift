import ReviewIO

extension ReadingReport {
  /// The columns without a role of their own, in the order of the files.
  var fieldNames: [String] {
    var names: [String] = []
    for column in layouts.flatMap(\.columns)
    where column.role == .field && !names.contains(column.name) {
      names.append(column.name)
    }
    return names
  }
}
