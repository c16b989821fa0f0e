import Testing

@testable import ReviewIO

@Suite struct FormulaMarkTests {
  @Test(arguments: [
    ("=1+1", true), ("+31 6 12", true), ("-tje", true), ("@som", true), ("\tx", true),
    ("\n=1", true),
    ("\u{FF1D}1", true), ("'=1", true), ("''-1", true), ("-", true), ("-5a", true), ("--5", true),
    ("-1,", true), ("", false), ("goed", false), ("'s avonds", false), ("-5", false),
    ("+3,25", false),
    ("-1.000,5", false), (" =1", false), ("1=1", false), ("\u{FF5E}", false),
  ])
  func whatASpreadsheetWouldRunIsMarked(text: String, isNeeded: Bool) {
    #expect(FormulaMark.isNeeded(Array(text.utf8).span) == isNeeded)
  }

  @Test func whatIsMarkedIsReadAsItWas() {
    let signs = ["", "'", "''", "=", "+", "-", "@", "\t", "\u{FF0B}", "5", "a", ",", "\"", " "]
    for first in signs {
      for second in signs {
        for third in signs {
          let text = first + second + third
          let written = FormulaMark.isNeeded(Array(text.utf8).span) ? "'" + text : text
          let bytes = Array(written.utf8)
          let isMarked = FormulaMark.isPresent(in: bytes.span, 0..<bytes.count)
          #expect((isMarked ? String(written.dropFirst()) : written) == text)
        }
      }
    }
  }
}
