// Web and e-mail addresses. ASCII only: others are rare in reviews and glued sentences are not.

extension Span<UInt8> {
  /// End of the web address that begins at `start` with a scheme or `www.`.
  func endOfURL(at start: Int) -> Int? {
    guard matches("http", at: start) || matches("www.", at: start) else { return nil }
    let host =
      if matches("https://", at: start) {
        start + 8
      } else if matches("http://", at: start) {
        start + 7
      } else if matches("www.", at: start) {
        start + 4
      } else {
        start
      }
    return host > start && byte(at: host).isAlphanumeric ? endOfPath(from: host) : nil
  }

  /// End of the web address, e-mail address or bare domain that begins at `start` and runs on past
  /// `position`.
  func endOfAddress(from start: Int, past position: Int) -> (end: Int, kind: TokenKind)? {
    if let end = endOfURL(at: start) { return (end, .url) }
    if let end = endOfEmail(past: position) { return (end, .email) }
    if let end = endOfDomain(from: start) { return (end, .url) }
    return nil
  }

  /// End of the e-mail address whose local part goes on at `position`.
  func endOfEmail(past position: Int) -> Int? {
    var index = position
    // The limits are those of RFC 5321 and 1035; they keep "a.a.a.a" from taking quadratic time.
    while isLocalPart(byte(at: index)), index < position + 64 { index += 1 }
    guard byte(at: index) == UInt8(ascii: "@") else { return nil }
    let domain = index + 1
    index = domain
    var end: Int?
    var label = domain
    while byte(at: index).isAlphanumeric || byte(at: index) == UInt8(ascii: "-")
      || byte(at: index) == UInt8(ascii: ".")
    {
      if byte(at: index) == UInt8(ascii: ".") {
        guard index > label else { break }
        label = index + 1
      }
      index += 1
      if label > domain, index - label >= 2, byte(at: index - 1).isLetter { end = index }
    }
    return end
  }

  /// End of the host name from `start`, with its path, where one of its labels is a known domain.
  private func endOfDomain(from start: Int) -> Int? {
    var end: Int?
    var label = start
    var index = start
    while index < start + 253 {
      while index < start + 253,
        byte(at: index).isAlphanumeric || byte(at: index) == UInt8(ascii: "-")
      { index += 1 }
      guard index > label else { break }
      if label > start, isTopLevelDomain(label..<index) { end = index }
      guard byte(at: index) == UInt8(ascii: "."), byte(at: index + 1).isAlphanumeric else { break }
      index += 1
      label = index
    }
    guard let end else { return nil }
    return byte(at: end) == UInt8(ascii: "/") ? endOfPath(from: end) : end
  }

  /// End of a run without white space, less the punctuation that closes the sentence around it.
  private func endOfPath(from start: Int) -> Int {
    var end = start
    while end < count, !self[end].isSpace, self[end] < 0x80,
      self[end] != UInt8(ascii: "<"), self[end] != UInt8(ascii: ">"),
      self[end] != UInt8(ascii: "\"")
    { end += 1 }
    while end > start + 1 {
      switch self[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
        UInt8(ascii: "'"), UInt8(ascii: "*"):
        end -= 1
      default:
        return end
      }
    }
    return end
  }

  private func isLocalPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"): true
    default: byte.isAlphanumeric
    }
  }

  /// Those that are no Dutch word, so that a glued `winkel.nu` stays two sentences.
  private func isTopLevelDomain(_ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    guard self[start].isSmall == self[range.upperBound - 1].isSmall else { return false }
    return switch range.count {
    case 2:
      matches("nl", at: start) || matches("be", at: start) || matches("eu", at: start)
        || matches("io", at: start) || matches("uk", at: start) || matches("fr", at: start)
        || matches("lu", at: start)
    case 3:
      matches("com", at: start) || matches("org", at: start) || matches("net", at: start)
        || matches("edu", at: start) || matches("biz", at: start)
    case 4: matches("info", at: start)
    case 7: matches("example", at: start)
    default: false
    }
  }
}
