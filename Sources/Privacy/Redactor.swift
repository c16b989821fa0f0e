/// Finds personal data in texts and masks it.
///
/// ```swift
/// let redactor = try Redactor()
/// let redaction = redactor.redact(Array("Bel Sanne op 06-12345678.".utf8).span)
/// // redaction.text: Bel [persoon] op [telefoon].
/// ```
/// One pass over each line, and one more over a line in which something was found. Any bytes are taken; what is no
/// UTF-8 stays as it is. Masking a masked text changes nothing. It goes by the look of numbers, check digits and cues
/// such as "mevrouw" and "geholpen door": that nothing is left is not promised.
public struct Redactor: Sendable {
  private let words: Words
  private let shown: ShownNames

  /// Makes one with the names and cues of `Lexicons/privacy`, which are compiled in.
  /// - Parameter names: of persons who may be shown where `redact` is told so: `Sanne`, `Jan de Vries`.
  /// - Throws: `WordsError` when those files are wrong, which the tests rule out.
  public init(showing names: [String] = []) throws(WordsError) {
    words = try Words()
    shown = ShownNames(names, words)
  }

  /// The examples of the word files, with the data in `[[ ]]`.
  var examples: [String] { words.examples }

  /// The names to be shown that stand in a part of a text, by their places in the list; whole words, whatever their case.
  ///
  /// Not among them is a name within a longer one: "Jan" in "Jan de Boer" is someone else.
  public func shownNames(in text: Span<UInt8>, _ range: Range<Int>) -> [Int] {
    if shown.isEmpty { return [] }
    let persons = redact(text).spans.filter { $0.kind == .person }.map(\.range)
    return shown.places(in: text, range, persons: persons, words)
  }

  /// Masks a text of any number of lines.
  ///
  /// - Parameter places: where the names to be shown are not masked; nowhere by default.
  public func redact(_ text: Span<UInt8>, showingNamesIn places: [Range<Int>] = []) -> Redaction {
    var redaction = Redaction()
    redaction.text.reserveCapacity(text.count)
    var lines = LineRedaction(words: words)
    var start = 0
    /// How far `units` counts.
    var counted = 0
    var units = 0
    while start < text.count {
      let end = text.lineEnd(from: start)
      let line = text.extracting(start..<end)
      lines.read(line)
      var at = 0
      for finding in lines.findings {
        if finding.kind == .person && !places.isEmpty {
          let range = start + finding.start..<start + finding.end
          if places.contains(where: {
            $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
          }),
            shown.isShown(text, range, words)
          {
            continue
          }
        }
        redaction.text.append(line, at..<finding.start)
        let maskedStart = redaction.text.count
        redaction.text.append(contentsOf: finding.kind.mask.utf8)
        at = finding.end
        units += text.unitsUTF16(counted..<(start + finding.start))
        let first = units
        units += text.unitsUTF16((start + finding.start)..<(start + finding.end))
        counted = start + finding.end
        redaction.spans.append(
          PersonalSpan(
            kind: finding.kind, range: (start + finding.start)..<(start + finding.end),
            rangeUTF16: first..<units, maskedRange: maskedStart..<redaction.text.count))
      }
      redaction.text.append(line, at..<line.count)
      if end < text.count { redaction.text.append(UInt8(ascii: "\n")) }
      start = end + 1
    }
    return redaction
  }

  /// Masks one line after another, for texts of any length.
  public func stream() -> RedactionStream { RedactionStream(words: words) }
}
