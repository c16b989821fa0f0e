import CSQLite
import Testing

@testable import ReviewStore

/// Words found in a text as the full-text index finds them.
@Suite struct WordSearchTests {
  static let texts = [
    "Toen kwam de bezorger terug in het Café à Porté.",
    "De bezorger met zo'n e-mail van dhr. Crème.",
    "De bezorger, NOG STEEDS wachtend op één antwoord.",
    "Hij, steeds nog de bezorgers 👍🏽 en Ångström, И́ван, œuvre.",
    "Een bezorger\nAND OR NOT NEAR text rowid.",
    "", "\u{0} nul\u{0}len\u{301} ｆｕｌｌ İstanbul ß STRASSE ﬁjn 日本 ١٢ x\u{FFFD}y",
  ]

  /// Words, and the texts that hold them, by their first letters; nil where there are no words in it.
  static let cases: [(words: String, found: [Int]?)] = [
    ("cafe", [0]), ("CAFÉ", [0]), ("caf", []), ("caf*", [0]), ("\"cafe a\"", [0]),
    ("\"cafe a por\"*", [0]), ("\"cafe a por*\"", [0]), ("\"a cafe\"", []), ("porte cafe", [0]),
    ("zo'n", [1]), ("zo", [1]), ("e-mail", [1]), ("\"e mail\"", [1]), ("mail e", [1]),
    ("mail-e", []), ("creme", [1]), ("\"nog steeds\"", [2]), ("nog steeds", [2, 3]),
    ("een", [2, 4]),
    ("bezorger", [0, 1, 2, 4]), ("bezorgers", [3]), ("bezorger*", [0, 1, 2, 3, 4]),
    ("angstrom", [3]), ("œuvre", [3]), ("oeuvre", []), ("“nog steeds”", [2]), ("\"nog steeds", [2]),
    // What means something to FTS5 is words here.
    ("AND", [4]), ("OR", [4]), ("NOT near", [4]), ("cafe OR creme", []), ("cafe AND creme", []),
    ("NEAR(cafe porte)", []), ("text: rowid", [4]), ("text:cafe", []), ("^toen", [0]),
    ("-cafe", [0]), ("cafe + a", [0]), ("{text} : cafe", []), ("cafe\"", [0]), ("\"", nil),
    ("\"\"\"\"", nil), ("cafe\" OR \"creme", []), ("'; DROP TABLE review; --", []), ("*", nil),
    ("cafe) OR (creme", []), ("cafe*\" OR text_search MATCH \"a", []), ("%", nil), ("c_fe", []),
    ("\\\"", nil), (" ", nil), ("👍", nil), ("", nil), ("cafe * creme", []), ("* cafe", [0]),
    ("\"cafe\"\"porte\"", [0]), ("bezorger\u{0}cafe", []),
  ]

  /// The texts that the index of a store finds.
  static func indexed(_ search: WordSearch) throws -> [Int] {
    let database = try Database(":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try database.run(
      "CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', columnsize = 0)"
    )
    let insertion = try Statement(database, "INSERT INTO t (rowid, text) VALUES (?, ?)")
    for (number, text) in texts.enumerated() {
      try insertion.run(.integer(Int64(number)), .text(text))
    }
    let query = try Statement(database, "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid")
    query.bind([.text(search.expression)])
    var found: [Int] = []
    while try query.step() { found.append(Int(query.integer(0))) }
    return found
  }

  static func matched(_ search: WordSearch) throws -> [Int] {
    let matcher = try WordMatcher(search)
    return texts.indices.filter { matcher.matches(texts[$0].utf8) }
  }

  @Test(arguments: cases)
  func aTextIsSearchedAsAStoreIs(words: String, expected: [Int]?) throws {
    guard let search = try WordSearch(words) else {
      #expect(expected == nil)
      return
    }
    #expect(try Self.matched(search) == expected)
    #expect(try Self.indexed(search) == expected)
  }

  @Test func whateverIsTypedIsSearchedAlike() throws {
    let pieces =
      Self.texts.flatMap { $0.split { " .,\n".contains($0) }.map(String.init) }
      + [
        "*", "\"", "'", "(", ")", " ", " AND ", " OR ", " NOT ", "NEAR(", "^", ":", "-", "+", "{",
        "}", "\\", "\u{0}",
      ]
    var generator = SystemRandomNumberGenerator()
    var found = 0
    for _ in 0..<400 {
      let words = (0..<Int.random(in: 1...4, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let search = try WordSearch(words) else { continue }
      let indexed = try Self.indexed(search)
      found += indexed.count
      #expect(try Self.matched(search) == indexed, "\(words)")
    }
    #expect(found > 100)
  }

  @Test(arguments: [
    ("Straße 5", "STRASSE 5"), ("STRAẞE", "strasse"), ("ﬁjn", "FIJN"), ("Cafe\u{301}", "CAFÉ"),
    ("İstanbul", "istanbul"), ("Jan.JANSEN@example.nl", "jan.jansen@EXAMPLE.nl"),
  ])
  func textsFoldAlike(one: String, other: String) throws {
    let tokenizer = try WordTokenizer()
    #expect(tokenizer.folded(one) == tokenizer.folded(other))
    #expect(tokenizer.folded(one) != tokenizer.folded(other + "!"))
  }
}
