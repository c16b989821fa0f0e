/// What tells copies of a text: a hash of its letters, and a MinHash over its runs of three words.
///
/// Capitals, accents, punctuation and emoji do not count. Two texts agree in about as many of the 64 numbers as the
/// share of runs that they have in common (Broder, 1997). The same text gives the same signature on every machine.
public struct TextSignature: Sendable {
  /// Numbers in a signature, each of 16 bits.
  static let count = 64
  /// Bytes of a signature.
  public static let size = 2 * count

  /// Two registers on every machine; wider ones are slow.
  typealias Lanes = SIMD16<Int16>

  /// A text is told by so many words: of more the least values would all be the same.
  private static let mostWords = 5_000

  /// A hash of letters and digits; nil where there are none.
  private(set) var letters: UInt64?
  private var minima: (Lanes, Lanes, Lanes, Lanes)

  /// - Parameter range: of the text in `buffer`.
  public init(_ range: Range<Int>, in buffer: [UInt8]) {
    let bytes = buffer.span
    let permutations = Self.permutations
    let top = Lanes(repeating: .max)
    var minima = (top, top, top, top)
    var letters = LetterHash()
    var before: (UInt64, UInt64) = (0, 0)
    var words = 0
    var state = Self.wordStart
    var isInWord = false
    var at = range.lowerBound
    while at <= range.upperBound {
      let folded =
        at < range.upperBound
        ? Self.folded(bytes, &at, range.upperBound) : Self.separator(&at)
      switch folded {
      case .dropped: break
      case .separator:
        guard isInWord else { break }
        let word = StableHash.mixed(state)
        words += 1
        if words >= 3 && words <= Self.mostWords {
          permutations.lower(&minima, by: before.0, before.1, word)
        }
        before = (before.1, word)
        state = Self.wordStart
        isInWord = false
      case .letter(let unit):
        isInWord = true
        state = (state ^ UInt64(unit)) &* 0x100_0000_01b3
        letters.add(unit)
      }
    }
    // Of one or two words there is no run of three; they are taken as they are.
    if words == 1 || words == 2 { permutations.lower(&minima, by: 0, before.0, before.1) }
    self.minima = minima
    self.letters = letters.value
  }

  /// The hash of letters and digits alone; nil where there are none.
  ///
  /// - Parameter range: of the text in `buffer`.
  public static func letters(_ range: Range<Int>, in buffer: [UInt8]) -> UInt64? {
    let bytes = buffer.span
    var letters = LetterHash()
    var at = range.lowerBound
    while at < range.upperBound {
      if case .letter(let unit) = folded(bytes, &at, range.upperBound) { letters.add(unit) }
    }
    return letters.value
  }

  /// The numbers, lowest byte first, behind each other.
  public func append(to bytes: inout [UInt8]) {
    for quarter in [minima.0, minima.1, minima.2, minima.3] {
      var numbers = quarter
      for lane in 0..<16 { numbers[lane] = quarter[lane].littleEndian }
      unsafe withUnsafeBytes(of: numbers) { unsafe bytes.append(contentsOf: $0) }
    }
  }

  /// The same as a store has them: none where there are no letters.
  public func append(toStored bytes: inout [UInt8]) {
    if letters != nil { append(to: &bytes) }
  }

  // MARK: Runs of words

  /// Sixty-four permutations of sixteen bits.
  ///
  /// Sixteen bits a number are one instruction for eight of them on every machine, and half of what a store would take
  /// with 32.
  private struct Permutations {
    /// Sixty-four numbers that do not change, from the sequence of SplitMix64.
    private let seeds = lanes(0) { $0 }
    private let factors = lanes(64) { $0 | 1 }

    private static func lanes(
      _ first: Int, _ change: (Int16) -> Int16
    ) -> (Lanes, Lanes, Lanes, Lanes) {
      func quarter(_ number: Int) -> Lanes {
        var lanes = Lanes()
        for lane in 0..<16 {
          let place = UInt64(first + 16 * number + lane + 1)
          lanes[lane] = change(
            Int16(truncatingIfNeeded: StableHash.mixed(place &* 0x9e37_79b9_7f4a_7c15)))
        }
        return lanes
      }
      return (quarter(0), quarter(1), quarter(2), quarter(3))
    }

    /// Takes a run of three words in: each number is the least of the values that its permutation gives the runs. Half
    /// of them read the lower bits of a run, half the upper ones.
    @inline(__always)
    func lower(
      _ minima: inout (Lanes, Lanes, Lanes, Lanes), by first: UInt64, _ second: UInt64,
      _ third: UInt64
    ) {
      let run = StableHash.mixed(
        first &* 0x9e37_79b9_7f4a_7c15 ^ second &* 0xc2b2_ae3d_27d4_eb4f &+ third)
      let low = Lanes(repeating: Int16(truncatingIfNeeded: run))
      let high = Lanes(repeating: Int16(truncatingIfNeeded: run >> 16))
      minima.0 = Self.least(minima.0, (low ^ seeds.0) &* factors.0)
      minima.1 = Self.least(minima.1, (low ^ seeds.1) &* factors.1)
      minima.2 = Self.least(minima.2, (high ^ seeds.2) &* factors.2)
      minima.3 = Self.least(minima.3, (high ^ seeds.3) &* factors.3)
    }

    @inline(__always)
    private static func least(_ first: Lanes, _ second: Lanes) -> Lanes {
      first.replacing(with: second, where: second .< first)
    }
  }

  private static let permutations = Permutations()

  // MARK: Letters

  private enum Folded {
    case letter(UInt32)
    case separator, dropped
  }

  private static let wordStart: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func separator(_ at: inout Int) -> Folded {
    at += 1
    return .separator
  }

  /// The next letter, small and without its accent, or what else stands there.
  @inline(__always)
  private static func folded(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) -> Folded {
    let byte = bytes[at]
    if byte < 0x80 {
      at += 1
      if byte | 0x20 &- 0x61 < 26 { return .letter(UInt32(byte | 0x20)) }
      return byte &- 0x30 < 10 ? .letter(UInt32(byte)) : .separator
    }
    let length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    let start = at
    at = min(start + length, end)
    guard at - start == length else { return .separator }
    let second = bytes[start + 1]
    switch byte {
    case 0xc3:
      guard second != 0x97, second != 0xb7 else { return .separator }
      return .letter(UInt32(latin[Int(second & 0x1f)]))
    case 0xcc: return .dropped
    case 0xcd where second < 0xb0: return .dropped
    // Signs of Latin-1, punctuation, and emoji with what belongs to them.
    case 0xc2, 0xe2, 0xef, 0xf0...0xff: return .separator
    default:
      let third = length > 2 ? UInt32(bytes[start + 2]) : 0
      return .letter(UInt32(byte) | UInt32(second) << 8 | third << 16)
    }
  }

  /// The letters from À to ß and from à to ÿ without their accents; Æ, Ð, Þ and ß as capitals, which nothing else is.
  private static let latin: [UInt8] = Array("aaaaaaAceeeeiiiiDnooooo.ouuuuyPS".utf8)
}
