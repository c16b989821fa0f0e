import StoryAnalysis
import Testing

/// What every labelled review of the corpus keeps to.
@Suite struct CorpusTests {
  static let folders = ["", "contrast", "domains", "everyday", "hard"]

  @Test(arguments: folders)
  func labelsAgreeWithEachOther(folder: String) throws {
    for entry in try CorpusFiles.entries(in: folder) {
      #expect(Label(rawValue: entry.label) != nil, "\(entry.id)")
      #expect((0...3).contains(entry.memorability), "\(entry.id)")
      #expect((entry.story == 1) == (entry.memorability > 0), "\(entry.id)")
      #expect((entry.story == 1) == !entry.moment.isEmpty, "\(entry.id)")
      #expect(entry.moment.isEmpty || entry.whole.contains(entry.moment), "\(entry.id)")
    }
  }

  @Test(arguments: folders)
  func noIdStandsTwice(folder: String) throws {
    let ids = try CorpusFiles.entries(in: folder).map(\.id)
    #expect(!ids.isEmpty)
    #expect(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
  }

  /// Two customers may well write "Prima", but no whole sentence alike.
  @Test func noTextOfMoreThanFiveWordsStandsTwice() throws {
    let entries = try Self.folders.flatMap { try CorpusFiles.entries(in: $0) }
      .filter { $0.text.split(separator: " ").count > 5 }
    let twice = Dictionary(grouping: entries, by: \.text).values.filter { $0.count > 1 }
    #expect(twice.map { $0.map(\.id) } == [])
  }
}
