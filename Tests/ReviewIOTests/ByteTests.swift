import Testing

@testable import ReviewIO

@Suite struct ByteTests {
  /// Every byte at every place of a run of up to forty, from every start, against a look at each byte.
  @Test func theFirstPlaceIsThatOfASlowLook() {
    for count in 0...40 {
      var isSame = true
      for place in 0...count {
        var bytes = [UInt8](repeating: UInt8(ascii: "e"), count: count)
        if place < count { bytes[place] = UInt8(ascii: "\"") }
        for end in 0...count {
          for from in 0...end {
            let slow = from <= place && place < end ? place : end
            let two = bytes.span.first(Byte.quote, Byte.backslash, from: from, to: end)
            let three = bytes.span.first(0, 1, Byte.quote, from: from, to: end)
            if two != slow || three != slow { isSame = false }
          }
        }
      }
      #expect(isSame, "\(count) bytes")
    }
  }

  @Test func aWordIsItsBytesWithTheFirstOneLowest() {
    let bytes: [UInt8] = Array("Geen commentaar".utf8)
    for start in 0...bytes.count {
      for count in 0...(bytes.count - start) {
        let slow = (0..<min(8, count)).map { UInt64(bytes[start + $0]) << UInt64(8 * $0) }
        #expect(bytes.span.word(start, count: count) == slow.reduce(0, |))
      }
    }
  }

  /// Every byte at every place of a word, and its neighbours.
  @Test func wordsAreComparedWithoutTheCaseOfLetters() {
    for count in 1...FoldedWord.maximumCount {
      for place in 0..<count {
        for byte in UInt8.min...UInt8.max {
          var word = [UInt8](repeating: UInt8(ascii: "e"), count: count)
          word[place] = byte
          let folded = word.map(Byte.folded)
          let range = 0..<count
          #expect(FoldedWord(word.span, range) == FoldedWord(folded.span, range))
          guard byte &- 0x41 >= 26, byte &- 0x61 >= 26 else { continue }
          word[place] = byte ^ 0x20
          guard word[place] &- 0x41 >= 26, word[place] &- 0x61 >= 26 else { continue }
          #expect(FoldedWord(word.span, range) != FoldedWord(folded.span, range))
        }
      }
    }
    let long = [UInt8](repeating: UInt8(ascii: "e"), count: FoldedWord.maximumCount + 1)
    #expect(FoldedWord(long.span, 0..<long.count) == nil)
  }

  /// Runs of a byte, of every length, and what a run before them adds.
  @Test func hashesTellBytesApart() {
    var hashes: Set<UInt64> = []
    var count = 0
    for byte in [UInt8(0), 1, 0x65, 0xff] {
      for length in 1...100 {
        let bytes = [UInt8](repeating: byte, count: length)
        for seed in [UInt64(0), 1] {
          hashes.insert(ByteHash.hash(bytes.span, 0..<length, seed: seed))
          count += 1
        }
        // Where the bytes stand makes no difference.
        let moved = [7] + bytes + [9]
        #expect(
          ByteHash.hash(moved.span, 1..<(length + 1)) == ByteHash.hash(bytes.span, 0..<length))
      }
    }
    #expect(hashes.count == count)
  }
}
