/// Puts copies of a text together, told by their MinHash signatures.
///
/// Two texts are copies where their signatures agree in at least `leastEqual` numbers, and so are those that are linked
/// by others. To whom a text belongs does not depend on the order in which texts are added. Takes 128 bytes a text and,
/// while clusters are sought, some 30 more.
public struct CopyClusters: Sendable {
  /// Of 64 numbers, three fifths: copies with one word in fourteen changed, or two in thirty, share as many of their
  /// runs of three words, and reviews written apart from one another seldom one in ten. An estimate from 64 numbers is
  /// out by 0.06 (one standard deviation), so that texts which share a third reach it once in a hundred thousand.
  static let leastEqual = 38

  /// Numbers that must all agree for two texts to be compared. Of 21 such bands at least one agrees in 99 of 100 pairs
  /// that share three fifths, and in none for nearly all others.
  private static let bandWidth = 3
  private static let bandCount = TextSignature.count / bandWidth

  /// With how many of those that follow it a text is compared in a band, in the order of their signatures. Only a band
  /// that many different texts share has more, all with the same template in it; they are then linked in a chain.
  private static let mostCompared = 24

  private typealias Lanes = TextSignature.Lanes
  /// Four a text.
  private var lanes: [Lanes] = []
  /// Those without a signature, which are copies of nothing.
  private var blank: Set<Int> = []

  public private(set) var count = 0

  /// - Parameter capacity: how many texts there will be, as far as is known.
  public init(capacity: Int = 0) { lanes.reserveCapacity(4 * capacity) }

  /// Adds a text by its signature: 64 numbers of 16 bits, lowest byte first; of any other size is that of a text without
  /// words.
  public mutating func add(_ signature: [UInt8]) {
    let isWhole = signature.count == TextSignature.size
    if !isWhole { blank.insert(count) }
    for quarter in 0..<4 {
      var numbers = Lanes()
      if isWhole {
        for lane in 0..<16 { numbers[lane] = Self.number(signature, 32 * quarter + 2 * lane) }
      }
      lanes.append(numbers)
    }
    count += 1
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int16 {
    Int16(bitPattern: UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8)
  }

  /// The number of the cluster of every text: that of the first text in it.
  public func clusters() -> [Int] { clusters(among: Array(0..<count)) }

  /// The same for some of the texts, as if the others had not been added.
  ///
  /// - Returns: for each of `texts` a number, the same for those that belong together.
  public func clusters(among texts: [Int]) -> [Int] {
    let order = texts.filter { !blank.contains($0) }
      .map { (hash: hash(of: $0), text: UInt32($0)) }
      .sorted { first, second in
        if first.hash != second.hash { return first.hash < second.hash }
        return isBefore(Int(first.text), Int(second.text))
      }
    var forest = Forest(count)
    // Of equal signatures one is enough to compare.
    var distinct: [UInt32] = []
    for (_, text) in order {
      if let last = distinct.last, isSame(Int(last), Int(text)) {
        forest.join(Int(last), Int(text))
      } else {
        distinct.append(text)
      }
    }
    // The key of the band above, the place in `distinct` below: numbers are sorted faster than pairs.
    var keys = [UInt64](repeating: 0, count: distinct.count)
    for band in 0..<Self.bandCount {
      for (place, text) in distinct.enumerated() {
        keys[place] = key(of: Int(text), band) << 32 | UInt64(place)
      }
      keys.sort()
      for first in keys.indices {
        let one = Int(distinct[Int(keys[first] & 0xffff_ffff)])
        let end = min(keys.count, first + 1 + Self.mostCompared)
        var second = first + 1
        while second < end, keys[second] >> 32 == keys[first] >> 32 {
          let other = Int(distinct[Int(keys[second] & 0xffff_ffff)])
          if forest.root(of: one) != forest.root(of: other), areCopies(one, other) {
            forest.join(one, other)
          }
          second += 1
        }
      }
    }
    return texts.map { forest.root(of: $0) }
  }

  // MARK: Signatures

  private func areCopies(_ first: Int, _ second: Int) -> Bool {
    let near = agreements(first, second, 0) &+ agreements(first, second, 1)
    // Nearly all that share a band by chance are out after half of the numbers.
    guard near &+ 32 >= Self.leastEqual else { return false }
    return near &+ agreements(first, second, 2) &+ agreements(first, second, 3) >= Self.leastEqual
  }

  @inline(__always)
  private func agreements(_ first: Int, _ second: Int, _ quarter: Int) -> Int {
    let isEqual = lanes[4 * first + quarter] .== lanes[4 * second + quarter]
    return Int(Lanes.zero.replacing(with: Lanes(repeating: 1), where: isEqual).wrappedSum())
  }

  private func isSame(_ first: Int, _ second: Int) -> Bool {
    (0..<4).allSatisfy { lanes[4 * first + $0] == lanes[4 * second + $0] }
  }

  private func isBefore(_ first: Int, _ second: Int) -> Bool {
    for quarter in 0..<4 {
      let (one, other) = (lanes[4 * first + quarter], lanes[4 * second + quarter])
      for lane in 0..<16 where one[lane] != other[lane] { return one[lane] < other[lane] }
    }
    return false
  }

  private func number(_ text: Int, _ place: Int) -> UInt64 {
    UInt64(UInt16(bitPattern: lanes[4 * text + place / 16][place % 16]))
  }

  private func hash(of text: Int) -> UInt64 {
    var hash = StableHash()
    for place in 0..<TextSignature.count { hash.add(number(text, place)) }
    return hash.value
  }

  private func key(of text: Int, _ band: Int) -> UInt64 {
    var hash = StableHash()
    for place in 0..<Self.bandWidth { hash.add(number(text, band * Self.bandWidth + place)) }
    return hash.value
  }

  /// Sets that grow together; each is known by the lowest number in it.
  private struct Forest {
    private var parents: [UInt32]

    init(_ count: Int) { parents = (0..<count).map(UInt32.init) }

    mutating func root(of member: Int) -> Int {
      var at = member
      while parents[at] != at {
        parents[at] = parents[Int(parents[at])]
        at = Int(parents[at])
      }
      return at
    }

    mutating func join(_ first: Int, _ second: Int) {
      let (one, other) = (root(of: first), root(of: second))
      parents[max(one, other)] = UInt32(min(one, other))
    }
  }
}
