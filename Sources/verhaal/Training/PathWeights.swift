/// How often the reviews of a file count, which files take part in every fit and which have a base of their own; a folder stands for all in it.
struct PathWeights {
  private var weights: [(path: String, weight: Double)] = []
  private let constant: [String]
  private let ownBases: [String]

  /// - Parameters:
  ///   - weights: `PATH=N` each.
  ///   - constant: paths.
  ///   - ownBases: paths, each of which has one base.
  ///   - files: what is read; each path must stand for one of these at least.
  /// - Throws: `UsageError` for a path that stands for nothing, or a weight that is none.
  init(
    weights: [String], constant: [String], ownBases: [String], files: [String]
  ) throws(UsageError) {
    self.constant = constant
    self.ownBases = ownBases
    for text in weights {
      guard let equals = text.lastIndex(of: "="), let weight = Double(text[equals...].dropFirst()),
        weight > 0, weight <= 1_000
      else { throw UsageError("--weight is PATH=N with N above 0, not ‘\(text)’") }
      self.weights.append((String(text[..<equals]), weight))
    }
    let paths =
      self.weights.map { ("weight", $0.path) } + constant.map { ("always", $0) }
      + ownBases.map { ("own-base", $0) }
    for (flag, path) in paths
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

  /// The number of the longest path given for a base of its own; nil where none is.
  func ownBase(of file: String) -> Int? {
    ownBases.indices.filter { PathWeights.covers(ownBases[$0], file) }
      .max { ownBases[$0].utf8.count < ownBases[$1].utf8.count }
  }

  private static func covers(_ path: String, _ file: String) -> Bool {
    file == path || file.hasPrefix(path.hasSuffix("/") ? path : path + "/")
  }
}
