import Foundation
import Testing

@testable import Privacy

/// What holds for any bytes.
@Suite struct PropertyTests {
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let parts = [
    "a@b.nl", "jan", "Sanne", "mevrouw", "van", "der", "de", "Roos", "06", "12345678", "0612345678",
    "NL20INGB0001234567", "NL20 INGB 0001 2345 67", "123456782", "85.03.14-217.05",
    "4111111111111111", "1234", "AB", "Kerkstraat", "12", "bus", "bestelnummer", "#", "www.", ".nl",
    "https://", "192.168.1.20", "::", "1-ABC-123", "geboren", "mei", "1978", "@", "@x_y",
    "[persoon]",
    "[e-mail]", "[", "]", ".", ",", "-", " ", " ", " ", "\n", "en", "groetjes", "é", "’", "👍", "\"",
    "(", ")", ":", "/", "+31", "J.", "'t", "kenteken",
  ]

  static func text(_ generator: inout Generator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...14, using: &generator) {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: bytes.append(UInt8.random(in: 0...255, using: &generator))
      case 1: bytes.append(UInt8.random(in: 0x20...0x7E, using: &generator))
      default: bytes += parts.randomElement(using: &generator)!.utf8
      }
    }
    return bytes
  }

  @Test(arguments: 0..<8)
  func spansAreInOrderAndTheRestIsUnchanged(seed: UInt64) {
    var generator = Generator(state: seed)
    for _ in 0..<1_500 {
      let bytes = Self.text(&generator)
      let redaction = RedactorTests.redactor.redact(bytes.span)
      var (at, maskedAt) = (0, 0)
      for span in redaction.spans {
        #expect(span.range.lowerBound >= at && span.range.upperBound <= bytes.count)
        #expect(!span.range.isEmpty && span.rangeUTF16.count <= span.range.count)
        #expect(
          bytes[at..<span.range.lowerBound]
            .elementsEqual(redaction.text[maskedAt..<span.maskedRange.lowerBound]))
        #expect(redaction.text[span.maskedRange].elementsEqual(span.kind.mask.utf8))
        (at, maskedAt) = (span.range.upperBound, span.maskedRange.upperBound)
      }
      #expect(bytes[at...].elementsEqual(redaction.text[maskedAt...]))
    }
  }

  @Test(arguments: 0..<8)
  func maskingAgainChangesNothing(seed: UInt64) {
    var generator = Generator(state: 100 + seed)
    for _ in 0..<1_500 {
      let bytes = Self.text(&generator)
      let once = RedactorTests.redactor.redact(bytes.span)
      let twice = RedactorTests.redactor.redact(once.text.span)
      #expect(
        twice.spans.isEmpty && twice.text == once.text,
        "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test(arguments: 0..<8)
  func noAddressAndNoIBANIsLeft(seed: UInt64) {
    var generator = Generator(state: 200 + seed)
    for _ in 0..<1_500 {
      let bytes = Self.text(&generator)
      let text = String(
        decoding: RedactorTests.redactor.redact(bytes.span).text, as: UTF8.self)
      let context = "\(String(decoding: bytes, as: UTF8.self).debugDescription)"
      // Slow readers of their own: a word, "@", a word, ".", two letters; and what passes modulo 97.
      #expect(text.firstMatch(of: /[A-Za-z0-9]@[A-Za-z0-9-]+\.[A-Za-z]{2}/) == nil, "\(context)")
      for match in text.matches(of: /\b[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}\b/) {
        #expect(!Self.passes(Array(match.0.utf8)), "\(context)")
      }
    }
  }

  /// What looks like the beginning of a name over and over is not read again from each place.
  @Test(arguments: [
    "A.", "jan-", "Roos ", "mevrouw a.", "06-", "a@", "1.", "groetjes, ", "Jansen-de ",
  ])
  func aLineOfNothingElseTakesNoLonger(part: String) {
    let line = Array(("x " + String(repeating: part, count: 20_000)).utf8)
    let start = Self.threadSeconds()
    _ = RedactorTests.redactor.redact(line.span)
    // Under a second; the square of the length would be a minute.
    #expect(Self.threadSeconds() - start < 10)
  }

  /// Seconds that this thread has worked, whatever else the machine does.
  static func threadSeconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec
  }

  /// Modulo 97 by long division over the written digits.
  static func passes(_ code: [UInt8]) -> Bool {
    var digits = ""
    for byte in code[4...] + code[..<4] {
      digits += byte < 0x3A ? String(Int(byte) - 0x30) : String(Int(byte) - 0x37)
    }
    var rest = 0
    for digit in digits.utf8 { rest = (rest * 10 + Int(digit - 0x30)) % 97 }
    return rest == 1
  }
}
