import Foundation
import Lexicon
import ReviewStore
import StoryAnalysis

@testable import verhaal

extension FuzzTarget {
  /// A store in which bytes were changed: every query answers or fails with a `StoreError`.
  ///
  /// The input is a row of changes: four bytes for a place, one for how many follow, and those.
  static let store = FuzzTarget(name: "store") {
    let path = FileManager.default.temporaryDirectory.path + "/verhaal-fuzz-\(getpid()).sqlite"
    let code = await Verhaal.run(["mine", "-q", "Tests/Fuzz/Seeds/dump.csv", "--db", path])
    require(code == .done)
    let sound = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let words = try WordSearch("bel* \"nog steeds\"")
    return { bytes in
      var damaged = sound
      var rest = bytes[...]
      while rest.count > 5 {
        let place = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) } % damaged.count
        let count = Int(rest[rest.startIndex + 4]) % 32
        rest = rest.dropFirst(5)
        for (at, byte) in rest.prefix(count).enumerated() where place + at < damaged.count {
          damaged[place + at] = byte
        }
        rest = rest.dropFirst(count)
      }
      do {
        for suffix in ["-wal", "-shm", "-journal"] { unsafe unlink(path + suffix) }
        try Data(damaged).write(to: URL(fileURLWithPath: path))
        let store = try ReviewStore(path: path, .reading)
        var query = StoryQuery(limit: 5)
        _ = try store.stories(query)
        query.words = words
        query.grouping = .field("winkel")
        query.isPublishable = true
        _ = try store.stories(query)
        _ = try store.count
        _ = try store.analyzers
        _ = try store.fieldValues()
        _ = try store.newestDate()
        _ = try store.matches(words: "nog steeds")
        _ = try store.permissionCounts()
        try store.forEachReview { _ in }
        let writing = try ReviewStore(path: path, .writing)
        try writing.forget(Array(try writing.matches(words: "nog").prefix(1)))
        try writing.settle()
      } catch is StoreError {
      } catch { fatalError("\(error)") }
    }
  }
}
