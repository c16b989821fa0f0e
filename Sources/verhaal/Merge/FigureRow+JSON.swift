import Lexicon
import ReviewIO
import StoryAnalysis
import StoryFigures

/// A row as a compact array, with all that figures need of a review but its words.
extension FigureRow {
  func write(to json: inout JSONWriter) {
    json.open("[")
    json.string(source)
    json.string(id)
    json.optional(letters.map(Fingerprint.hexadecimal))
    json.string(label.rawValue)
    json.bool(story)
    json.string(basis.rawValue)
    json.optional(momentValence)
    json.optional(rating)
    json.optional(scale?.rawValue)
    json.optional(day?.description)
    json.integer(words)
    json.strings(drivers.map(\.name))
    json.strings(flags)
    json.strings(groups)
    json.close("]")
  }

  /// - Returns: nil for what is no such array.
  init?(_ values: [JSONValue?], in line: Span<UInt8>) {
    func string(_ place: Int) -> String? { values[place]?.string(in: line) }
    func fixed(_ place: Int) -> Fixed? {
      values[place]?.number(in: line).map { Fixed(rounding: $0) }
    }
    guard values.count == 14, let source = string(0), let id = string(1),
      let label = string(3).flatMap(Label.init), let story = values[4]?.bool(in: line),
      let basis = string(5).flatMap(Basis.init), let words = values[10]?.integer(in: line),
      let drivers = values[11]?.elements(in: line),
      let flags = values[12]?.elements(in: line), let groups = values[13]?.elements(in: line)
    else { return nil }
    func strings(_ elements: [JSONValue?]) -> [String] {
      elements.compactMap { $0?.string(in: line) }
    }
    self.init(
      source: source, id: id, label: label, story: story, basis: basis, momentValence: fixed(6),
      memorability: 0, rating: fixed(7), scale: string(8).flatMap(GradeScale.init),
      day: string(9).flatMap { Day($0) }, words: words,
      drivers: strings(drivers).compactMap(Driver.init(name:)), flags: strings(flags),
      groups: strings(groups))
    letters = string(2).flatMap { UInt64($0, radix: 16) }
  }
}
