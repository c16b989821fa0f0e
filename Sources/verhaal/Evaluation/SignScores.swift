import StoryAnalysis

/// How well verdicts agree with grades on whether the writer is dissatisfied.
struct SignScores {
  /// In the order of their names.
  let domains: [SignScore]
  /// The mean over the domains, each counted once.
  let mean: Double

  /// - Parameter signs: of each review its domain, whether its grade says that the writer is dissatisfied, and the
  ///   verdict.
  /// - Returns: nil where there are none.
  init?(_ signs: [(domain: String, isDissatisfied: Bool, verdict: Label)]) {
    var matrices: [String: ConfusionMatrix] = [:]
    for (domain, isDissatisfied, verdict) in signs {
      matrices[domain, default: ConfusionMatrix(classes: 2)].add(
        wanted: isDissatisfied ? 1 : 0, given: verdict == .dissatisfied ? 1 : 0)
    }
    if matrices.isEmpty { return nil }
    domains = matrices.sorted { $0.key < $1.key }.map { SignScore(name: $0.key, $0.value) }
    mean = domains.compactMap(\.macroF1).reduce(0, +) / Double(domains.count)
  }
}
