import ReviewIO
import ReviewStore

extension Arguments {
  /// The store among the operands, if there is one.
  ///
  /// - Throws: `UsageError` where it does not stand alone, or where a flag says how to read a dump.
  func storePath() throws(UsageError) -> String? { try storePath(among: operands) }

  /// The same among some of the operands.
  func storePath(among operands: [String]) throws(UsageError) -> String? {
    guard let path = operands.first(where: ReviewStore.isStore) else { return nil }
    guard operands.count == 1 else {
      throw UsageError("\(path) is a store, which stands alone", hint: "give one store, or dumps")
    }
    // These mean something for a store too.
    let meaningful = ["source", "threads", "id", "scale"]
    if let flag = Flag.input.first(where: { has($0.name) && !meaningful.contains($0.name) }) {
      throw UsageError("--\(flag.name) says how to read a dump, and \(path) is a store")
    }
    return path
  }
}
