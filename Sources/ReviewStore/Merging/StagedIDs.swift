/// The ids of reviews that are gathered in a temporary table `staged`, with source, stem and whether it is a hash.
///
/// One run gives a number behind an id to what shares it: `a`, `a#2`, `a#3`. A number counts as one only where the id
/// itself is there, as a shop may have given it too; the shortest id counts, so that it does not matter which parts were
/// merged before.
struct StagedIDs: ~Copyable {
  private let database: Database
  private let noteNumbered: Statement

  /// - Parameter columns: of the table, besides source, stem and whether it is a hash.
  init(_ database: Database, columns: String) throws(StoreError) {
    try database.run(
      """
      CREATE TEMP TABLE staged (
        staged INTEGER PRIMARY KEY, source TEXT NOT NULL, stem TEXT NOT NULL, hashed INTEGER NOT NULL, \(columns)
      ) STRICT;
      CREATE TEMP TABLE numbered (source TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (source, id))
        STRICT, WITHOUT ROWID;
      """)
    let noteNumbered = try Statement(database, "INSERT OR IGNORE INTO numbered VALUES (?, ?)")
    self.database = database
    self.noteNumbered = noteNumbered
  }

  /// Notes an id that is no hash, once it is in the table as a stem.
  func note(_ id: String, source: String) throws(StoreError) {
    if StagedIDs.stems(of: id).isEmpty && HashedID(id) == nil { return }
    try noteNumbered.run(.text(source), .text(id))
  }

  /// Takes the numbers away that one run has given, once all ids are there.
  ///
  /// What looks like the hash of another review, as where a text was masked after its id was made, is numbered with it.
  func findStems() throws(StoreError) {
    try database.run("CREATE INDEX temp.staged_stem ON staged (source, stem, hashed)")
    let isThere = try Statement(
      database, "SELECT 1 FROM staged WHERE source = ? AND stem = ? AND hashed = ? LIMIT 1")
    let change = try Statement(
      database,
      "UPDATE staged SET stem = ?3, hashed = ?4 WHERE source = ?1 AND stem = ?2 AND hashed = 0")
    let numbered = try Statement(database, "SELECT source, id FROM numbered")
    while try numbered.step() {
      let (source, id) = (SQLValue.text(numbered.text(0)), numbered.text(1))
      let hash = HashedID(id).map { [($0.hash, Int64(1))] } ?? []
      for (stem, isHash) in hash + StagedIDs.stems(of: id).map({ ($0, Int64(0)) }) {
        isThere.bind([source, .text(stem), .integer(isHash)])
        defer { isThere.reset() }
        guard try isThere.step() else { continue }
        try change.run(source, .text(id), .text(stem), .integer(isHash))
        break
      }
    }
  }

  /// By source, then by stem, the shorter first.
  static let order = "source, length(CAST(stem AS BLOB)), stem, hashed"

  /// More numbers behind an id are part of it, so that an id of numbers alone comes to an end.
  private static let mostNumbers = 8

  /// What is left of an id without the numbers at its end, the shortest first: `a` and `a#2` of `a#2#3`.
  static func stems(of id: String) -> [String] {
    var stems: [String] = []
    var rest = id[...]
    while stems.count < mostNumbers, let mark = rest.lastIndex(of: "#") {
      let number = rest[rest.index(after: mark)...]
      guard number != "1", let first = number.utf8.first, first != UInt8(ascii: "0"),
        number.utf8.allSatisfy({ $0 &- 0x30 < 10 })
      else { break }
      rest = rest[..<mark]
      stems.append(String(rest))
    }
    return stems.reversed()
  }
}
