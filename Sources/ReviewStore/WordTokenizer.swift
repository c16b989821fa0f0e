import CSQLite

/// The words of a text as the full-text index of a store has them: small and without accents.
///
/// It is the index's own tokenizer, so that a dump is searched as a store is. For use from one thread at a time.
@safe final class WordTokenizer {
  /// As the tables of the index are declared.
  private static let arguments = ["remove_diacritics", "2"]

  private let database: Database
  private var functions: fts5_tokenizer
  private var tokenizer: OpaquePointer?
  /// The words of the last text, behind each other.
  private var letters: [UInt8] = []
  private var ends: [Int] = []
  /// Where they stand in it.
  private var places: [Range<Int>] = []

  init() throws(StoreError) {
    let database = try Database(":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    self.database = database
    functions = fts5_tokenizer()
    var context: UnsafeMutableRawPointer?
    guard let api = unsafe csqlite_full_text(database.handle),
      unsafe api.pointee.xFindTokenizer(api, "unicode61", &context, &functions) == SQLITE_OK
    else {
      throw StoreError(
        .oldLibrary, path: "SQLite", message: "has no full-text search",
        hint: "install a libsqlite3 with FTS5")
    }
    let code = unsafe WordTokenizer.arguments[0].withCString { first in
      unsafe WordTokenizer.arguments[1].withCString { second in
        var words: [UnsafePointer<CChar>?] = unsafe [first, second]
        return unsafe functions.xCreate(context, &words, Int32(words.count), &tokenizer)
      }
    }
    guard code == SQLITE_OK else { throw database.failure(code) }
  }

  deinit { if let tokenizer = unsafe tokenizer { unsafe functions.xDelete(tokenizer) } }

  var count: Int { ends.count }

  subscript(word: Int) -> ArraySlice<UInt8> {
    letters[(word == 0 ? 0 : ends[word - 1])..<ends[word]]
  }

  /// Takes the words of a text in the place of those of the last.
  func read(_ text: some Collection<UInt8>) {
    letters.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    let bytes = ContiguousArray(text)
    unsafe bytes.withUnsafeBytes { bytes in
      guard let start = unsafe bytes.bindMemory(to: CChar.self).baseAddress else { return }
      let receiver = unsafe Unmanaged.passUnretained(self).toOpaque()
      _ = unsafe functions.xTokenize(
        tokenizer, receiver, FTS5_TOKENIZE_DOCUMENT, start, Int32(clamping: bytes.count)
      ) { receiver, _, word, count, start, end in
        guard let receiver = unsafe receiver, let word = unsafe word else { return SQLITE_OK }
        let words = unsafe Unmanaged<WordTokenizer>.fromOpaque(receiver).takeUnretainedValue()
        unsafe words.take(
          UnsafeRawBufferPointer(start: word, count: Int(count)), at: Int(start)..<Int(end))
        return SQLITE_OK
      }
    }
  }

  /// The text with its words small and without accents, and what stands between them as it is.
  func folded(_ text: String) -> [UInt8] {
    // The index knows no capitals of two letters: ß is ss here, and ﬁ is fi.
    let bytes = Array(text.lowercased().uppercased().utf8)
    read(bytes)
    var folded: [UInt8] = []
    var end = 0
    for word in 0..<count {
      folded += bytes[end..<places[word].lowerBound] + self[word]
      end = places[word].upperBound
    }
    return folded + bytes[end...]
  }

  private func take(_ word: UnsafeRawBufferPointer, at place: Range<Int>) {
    unsafe letters.append(contentsOf: word)
    ends.append(letters.count)
    places.append(place)
  }
}
