/// A grade as a reviewer or an exporter wrote it, before it is put on the dump's scale.
///
/// Read are `8`, `8,5`, `7-`, `9+`, `7½`, `4/5`, `8 van 10`, `80%`, `4 sterren`, `★★★★☆` and
/// the words from nul to tien.
struct Grade: Equatable {
  /// The grade in 1/10,000.
  var value: Int32
  /// The highest grade it was given out of, in whole points, where it says so.
  var outOf: Int32?
  /// Whether a `+` or `-` stood after it.
  var isShaded = false

  /// Reads a grade from the range, white space around it ignored.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let range = bytes.trimmed(range)
    var i = range.lowerBound
    let end = range.upperBound
    guard i < end else { return nil }
    if let stars = Self.stars(bytes, range) {
      self = stars
      return
    }
    guard let number = Self.number(bytes, &i, end) ?? Self.word(bytes, &i, end) else { return nil }
    value = number
    i = Self.space(bytes, i, end)
    if i == end { return }
    if i + 1 == end && (bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+")) {
      value += bytes[i] == UInt8(ascii: "+") ? 2500 : -2500
      isShaded = true
      return
    }
    if bytes[i] == UInt8(ascii: "%") {
      guard i + 1 == end else { return nil }
      outOf = 100
      return
    }
    if bytes[i] == UInt8(ascii: "/") {
      i = Self.space(bytes, i + 1, end)
      guard let whole = Self.number(bytes, &i, end) else { return nil }
      outOf = whole / 10_000
      i = Self.space(bytes, i, end)
    }
    // Words after the number: stars, points, or "van 5", "out of 5 stars".
    while i < end {
      let start = i
      while i < end && !Byte.isSpace(bytes[i]) && !Byte.isDigit(bytes[i]) { i += 1 }
      if i > start {
        guard let meaning = Self.unit(bytes, start..<i) else { return nil }
        if meaning > 0 && outOf == nil { outOf = meaning }
      } else {
        guard let whole = Self.number(bytes, &i, end) else { return nil }
        outOf = whole / 10_000
      }
      i = Self.space(bytes, i, end)
    }
    if let outOf, outOf <= 0 { return nil }
  }

  /// The grade on a scale in 1/10,000, or `nil` where it is off that scale.
  func placed(on scale: RatingScale?) -> Int32? {
    guard let scale else { return value }
    let bounds = scale.bounds
    var placed = Int64(value)
    let highest = Int64(bounds.upperBound)
    if let outOf, Int64(outOf) * 10_000 != highest {
      placed = placed * highest / (Int64(outOf) * 10_000)
    }
    guard placed >= Int64(Int32.min), placed <= Int64(Int32.max) else { return nil }
    let result = Int32(placed)
    if bounds.contains(result) { return result }
    // 10+ and 1- lie a quarter outside and mean the end of the scale.
    guard isShaded, result >= bounds.lowerBound - 2500, result <= bounds.upperBound + 2500 else {
      return nil
    }
    return min(max(result, bounds.lowerBound), bounds.upperBound)
  }

  private init(value: Int32, outOf: Int32?) {
    self.value = value
    self.outOf = outOf
  }

  private static func stars(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Grade? {
    var i = range.lowerBound
    let end = range.upperBound
    var (full, empty, half): (Int32, Int32, Int32) = (0, 0, 0)
    while i < end {
      let third = i + 2 < end ? bytes[i + 2] : 0
      let second = i + 1 < end ? bytes[i + 1] : 0
      switch (bytes[i], second, third) {
      case (0xe2, 0x98, 0x85), (0xe2, 0xad, 0x90): (full, i) = (full + 1, i + 3)
      case (0xe2, 0x98, 0x86): (empty, i) = (empty + 1, i + 3)
      case (0xef, 0xb8, 0x8f): i += 3
      case (0xc2, 0xbd, _): (half, i) = (half + 1, i + 2)
      case (UInt8(ascii: "*"), _, _): (full, i) = (full + 1, i + 1)
      case (Byte.space, _, _): i += 1
      default: return nil
      }
      if full + empty > 10 { return nil }
    }
    guard full + empty > 0, half <= 1 else { return nil }
    return Grade(value: full * 10_000 + half * 5000, outOf: full + empty + half <= 5 ? 5 : 10)
  }

  private static func number(_ bytes: Span<UInt8>, _ i: inout Int, _ end: Int) -> Int32? {
    var k = i
    let isNegative = k < end && bytes[k] == UInt8(ascii: "-")
    if isNegative || (k < end && bytes[k] == UInt8(ascii: "+")) { k += 1 }
    var whole: Int32 = 0
    let first = k
    while k < end && Byte.isDigit(bytes[k]) {
      guard k - first < 5 else { return nil }
      whole = whole * 10 + Int32(bytes[k] - 0x30)
      k += 1
    }
    guard k > first else { return nil }
    var value = whole * 10_000
    if k + 1 < end, bytes[k] == UInt8(ascii: ".") || bytes[k] == Byte.comma,
      Byte.isDigit(bytes[k + 1])
    {
      k += 1
      var unit: Int32 = 1000
      while k < end && Byte.isDigit(bytes[k]) {
        value += Int32(bytes[k] - 0x30) * unit
        unit /= 10
        k += 1
        // The first digit that is not kept rounds those that are.
        if unit == 0 {
          if k < end, 0x35...0x39 ~= bytes[k] { value += 1 }
          while k < end && Byte.isDigit(bytes[k]) { k += 1 }
        }
      }
    }
    let fraction = space(bytes, k, end)
    if fraction + 1 < end && bytes[fraction] == 0xc2 {
      switch bytes[fraction + 1] {
      case 0xbc: (value, k) = (value + 2500, fraction + 2)
      case 0xbd: (value, k) = (value + 5000, fraction + 2)
      case 0xbe: (value, k) = (value + 7500, fraction + 2)
      default: break
      }
    }
    i = k
    return isNegative ? -value : value
  }

  private static func word(_ bytes: Span<UInt8>, _ i: inout Int, _ end: Int) -> Int32? {
    var k = i
    while k < end && !Byte.isSpace(bytes[k]) { k += 1 }
    guard let value = numerals.meaning(bytes, i..<k) else { return nil }
    i = k
    return value * 10_000
  }

  /// What a word after the number says: 0 nothing, 5 that it is out of five, `nil` not a grade.
  private static func unit(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32? {
    switch folded(bytes, range) {
    case "ster", "sterren", "star", "stars", "sterretjes", "*", "★", "⭐": 5
    case "van", "op", "uit", "out", "of", "de", "punt", "punten", "point", "points": 0
    default: nil
    }
  }

  /// Only short words are made, and only for values that are not plain numbers.
  private static func folded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    guard range.count <= 16 else { return "" }
    var word: [UInt8] = []
    for i in range { word.append(Byte.folded(bytes[i])) }
    return String(decoding: word, as: UTF8.self)
  }

  private static func space(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end && Byte.isSpace(bytes[i]) { i += 1 }
    return i
  }

  private static let numerals = FoldedWords<Int32>([
    ("nul", 0), ("een", 1), ("één", 1), ("eén", 1), ("Één", 1), ("Eén", 1), ("twee", 2),
    ("drie", 3), ("vier", 4), ("vijf", 5), ("zes", 6), ("zeven", 7), ("acht", 8), ("negen", 9),
    ("tien", 10), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
    ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10),
  ])
}
