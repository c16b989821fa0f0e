/// How long reviews are, as a standard by which groups are compared.
///
/// Long reviews tell more stories, whoever writes them. Direct standardisation asks what the shares of a group would be if
/// its reviews were as long as those of all groups together: the share in each band of length, weighted by the share of
/// that band in the whole.
public struct LengthStandard: Sendable, Hashable {
  /// The share of every band in `LengthBand.allCases`; zeros where there is no review at all.
  private let weights: [Double]

  /// - Parameter whole: all groups together.
  public init(_ whole: ReviewCounts) {
    let count = whole.count
    weights = LengthBand.allCases.map {
      count == 0 ? 0 : Double(whole.count($0)) / Double(count)
    }
  }

  /// How much of the standard lies in bands in which a group has reviews, 0 to 1.
  public func coverage(of counts: ReviewCounts) -> Double {
    used(by: counts).reduce(0) { $0 + $1.weight }
  }

  /// The bands in which a group has reviews.
  private func used(by counts: ReviewCounts) -> [(band: LengthBand, weight: Double)] {
    zip(LengthBand.allCases, weights).filter { $1 > 0 && counts.count($0) > 0 }
      .map { (band: $0, weight: $1) }
  }

  /// Whether a group has reviews of all lengths of the standard, so that it can be compared.
  public func covers(_ counts: ReviewCounts) -> Bool {
    zip(LengthBand.allCases, weights).allSatisfy { $1 == 0 || counts.count($0) > 0 }
  }

  /// The share of a cell if the reviews of a group were as long as the standard; nil for no reviews.
  ///
  /// Bands in which the group has none are left out and the others weigh more.
  public func share(_ cell: StoryCell, in counts: ReviewCounts) -> Double? {
    let used = used(by: counts)
    guard !used.isEmpty else { return nil }
    let whole = used.reduce(0) { $0 + $1.weight }
    return used.reduce(0) {
      $0 + $1.weight / whole * Double(counts.count(cell, in: $1.band))
        / Double(counts.count($1.band))
    }
  }

  /// A balance if the reviews of a group were as long as the standard, its interval that of the weighted sum of the bands.
  ///
  /// The one review that the interval adds to each side is divided over the bands as the standard is.
  public func balance(_ kind: BalanceKind, of counts: ReviewCounts) -> Balance {
    let used = used(by: counts)
    let whole = used.reduce(0) { $0 + $1.weight }
    guard whole > 0 else { return counts.balance(kind) }
    var value = 0.0
    var centre = 0.0
    var variance = 0.0
    for (band, bandWeight) in used {
      let weight = bandWeight / whole
      let count = counts.count(band)
      let (positive, negative) = counts.sides(of: kind, in: band)
      let share = Balance.Share(
        positive: positive, negative: negative, of: count, added: weight)
      value += weight * Double(positive - negative) / Double(count)
      centre += weight * share.difference
      variance += weight * weight * share.variance
    }
    return Balance(value: value, centre: centre, variance: variance)
  }
}
