import StoryAnalysis

/// What another program says of one review.
struct PeerAnswer: Decodable {
  let label: Label
  /// Of that label.
  let probability: Double
  let storyProbability: Double
  /// From 0 to 3.
  let memorability: Double

  private enum CodingKeys: CodingKey {
    case label, probabilities, storyProbability, memorability
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let name = try values.decode(String.self, forKey: .label)
    let probabilities = try values.decode([String: Double].self, forKey: .probabilities)
    storyProbability = try values.decode(Double.self, forKey: .storyProbability)
    memorability = try values.decode(Double.self, forKey: .memorability)
    let all = Label.allCases.compactMap { probabilities[$0.rawValue] }
    guard let label = Label(rawValue: name), let probability = probabilities[name],
      all.count == Label.allCases.count,
      (all + [storyProbability]).allSatisfy({ (0...1).contains($0) }),
      (0...3).contains(memorability)
    else { throw OutOfRange() }
    self.label = label
    self.probability = probability
  }

  private struct OutOfRange: Error {}
}
