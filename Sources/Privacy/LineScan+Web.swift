/// Addresses of mail and pages, and handles.
extension LineScan {
  private static let http = Words.hash("http")
  private static let https = Words.hash("https")
  private static let www = Words.hash("www")

  /// What stands around an `@`; returns the piece to go on with.
  mutating func scanAt(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    let sign = Int(pieces[at].start)
    var start = sign
    while start > 0 && sign - start < 64 {
      let before = letterStart(bytes, before: start)
      guard before < start || isLocal(bytes[start - 1]) else { break }
      start = Swift.min(before, start - 1)
    }
    while start < sign && bytes[start] == UInt8(ascii: ".") { start += 1 }
    var end = sign + 1
    var lastPoint = -1
    while end < bytes.count && end - sign < 254 {
      let after = letterEnd(bytes, from: end)
      guard after > end || isDomain(bytes[end]) else { break }
      if bytes[end] == UInt8(ascii: ".") { lastPoint = end }
      end = max(after, end + 1)
    }
    // A point or hyphen at the end belongs to the sentence.
    while end > sign + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-")
    {
      end -= 1
      if lastPoint == end {
        lastPoint = -1
        for i in (sign + 1)..<end where bytes[i] == UInt8(ascii: ".") { lastPoint = i }
      }
    }
    if start < sign, lastPoint > sign + 1, end - lastPoint > 2 {
      findings.append(Finding(start: start, end: end, kind: .email))
      return piece(behind: end, from: at)
    }
    // A handle: "@naam", not "name@", "@ 5"; also right behind what is masked, as it will be seen behind a mask.
    guard start == sign || bytes[sign - 1] == UInt8(ascii: ".") || findings.last?.end == sign,
      at + 1 < pieces.count, pieces[at + 1].isText || pieces[at + 1].isMark(UInt8(ascii: "_")),
      pieces[at + 1].isJoined, !pieces[at + 1].classes.contains(.company)
    else { return at + 1 }
    while end < bytes.count && (isDomain(bytes[end]) || bytes[end] == UInt8(ascii: "_")) {
      end += 1
    }
    while end > sign + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-")
    {
      end -= 1
    }
    guard end > sign + 2 else { return at + 1 }
    findings.append(Finding(start: sign, end: end, kind: .handle))
    return piece(behind: end, from: at)
  }

  /// A page that begins with a word before a point or a colon; the piece to go on with.
  mutating func findURL(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
    let start = Int(pieces[at].start)
    if start > 0, isDomain(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "@") { return nil }
    let hash = pieces.hashes[at]
    var from = Int(pieces[at].end)
    if hash == LineScan.http || hash == LineScan.https {
      guard from + 3 < bytes.count, bytes[from] == UInt8(ascii: ":"),
        bytes[from + 1] == UInt8(ascii: "/"), bytes[from + 2] == UInt8(ascii: "/")
      else { return nil }
      from += 3
    } else if hash == LineScan.www {
      guard from + 1 < bytes.count, isDomain(bytes[from + 1]) else { return nil }
      from += 1
    } else {
      // A name of a page, then a path; or by itself where it is called a page.
      while from < bytes.count && isDomain(bytes[from]) && from - start < 254 { from += 1 }
      guard bytes[from - 1] != UInt8(ascii: "."), let point = lastPoint(bytes, start..<from),
        from - point > 2, from - point <= 7
      else { return nil }
      var label = Letters.seed
      for i in (point + 1)..<from { label = Letters.hash(label, bytes[i] | 0x20) }
      guard words.find(label).classes.contains(.domain) else { return nil }
      if from < bytes.count && bytes[from] == UInt8(ascii: "@") { return nil }
      let hasPath =
        from + 1 < bytes.count && bytes[from] == UInt8(ascii: "/")
        && LineScan.isPath(bytes[from + 1])
      guard hasPath || isNear(.site, at, reach: 3) else { return nil }
    }
    var end = from
    while end < bytes.count && LineScan.isPath(bytes[end]) {
      if bytes[end] == UInt8(ascii: "["), Pieces.maskEnd(bytes, end) != nil { break }
      end += 1
    }
    while end > from, LineScan.endsSentence(bytes[end - 1]) { end -= 1 }
    findings.append(Finding(start: start, end: end, kind: .url))
    return piece(behind: end, from: at)
  }

  private func lastPoint(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for i in range.reversed() where bytes[i] == UInt8(ascii: ".") { return i }
    return nil
  }

  private func piece(behind end: Int, from at: Int) -> Int {
    var next = at + 1
    while next < pieces.count && Int(pieces[next].start) < end { next += 1 }
    return next
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    if isDomain(byte) { return true }
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: "'"),
      UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "="):
      return true
    default: return false
    }
  }

  private func isDomain(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  /// The start of the letter with an accent that ends before a place, or the place itself.
  private func letterStart(_ bytes: Span<UInt8>, before end: Int) -> Int {
    guard end > 1, bytes[end - 1] & 0xC0 == 0x80, bytes[end - 2] &- 0xC3 < 3 else { return end }
    return end - 2
  }

  /// The end of the letter with an accent that begins at a place, or the place itself.
  private func letterEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    guard start + 1 < bytes.count, bytes[start] &- 0xC3 < 3, bytes[start + 1] & 0xC0 == 0x80
    else { return start }
    return start + 2
  }

  private static func isPath(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0x7F: false
    default: true
    }
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
