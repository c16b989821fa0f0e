import Foundation
import ReviewIO

/// The sentences and titles of the corpus, by what the reviews in which they stand say.
struct SentencePool: Sendable {
  /// A sentence or title, and how many words it has.
  struct Sentence: Sendable {
    let bytes: [UInt8]
    let words: Int

    init(_ text: some StringProtocol) {
      bytes = Array(text.utf8)
      words = text.split(whereSeparator: \.isWhitespace).count
    }
  }

  /// What there is of one kind.
  struct Group: Sendable {
    let kind: ReviewKind
    fileprivate(set) var sentences: [Sentence] = []
    fileprivate(set) var titles: [Sentence] = []

    init(_ kind: ReviewKind, sentences: [String] = [], titles: [String] = []) {
      self.kind = kind
      self.sentences = sentences.map(Sentence.init)
      self.titles = titles.map(Sentence.init)
    }
  }

  /// Those that hold sentences.
  private(set) var groups: [Group]

  init(_ groups: [Group]) { self.groups = groups }

  /// - Parameter folder: that of the corpus; its own files and those of `contrast` and `domains` are read.
  /// - Throws: `BenchError` where there are none, `InputError` for one that cannot be read.
  init(corpus folder: String) throws {
    groups = ReviewKind.all.map { Group($0) }
    for part in ["", "/contrast", "/domains"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + part)) ?? []
      for name in names.sorted() where name.hasSuffix(".jsonl") || name.hasSuffix(".csv") {
        try add(folder + part + "/" + name)
      }
    }
    groups.removeAll { $0.sentences.isEmpty }
    if groups.isEmpty {
      throw BenchError(
        "\(folder): no reviews to take sentences from", hint: "name it with --corpus")
    }
  }

  private mutating func add(_ file: String) throws(InputError) {
    let reader = try ReviewReader(path: file, options: ReaderOptions())
    let parser = RecordParser(layout: reader.layout, options: ReaderOptions())
    while let chunk = try reader.nextChunk() {
      let batch = parser.parse(chunk)
      for record in batch.reviews {
        guard let kind = ReviewKind(record, in: batch),
          let place = groups.firstIndex(where: { $0.kind == kind })
        else { continue }
        let text = batch.bytes[record.text.range]
        let title = String(decoding: text.prefix(record.titleLength), as: UTF8.self)
        let body = text.dropFirst(record.titleLength > 0 ? record.titleLength + 1 : 0)
        if !title.isEmpty { groups[place].titles.append(Sentence(title)) }
        groups[place].sentences += Self.sentences(of: String(decoding: body, as: UTF8.self))
          .map { Sentence($0) }
      }
    }
  }

  /// Cut at line breaks, and behind a closing mark before a capital: a rule of its own, as the input must not change
  /// with what is measured.
  static func sentences(of text: String) -> [Substring] {
    var sentences: [Substring] = []
    for line in text.split(whereSeparator: \.isNewline) {
      var start = line.startIndex
      var previous: Character = " "
      var isClosed = false
      for at in line.indices {
        let character = line[at]
        if character.isUppercase && isClosed && previous == " " {
          sentences.append(line[start..<at])
          start = at
        }
        if character != " " { isClosed = ".!?…".contains(character) }
        previous = character
      }
      sentences.append(line[start...])
    }
    return sentences.map { sentence in
      let end = sentence.lastIndex { !$0.isWhitespace }
      return end.map { sentence[...$0] } ?? sentence[..<sentence.startIndex]
    }.filter { !$0.isEmpty }
  }
}
