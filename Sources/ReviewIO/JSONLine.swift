/// A line of JSON Lines whose `text` can be replaced, all else as it stands.
///
/// ```swift
/// let line = try JSONLine(bytes.span, file: "reviews.jsonl", record: 1, offset: 0)
/// let masked = line.replacing(bytes.span, text: 0..<4, with: "…", spans: "[]")
/// ```
public struct JSONLine {
  /// The value of `text`, without escapes; the last one where a name stands twice.
  public let text: [UInt8]
  /// How many half surrogate pairs in `text` became U+FFFD.
  public let loneSurrogates: Int
  /// What stands between the quotes of each `text`, the last one being the value.
  private let texts: [Range<Int>]
  /// The values of members that have the name of the one to be added.
  private let old: [Range<Int>]
  /// The place of the brace that closes the object.
  private let end: Int

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - offset: where the line begins in the input, in bytes, for messages.
  /// - Throws: `Diagnostic` where the line is no JSON object or has no string `text`.
  public init(
    _ bytes: Span<UInt8>, file: String, record: Int, offset: Int
  ) throws(Diagnostic) {
    func diagnostic(_ kind: Diagnostic.Kind, _ position: Int?) -> Diagnostic {
      Diagnostic(file: file, record: record, position: position, kind: kind, detail: "")
    }
    let range = bytes.trimmed(0..<bytes.count)
    var values: [RawValue] = []
    do {
      try JSONSplitter.split(bytes, range, keys: JSONKeys(columns: []), into: &values)
    } catch {
      throw diagnostic(error.kind, offset + error.position)
    }
    var texts: [Range<Int>] = []
    var old: [Range<Int>] = []
    for value in values {
      var name: [UInt8] = []
      _ = JSONText.appendUnescaped(bytes, value.nameStart..<value.nameEnd, to: &name)
      if name == JSONLine.textName {
        guard bytes[value.start - 1] == Byte.quote, value.form == .plain || value.form == .escaped
        else { throw diagnostic(.noText, offset + value.start) }
        texts.append(value.start..<value.end)
      } else if name == JSONLine.spansName {
        let isString =
          bytes[value.start - 1] == Byte.quote && (value.form == .plain || value.form == .escaped)
        old.append(isString ? value.start - 1..<value.end + 1 : value.start..<value.end)
      }
    }
    guard let last = texts.last else { throw diagnostic(.noText, nil) }
    var text: [UInt8] = []
    loneSurrogates = JSONText.appendUnescaped(bytes, last, to: &text)
    self.text = text
    self.texts = texts
    self.old = old
    end = range.upperBound - 1
  }

  private static let textName = Array("text".utf8)
  private static let spansName = Array("spans".utf8)

  /// Appends the line with parts of `text` replaced and the member `spans` added, or its value replaced where it is there.
  ///
  /// - Parameters:
  ///   - parts: byte ranges of `text` in order and what takes their place, which needs no escapes.
  ///   - spans: the value, as JSON.
  public func append(
    _ bytes: Span<UInt8>, replacing parts: [(range: Range<Int>, mask: String)], spans: [UInt8],
    to output: inout [UInt8]
  ) {
    var edits: [(range: Range<Int>, bytes: [UInt8])] = []
    if let last = texts.last {
      edits += JSONLine.edits(bytes, last, parts)
      // What a name that stands twice said first is read by nobody, and may not be let out.
      for other in texts.dropLast() { edits.append((other, [])) }
    }
    for range in old { edits.append((range, spans)) }
    if old.isEmpty { edits.append((end..<end, Array(",\"spans\":".utf8) + spans)) }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var at = 0
    for edit in edits {
      output.append(bytes, at..<edit.range.lowerBound)
      output += edit.bytes
      at = edit.range.upperBound
    }
    output.append(bytes, at..<bytes.count)
  }

  /// The places of parts of the value in the string as it is written, with half surrogate pairs mended.
  private static func edits(
    _ bytes: Span<UInt8>, _ string: Range<Int>, _ parts: [(range: Range<Int>, mask: String)]
  ) -> [(range: Range<Int>, bytes: [UInt8])] {
    var edits: [(range: Range<Int>, bytes: [UInt8])] = []
    var at = string.lowerBound
    var offset = 0
    var part = 0
    var start = -1
    while true {
      if part < parts.count {
        if start < 0 && offset >= parts[part].range.lowerBound { start = at }
        if start >= 0 && offset >= parts[part].range.upperBound {
          edits.append((start..<at, Array(parts[part].mask.utf8)))
          part += 1
          start = -1
          continue
        }
      }
      guard at < string.upperBound else { return edits }
      guard bytes[at] == Byte.backslash else {
        at += 1
        offset += 1
        continue
      }
      var length = bytes[at + 1] == UInt8(ascii: "u") ? 6 : 2
      if length == 6, let unit = JSONText.unit(bytes, at + 2, string.upperBound),
        unit & 0xFC00 == 0xD800, at + 12 <= string.upperBound, bytes[at + 6] == Byte.backslash,
        bytes[at + 7] == UInt8(ascii: "u"),
        let second = JSONText.unit(bytes, at + 8, string.upperBound), second & 0xFC00 == 0xDC00
      {
        length = 12
      }
      var value: [UInt8] = []
      let lone = JSONText.appendUnescaped(bytes, at..<(at + length), to: &value)
      if lone > 0 && start < 0 { edits.append((at..<(at + length), Array("\\ufffd".utf8))) }
      at += length
      offset += value.count
    }
  }
}
