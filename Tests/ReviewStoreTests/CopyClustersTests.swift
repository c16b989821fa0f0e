import Testing

@testable import ReviewStore

@Suite struct CopyClustersTests {
  /// A signature of 64 numbers, the first of which are those of a kind.
  static func signature(_ kind: Int, equal: Int, rest: Int) -> [UInt8] {
    (0..<64).flatMap { place in
      let number = place < equal ? kind * 100 + place : 30_000 + rest * 100 + place
      return (0..<2).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
  }

  static func clusters(_ signatures: [[UInt8]]) -> [Int] {
    var copies = CopyClusters()
    for signature in signatures { copies.add(signature) }
    return copies.clusters()
  }

  @Test func theThresholdIsExact() {
    let least = CopyClusters.leastEqual
    let whole = Self.signature(1, equal: 64, rest: 0)
    #expect(Self.clusters([whole, Self.signature(1, equal: least, rest: 1)]) == [0, 0])
    #expect(Self.clusters([whole, Self.signature(1, equal: least - 1, rest: 1)]) == [0, 1])
    #expect(Self.clusters([]) == [])
    // Texts without words are copies of nothing.
    #expect(Self.clusters([[], [], whole, [], whole]) == [0, 1, 2, 3, 2])
  }

  @Test func copiesOfCopiesBelongTogetherInAnyOrder() {
    // Each differs from the next in twenty numbers, the first from the last in all.
    let chain = (0..<9).map { step in
      (0..<64).flatMap { place in
        let number = UInt32(place + 64 * ((step * 20 + 63 - place) / 64))
        return (0..<2).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
      }
    }
    let others = (0..<40).map { Self.signature($0 + 5, equal: 64, rest: 0) }
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      let order = (0..<49).shuffled(using: &generator)
      let clusters = Self.clusters(order.map { $0 < 9 ? chain[$0] : others[$0 - 9] })
      let ofChain = Set(order.indices.filter { order[$0] < 9 }.map { clusters[$0] })
      #expect(ofChain.count == 1)
      #expect(Set(clusters).count == 41)
    }
  }

  /// Held against all pairs, for texts written from templates.
  @Test func theBandsMissFewPairs() {
    let words = (0..<300).map { "woord\($0 * 7 % 300)" }
    var signatures: [[UInt8]] = []
    for text in 0..<400 {
      var template = (0..<30).map { words[(text % 40 * 7 + $0 * (text % 40 + 1)) % 300] }
      // One to three words of a template are others.
      for change in 0..<(text / 40 % 4) {
        template[(text + change * 9) % 30] = "naam\(text)x\(change)"
      }
      let bytes = Array(template.joined(separator: " ").utf8)
      var signature: [UInt8] = []
      TextSignature(0..<bytes.count, in: bytes).append(toStored: &signature)
      signatures.append(signature)
    }
    func equal(_ a: [UInt8], _ b: [UInt8]) -> Int {
      stride(from: 0, to: 128, by: 2).count { a[$0..<$0 + 2] == b[$0..<$0 + 2] }
    }
    let clusters = Self.clusters(signatures)
    var (pairs, missed, wrong) = (0, 0, 0)
    for first in 0..<400 {
      for second in 0..<first
      where equal(signatures[first], signatures[second]) >= CopyClusters.leastEqual {
        pairs += 1
        if clusters[first] != clusters[second] { missed += 1 }
      }
      // Templates share nothing.
      if clusters[first] % 40 != first % 40 { wrong += 1 }
    }
    #expect(pairs > 500 && missed * 100 <= pairs && wrong == 0, "\(pairs) \(missed) \(wrong)")
  }
}
