import CSQLite
import Lexicon
import ReviewIO
import StoryAnalysis

/// What an analysis of a dump says, as far as every way of it must say the same.
struct Answer: Equatable, Codable, Sendable {
  private(set) var reviews = 0
  private(set) var neutralSatisfied = 0
  private(set) var enthusiastic = 0
  private(set) var dissatisfied = 0
  private(set) var stories = 0
  /// A hash over id, label, story, memorability and valence of each review in turn.
  private(set) var verdicts: UInt64 = 0

  init() {}

  mutating func add(
    id: some Collection<UInt8>, label: Label, story: Bool, memorability: Fixed, valence: Fixed
  ) {
    reviews += 1
    switch label {
    case .neutralSatisfied: neutralSatisfied += 1
    case .enthusiastic: enthusiastic += 1
    case .dissatisfied: dissatisfied += 1
    }
    if story { stories += 1 }
    let row = id + Array(" \(label.rawValue) \(story) \(memorability) \(valence)".utf8)
    verdicts = ByteHash.hash(row.span, 0..<row.count, seed: verdicts)
  }

  /// What differs from what was expected, as `stories: expected 3, found 4`; nil where nothing does.
  func difference(from expected: Answer) -> String? {
    let counts: [(String, KeyPath<Answer, Int>)] = [
      ("reviews", \.reviews), ("neutral-satisfied", \.neutralSatisfied),
      ("enthusiastic", \.enthusiastic), ("dissatisfied", \.dissatisfied), ("stories", \.stories),
    ]
    for (name, count) in counts where self[keyPath: count] != expected[keyPath: count] {
      return "\(name): expected \(expected[keyPath: count]), found \(self[keyPath: count])"
    }
    return verdicts == expected.verdicts
      ? nil : "the counts are as expected, but not which review has which verdict"
  }

  // MARK: What the program wrote

  /// Reads lines or rows of `verhaal mine`.
  ///
  /// - Throws: `BenchError` for what is no verdict, `InputError` for what cannot be read.
  init(of path: String, _ format: DumpFormat) throws {
    var options = ReaderOptions()
    options.format = format
    options.textColumns = ["label"]
    options.idColumn = "id"
    let reader = try ReviewReader(path: path, options: options)
    let parser = RecordParser(layout: reader.layout, options: options)
    while let chunk = try reader.nextChunk() {
      let batch = parser.parse(chunk)
      for record in batch.reviews { try add(record, of: batch, path) }
    }
  }

  private mutating func add(
    _ record: ReviewRecord, of batch: ReviewBatch, _ path: String
  ) throws(BenchError) {
    var (story, memorability, valence): (Bool?, Fixed?, Fixed?)
    for field in batch.fields[record.fields] {
      let value = batch.bytes[field.value.range]
      switch batch.bytes[field.name.range] {
      case Self.story: story = value.elementsEqual("true".utf8)
      case Self.memorability: memorability = Self.number(value)
      case Self.valence: valence = Self.number(value)
      default: continue
      }
    }
    guard let id = record.id, let label = Label(rawValue: batch.string(record.text)), let story,
      let memorability, let valence
    else {
      throw BenchError("\(path):\(record.number): no verdict", hint: "look at what was written")
    }
    add(
      id: batch.bytes[id.range], label: label, story: story, memorability: memorability,
      valence: valence)
  }

  private static let story = Array("story".utf8)[...]
  private static let memorability = Array("memorability".utf8)[...]
  private static let valence = Array("valence".utf8)[...]

  private static func number(_ text: ArraySlice<UInt8>) -> Fixed? {
    Double(String(decoding: text, as: UTF8.self)).map(Fixed.init(rounding:))
  }

  /// Reads the verdicts of a store, in the order in which they were stored.
  ///
  /// - Throws: `BenchError` where they cannot be read.
  init(ofStore path: String) throws(BenchError) {
    var database: OpaquePointer?
    var statement: OpaquePointer?
    defer {
      unsafe sqlite3_finalize(statement)
      unsafe sqlite3_close(database)
    }
    let query = """
      SELECT id, label, story, CAST(round(memorability * 10000) AS INTEGER),
        CAST(round(valence * 10000) AS INTEGER)
      FROM review ORDER BY review
      """
    guard unsafe sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
      unsafe sqlite3_prepare_v2(database, query, -1, &statement, nil) == SQLITE_OK
    else {
      throw BenchError(
        "\(path): \(unsafe String(cString: sqlite3_errmsg(database)))", hint: "is it a store?")
    }
    while unsafe sqlite3_step(statement) == SQLITE_ROW {
      guard let id = unsafe sqlite3_column_text(statement, 0),
        let name = unsafe sqlite3_column_text(statement, 1),
        let label = Label(rawValue: unsafe String(cString: name))
      else { throw BenchError("\(path): a row without a verdict", hint: "look at what was stored") }
      add(
        id: Array(unsafe String(cString: id).utf8), label: label,
        story: unsafe sqlite3_column_int(statement, 2) == 1,
        memorability: unsafe sqlite3_column_int(statement, 3),
        valence: unsafe sqlite3_column_int(statement, 4))
    }
  }
}
