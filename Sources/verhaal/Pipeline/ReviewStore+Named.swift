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

  /// A store for reading that holds reviews of a source, if one is asked for.
  ///
  /// - Throws: `StoreError`; `QueryError` where there is no such source, so that a name misspelt is not taken for silence.
  static func read(_ path: String, source: String?) throws -> ReviewStore {
    let store = try ReviewStore(path: path, .reading)
    let sources = try store.sources
    if let source, !sources.isEmpty, !sources.contains(source) {
      throw QueryError(
        message: "\(path): there is no source ‘\(Terminal.safe(source))’",
        hint: "there are " + sources.map(Terminal.safe).joined(separator: ", "))
    }
    return store
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
