import ReviewStore

extension ReviewStore {
  /// The reviews with some ids, each of which one review has.
  ///
  /// - Throws: `QueryError` where none has an id, `UsageError` where more sources have it.
  func reviews(named ids: [String], source: String?) throws -> [Match] {
    try ids.map { id in
      let found = try matches(id: id, source: source)
      guard let first = found.first else {
        throw QueryError(
          message: "\(path): no review has the id ‘\(Terminal.safe(id))’",
          hint: "top --about WORDS shows ids of stories that hold some words")
      }
      guard found.count == 1 else {
        let sources = found.map { Terminal.safe($0.source) }.joined(separator: ", ")
        throw UsageError(
          "the id ‘\(Terminal.safe(id))’ stands in \(sources)", hint: "add --source NAME")
      }
      return first
    }
  }

  /// A store for writing that must be there.
  ///
  /// - Throws: `StoreError`, also where there is no such file.
  static func existing(_ path: String) throws(StoreError) -> ReviewStore {
    // A store that is not there must not be made; to read it says what is wrong.
    guard isStore(path) else { return try ReviewStore(path: path, .reading) }
    return try ReviewStore(path: path, .writing)
  }
}
