import Testing

@testable import ReviewStore

@Suite struct LetterHashTests {
  @Test(arguments: 1..<40 as Range<UInt32>)
  func letterByLetterIsTheSameAsAllBytesAtOnce(count: UInt32) {
    var hash = LetterHash()
    var bytes: [UInt8] = []
    for place in 0..<count {
      let isWide = place % 5 == 4
      let letter: UInt32 = isWide ? 0xd0b0 + place << 16 : 0x61 + place
      hash.add(letter)
      bytes.append(UInt8(truncatingIfNeeded: letter))
      guard isWide else { continue }
      bytes.append(UInt8(truncatingIfNeeded: letter >> 8))
      bytes.append(UInt8(truncatingIfNeeded: letter >> 16))
    }
    var whole = StableHash()
    whole.add(bytes.span, 0..<bytes.count)
    #expect(hash.value == whole.value)
  }

  @Test func noLettersHaveNoHash() { #expect(LetterHash().value == nil) }
}
