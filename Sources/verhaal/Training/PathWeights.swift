/// How often the reviews of a file count, and which files take part in every fit; a folder stands for all in it.
struct PathWeights {
  private var weights: [(path: String, weight: Double)] = []
  private let constant: [String]

  /// - Parameters:
  ///   - weights: `PATH=N` each.
  ///   - constant: paths.
  ///   - files: what is read; each path must stand for one of these at least.
  /// - Throws: `UsageError` for a path that stands for nothing, or a weight that is none.
  init(weights: [String], constant: [String], files: [String]) throws(UsageError) {
    self.constant = constant
    for text in weights {
      guard let equals = text.lastIndex(of: "="), let weight = Double(text[equals...].dropFirst()),
        weight > 0, weight <= 1_000
      else { throw UsageError("--weight is PATH=N with N above 0, not ‘\(text)’") }
      self.weights.append((String(text[..<equals]), weight))
    }
    for (flag, path) in self.weights.map({ ("weight", $0.path) }) + constant.map({ ("always", $0) })
    where !files.contains(where: { PathWeights.covers(path, $0) }) {
      throw UsageError("--\(flag) names ‘\(path)’, of which no file is read")
    }
  }

  /// That of the longest path given for it; 1 where none is.
  func weight(of file: String) -> Double {
    weights.filter { PathWeights.covers($0.path, file) }
      .max { $0.path.utf8.count < $1.path.utf8.count }?.weight ?? 1
  }

  func isConstant(_ file: String) -> Bool {
    constant.contains { PathWeights.covers($0, file) }
  }

  private static func covers(_ path: String, _ file: String) -> Bool {
    file == path || file.hasPrefix(path.hasSuffix("/") ? path : path + "/")
  }
}
