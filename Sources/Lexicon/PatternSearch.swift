/// Room in which `PatternIndex` works through a stretch of text.
///
/// The work is done in short loops, one after another, that leave to the next what it has to look at: so few of their
/// branches are guessed wrong, and the processor waits for memory once for many tokens.
public struct PatternSearch {
  /// A stretch is as many whole sentences as have this many tokens: the loops then run long, and what they leave each
  /// other stays in the nearest cache.
  static let tokensAtOnce = 128
  /// How many candidates may be found before they are tried.
  static let candidatesAtOnce = 256

  /// A token and the list of patterns that may be anchored at it.
  struct Anchor {
    var token: Int32 = 0
    /// In `PatternIndex.lists`.
    var list: Int32 = 0
    var count: Int32 = 0
  }

  /// Where each sentence begins, and where the last ends.
  private(set) var bounds: [Int32] = []
  /// For each token, the number of its sentence.
  var sentences: [Int32] = []
  /// For each token, the number of its row in `PatternIndex.rows`.
  var rows: [Int32] = []
  /// What each token can be, laid out as `MarkReach` says.
  var marks: [SIMD2<UInt64>] = []
  /// The tokens in which classes are seen that have patterns or witnesses.
  var seen: [Int32] = []
  /// Where patterns may be anchored.
  var anchors: [Anchor] = []
  /// Tokens that may be a pair with the one before.
  var pairs: [Int32] = []
  /// Patterns that pairs belong to: `pattern << 32 | second token`.
  var members: [UInt64] = []
  /// Patterns to try, and those that fit.
  var attempts: [PatternCandidate.Attempt] = []
  /// What fits, in any order.
  var matches: [RuleMatch] = []
  var matchCount = 0
  /// For each token, where the matches that begin with it are to be put.
  private var places: [Int32] = []

  public init() {}

  /// Makes room for a stretch of text.
  ///
  /// - Parameters:
  ///   - starts: the tokens with which all sentences begin.
  ///   - numbers: the sentences of the stretch, which lie in `tokens`.
  ///   - most: candidates that can be found at once.
  mutating func begin(
    _ starts: Span<Int32>, _ numbers: Range<Int>, _ tokens: Range<Int>, mostAtOnce most: Int
  ) {
    bounds.removeAll(keepingCapacity: true)
    for number in numbers { bounds.append(starts[number] - Int32(tokens.lowerBound)) }
    bounds.append(Int32(tokens.count))
    if seen.count <= tokens.count {
      let room = max(tokens.count + tokens.count / 4, 2 * PatternSearch.tokensAtOnce)
      seen = [Int32](repeating: 0, count: room)
      (sentences, rows, pairs, places) = (seen, seen, seen, seen)
      anchors = [Anchor](repeating: Anchor(), count: room)
      marks = [SIMD2<UInt64>](repeating: .zero, count: MarkReach.room(for: room))
    }
    if attempts.count < most {
      attempts = Array(repeating: PatternCandidate.Attempt.none, count: most)
      members = Array(repeating: 0, count: most)
    }
    matchCount = 0
  }

  /// Makes room for what the attempts give.
  mutating func makeRoomForMatches() {
    if matchCount + attempts.count > matches.count {
      matches += repeatElement(RuleMatch.none, count: matches.count + attempts.count)
    }
  }

  /// Appends the matches, in their order, to those of the stretches before.
  ///
  /// They are counted by their starts, for few of them begin with the same token.
  mutating func putMatches(into all: inout [RuleMatch], startingAt offset: Int) {
    PatternSearch.put(
      matches, matchCount, tokens: Int(bounds[bounds.count - 1]), offset, &places, into: &all)
  }

  private static func put(
    _ matches: [RuleMatch], _ count: Int, tokens: Int, _ offset: Int, _ places: inout [Int32],
    into all: inout [RuleMatch]
  ) {
    let matches = matches.span.extracting(0..<count)
    var places = places.mutableSpan
    for token in 0..<tokens { places[token] = 0 }
    for at in matches.indices { places[matches[at].start] &+= 1 }
    var sum = Int32(all.count)
    for token in 0..<tokens {
      let count = places[token]
      places[token] = sum
      sum &+= count
    }
    all += repeatElement(RuleMatch.none, count: matches.count)
    var sorted = all.mutableSpan
    for at in matches.indices {
      let match = matches[at]
      var place = Int(places[match.start])
      places[match.start] &+= 1
      let moved = match.moved(by: offset)
      while place > 0, moved < sorted[place - 1] {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = moved
    }
  }
}
