/// What the first object of a JSON dump shows at its top: whether it is a review, or holds a list of them.
struct JSONOutline {
  /// An array of objects that may be the reviews.
  struct List {
    /// The name of the array, as it stands between its quotes.
    var name: Range<Int>
    /// Where its elements begin.
    var start: Int
    var fitness: Fitness
  }

  /// How much an array looks like the reviews, the least first.
  enum Fitness: Int, Comparable {
    /// Photos, links, the company's answers.
    case foreign
    case unknown, texts
    /// It is called reviews or results, and its objects have a text.
    case reviews

    static func < (a: Fitness, b: Fitness) -> Bool { a.rawValue < b.rawValue }
  }

  /// How much the names of an object say that it has a text.
  private enum Words: Int, Comparable {
    case absent
    /// What an answer of a server is called too.
    case weak
    case strong

    static func < (a: Words, b: Words) -> Bool { a.rawValue < b.rawValue }
  }

  /// The array that looks most like the reviews, the first of equals.
  private(set) var list: List?
  /// The place after the object, `nil` where the sample ends in it or it is not valid.
  private(set) var end: Int?
  private var words = Words.absent

  /// Looks at the object at `start`, as far as the sample has it.
  init(_ bytes: Span<UInt8>, _ start: Int) {
    var i = bytes.pastSpace(start + 1)
    while i < bytes.count && bytes[i] == Byte.quote {
      guard let key = try? JSONSplitter.skip(bytes, i, bytes.count) else { return }
      let name = i + 1..<key - 1
      i = bytes.pastSpace(key)
      guard i < bytes.count, bytes[i] == Byte.colon else { return }
      i = bytes.pastSpace(i + 1)
      guard i < bytes.count else { return }
      if bytes[i] == Byte.openBracket {
        take(bytes, list: i + 1, name)
      } else if bytes[i] != Byte.openBrace {
        words = max(words, Self.words(of: Self.names(bytes, name)))
      }
      guard let value = try? JSONSplitter.skip(bytes, i, bytes.count) else { return }
      i = bytes.pastSpace(value)
      guard i < bytes.count, bytes[i] == Byte.comma else { break }
      i = bytes.pastSpace(i + 1)
    }
    if i < bytes.count && bytes[i] == Byte.closeBrace { end = i + 1 }
  }

  /// Whether the list is the dump rather than the object itself.
  ///
  /// - Parameter isFollowed: whether another object comes after this one.
  func isWrapper(isFollowed: Bool) -> Bool {
    switch list?.fitness {
    case nil: false
    case .reviews: words < .strong || !isFollowed
    case .texts, .unknown: words == .absent || (words == .weak && !isFollowed)
    case .foreign: words == .absent && !isFollowed
    }
  }

  private mutating func take(_ bytes: Span<UInt8>, list start: Int, _ name: Range<Int>) {
    let first = bytes.pastSpace(start)
    guard first < bytes.count, bytes[first] == Byte.openBrace else { return }
    var values: [RawValue] = []
    // Of an object that is cut off the values before that count.
    try? JSONSplitter.split(
      bytes, first..<Self.end(bytes, first), keys: JSONKeys(columns: []), into: &values)
    let words =
      values.filter { $0.form != .nested }
      .map { Self.words(of: Self.names(bytes, $0.nameStart..<$0.nameEnd)) }.max() ?? .absent
    let fitness = Self.fitness(of: Self.names(bytes, name), words)
    if let list, list.fitness >= fitness { return }
    list = List(name: name, start: start, fitness: fitness)
  }

  private static func end(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    (try? JSONSplitter.skip(bytes, start, bytes.count)) ?? bytes.count
  }

  private static func names(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ColumnNames {
    var name: [UInt8] = []
    name.append(bytes, range)
    return ColumnNames(String(decoding: name, as: UTF8.self))
  }

  private static func words(of names: ColumnNames) -> Words {
    guard names.rank(as: .text) != nil else { return .absent }
    return answers.contains(names.words.joined()) ? .weak : .strong
  }

  private static func fitness(of names: ColumnNames, _ words: Words) -> Fitness {
    let last = names.words.last ?? ""
    let isEnvelope = envelopes.contains(last) && !names.isForeign
    if lists.contains(last) || isEnvelope {
      return words == .strong ? .reviews : .texts
    }
    if names.isForeign { return .foreign }
    return words == .strong ? .texts : .unknown
  }

  private static let lists: Set<String> = [
    "review", "reviews", "recensies", "beoordelingen", "ervaringen",
  ]
  private static let envelopes: Set<String> = ["results", "resultaten", "items", "data"]
  private static let answers: Set<String> = [
    "message", "bericht", "content", "body", "description", "beschrijving", "omschrijving",
    "summary",
  ]
}
