import Testing

@testable import Lexicon

/// The short cuts of loading against what they stand for.
@Suite struct LoadingTests {
  /// What is read at once is what its cells say one by one, and nearly all rows can be read so.
  @Test func aRowOfNormsSaysWhatItsCellsSay() throws {
    let plain = ["0", "0.6", "0.05", "0.35", "1", "1.0", "1.00"]
    let others = [
      "-0.35", "-1", "-0", "-0.5", "", "05", "0.", "1.01", "2", "0.123", "+0.5", "x", " 0",
    ]
    var generator = RepeatableGenerator(state: 3)
    var count = (plain: 0, read: 0)
    for _ in 0..<20_000 {
      let isPlain = Bool.random(using: &generator)
      let cells = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        (isPlain ? plain : plain + others).randomElement(using: &generator)!
      }
      let start = "woord".utf8.count
      for rest in ["", "\n0\t0"] {
        let text = Array(("woord\t" + cells.joined(separator: "\t") + rest).utf8)
        let norms = Norms(plain: start..<text.count - rest.utf8.count, of: text.span)
        if isPlain && cells.count <= 7 {
          count.plain += 1
          if norms != nil { count.read += 1 }
        }
        if let norms { #expect(norms == Self.norms(cells), "\(cells)") }
      }
    }
    #expect(count.plain == count.read && count.plain > 10_000)
  }

  /// The norms that cells give; nil if they are not valid.
  private static func norms(_ cells: [String]) -> Norms? {
    var norms = Norms()
    guard cells.count <= Norms.Scale.allCases.count else { return nil }
    for (scale, cell) in zip(Norms.Scale.allCases, cells) {
      let bytes = Array(cell.utf8)
      guard let value = bytes.span.fixed(0..<bytes.count), scale.range.contains(value) else {
        return nil
      }
      norms[scale] = value
    }
    return norms
  }

  @Test(arguments: [0, 1, 2, 8, 24, 25, 200])
  func numbersAreSortedAndEachIsKeptOnce(count: Int) {
    var generator = RepeatableGenerator(state: UInt64(count))
    for _ in 0..<100 {
      let numbers = (0..<count).map { _ in Int32.random(in: -40...40, using: &generator) }
      var sorted = numbers
      sorted.sortDistinct()
      #expect(sorted == Set(numbers).sorted())
    }
  }

  /// Spellings that share their first bytes, end with them, and hold letters beyond ASCII.
  private static var spellings: (table: SpellingTable, texts: [String]) {
    var generator = RepeatableGenerator(state: 11)
    var table = SpellingTable()
    var texts: [String] = [""]
    while texts.count < 2_000 {
      let letters = (0..<Int.random(in: 1...19, using: &generator)).map { _ in
        ["a", "b", "é", "verhaal"].randomElement(using: &generator)!
      }
      let text = letters.joined()
      let bytes = Array(text.utf8)
      if Int(table.insert(bytes.span, 0..<bytes.count)) == texts.count { texts.append(text) }
    }
    return (table, texts)
  }

  @Test func spellingsAreSortedByTheirBytes() {
    let (table, texts) = Self.spellings
    let sorted = table.sorted(1..<texts.count).map { texts[$0] }
    #expect(sorted == texts.dropFirst().sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test func aTableOfSomeSpellingsKnowsTheseByTheirPlace() {
    let (table, texts) = Self.spellings
    var generator = RepeatableGenerator(state: 5)
    let order = (1..<Int32(texts.count)).filter { _ in Bool.random(using: &generator) }
      .shuffled(using: &generator)
    let some = SpellingTable(order, of: table)
    #expect(some.count == order.count + 1)
    for (place, number) in order.enumerated() {
      #expect(some.string(of: place + 1) == texts[Int(number)])
    }
    let places = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset + 1) })
    for (number, text) in texts.enumerated().dropFirst() {
      let bytes = Array(text.utf8)
      #expect(
        Int(some.number(of: bytes.span, 0..<bytes.count)) == places[Int32(number)] ?? 0, "\(text)")
    }
  }

  /// The rows of the places are those that they are written with, and equal ones have one number.
  @Test func everyPlaceKeepsItsWords() throws {
    var parser = RuleParser(byteCount: 100)
    let text = """
      (een|twee) drie (twee|een|een)
      drie een twee? (drie)
      een (vier|vijf|zes|zeven|acht|negen|tien|een|twee|drie) @klasse
      """.split(separator: "\n").map { $0 + "\t0.5" }.joined(separator: "\n")
    let file = LexiconFile(path: "nl/idioms.tsv", origin: "proef", bytes: Array(text.utf8))
    parser.read(file, number: 0)
    parser.end()
    let patterns = parser.patterns
    let rows = LiteralRows(patterns, parser.order.map { parser.rules[$0].patterns })
    #expect(parser.rules.count == 3)
    var numbers: [[Int32]: Int32] = [:]
    for (place, element) in patterns.elements.enumerated() {
      let words = element.literals.map { patterns.literals[Int($0)] }
      let number = rows.ofElements[place]
      #expect(Array(rows.rows.values[rows.rows.range(of: Int(number))]) == words)
      #expect(numbers.updateValue(number, forKey: words) ?? number == number)
    }
  }
}
