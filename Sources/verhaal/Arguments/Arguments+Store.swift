import ReviewIO
import ReviewStore

extension Arguments {
  /// The store among the operands, if there is one.
  ///
  /// - Parameter meaningful: flags that say something of a store too, besides those that always do.
  /// - Throws: `UsageError` where it does not stand alone, or where a flag says how to read a dump.
  func storePath(meaningful: [String] = []) throws(UsageError) -> String? {
    try storePath(among: operands, meaningful: meaningful)
  }

  /// The same among some of the operands.
  func storePath(
    among operands: [String], meaningful: [String] = []
  ) throws(UsageError) -> String? {
    guard let path = operands.first(where: ReviewStore.isStore) else { return nil }
    guard operands.count == 1 else {
      throw UsageError("\(path) is a store, which stands alone", hint: "give one store, or dumps")
    }
    let meaningful = ["source", "threads"] + meaningful
    if let flag = Flag.input.first(where: { has($0.name) && !meaningful.contains($0.name) }) {
      throw UsageError("--\(flag.name) says how to read a dump, and \(path) is a store")
    }
    return path
  }
}
