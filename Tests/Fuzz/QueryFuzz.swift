import Foundation
import Lexicon
import ReviewIO
import ReviewStore
import StoryAnalysis

@testable import verhaal

extension FuzzTarget {
  /// Flags of `top`, a word a line: wrong ones are refused; of right ones the store never fails, and it gives the
  /// stories that a look at each review gives.
  static let query = FuzzTarget(name: "query") {
    let (store, batch) = try await queried()
    let identities = batch.reviews.reviews.map { batch.identity(of: $0) }
    let lexicon = try Lexicon.load()
    return { bytes in
      let words = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      do {
        let arguments = try Arguments(words, flags: Command.top.allFlags)
        if arguments.has("help") { return }
        var query = try arguments.storyQuery(lexicon, isStore: true)
        _ = try store.stories(query)
        query.limit = .max
        query.grouping = nil
        query.isDiverse = false
        query.isPublishable = false
        query.source = nil
        query.ratingScale = nil
        query.ids = []
        let filter = StoryFilter(query)
        let expected = batch.reviews.reviews.indices.filter {
          filter.accepts($0, of: batch, identities[$0])
        }.map { batch.idStem(of: batch.reviews.reviews[$0], identities[$0]) }
        let found = try store.stories(query).map(\.id)
        require(found.sorted() == expected.sorted(), "\(words)\n\(found)\n\(expected)")
      } catch is UsageError {
      } catch { fatalError("\(words)\n\(error)") }
    }
  }

  /// A store, and the same reviews as they are read.
  static func queried() async throws -> (ReviewStore, AnalyzedBatch) {
    let dump = "Tests/Fuzz/Seeds/dump.csv"
    let path = FileManager.default.temporaryDirectory.path + "/verhaal-fuzz-\(getpid()).sqlite"
    let code = await Verhaal.run(["mine", "-q", dump, "--db", path])
    require(code == .done)
    let store = try ReviewStore(path: path, .reading)
    for suffix in ["", "-wal", "-shm"] { unsafe unlink(path + suffix) }
    let options = ReaderOptions()
    let reader = try ReviewReader(path: dump, options: options)
    let chunk = try reader.nextChunk()!
    return (
      store,
      AnalyzedBatch(
        RecordParser(layout: reader.layout, options: options).parse(chunk), layout: reader.layout,
        analyzer: try Analyzer(), detail: [])
    )
  }
}
