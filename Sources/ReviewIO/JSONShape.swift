/// How the objects of a JSON dump are arranged, told from its first bytes.
struct JSONShape: Equatable {
  var format: DumpFormat
  /// Where the records begin.
  var start: Int
  var isSequence = false
  /// The name of the array of records, where it stands in an object.
  var wrapper: [UInt8]?
  /// Whether the sample ends where a better list may follow.
  var isUndecided = false

  /// Finds the arrangement; `nil` where the sample does not begin like JSON.
  init?(_ bytes: Span<UInt8>, from origin: Int, isWhole: Bool, forced: DumpFormat?) {
    let end = bytes.count
    let first = bytes.pastSpace(origin)
    format = forced ?? .jsonl
    start = origin
    if forced == .jsonl { return }
    guard first < end else { return nil }
    let next = bytes.pastSpace(first + 1)
    let following = next < end ? bytes[next] : 0
    switch bytes[first] {
    case Byte.openBracket:
      let isArray =
        [0, Byte.openBrace, Byte.openBracket, Byte.closeBracket].contains(following)
        || following == Byte.quote && Self.isInArray(bytes, next)
      guard isArray || forced != nil else { return nil }
      (format, start) = (.json, first + 1)
      return
    case Byte.openBrace where [0, Byte.quote, Byte.closeBrace].contains(following): break
    default:
      guard forced != nil else { return nil }
      (isSequence, start) = (true, first)
      return
    }
    let line = bytes.first(Byte.lineFeed, from: first, to: end)
    let outline = JSONOutline(bytes, first)
    let rest = outline.end.map { bytes.pastSpace($0) } ?? end
    let isFollowed = rest < end && bytes[rest] == Byte.openBrace
    let isWrapper = outline.isWrapper(isFollowed: isFollowed)
    isUndecided = isWrapper && !isWhole && outline.end == nil && outline.list?.fitness == .foreign
    let isLines: Bool
    if let close = outline.end {
      // One object a line are reviews, unless each is surely a page of them.
      let isPage = isWrapper && (!isFollowed || outline.list?.fitness == .reviews)
      isLines = close <= line && rest >= line && !isPage
    } else if line < end {
      let second = bytes.pastSpace(line)
      // An array that opens in the first line may well go on with an object in the second.
      isLines = !isWrapper && second < end && bytes[second] == Byte.openBrace
    } else {
      isLines = !isWrapper
    }
    if isLines && forced == nil { return }
    format = .json
    if isWrapper, let list = outline.list {
      start = list.start
      wrapper = list.name.map { bytes[$0] }
    } else {
      (start, isSequence) = (first, true)
    }
  }

  /// Whether behind the string at `start` an array goes on or ends.
  private static func isInArray(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard let end = try? JSONSplitter.skip(bytes, start, bytes.count) else { return false }
    let next = bytes.pastSpace(end)
    return next < bytes.count && [Byte.comma, Byte.closeBracket].contains(bytes[next])
  }
}
