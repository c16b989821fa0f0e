import Lexicon
import StoryFigures

/// The sentences of briefs in one language, read from `Lexicons/brief`.
public struct Wording: Sendable {
  public let language: BriefLanguage
  /// By key, then by form.
  private var templates: [String: [String: SentenceTemplate]] = [:]
  /// What a row's example gives, for tests.
  private(set) var examples: [Example] = []

  struct Example: Sendable {
    let key: String
    let form: String
    let text: String
    /// Nil where the row needs one and has none.
    let values: [String: SentenceValue]?
    let expected: String
  }

  /// - Throws: `WordingError` for a row that cannot be used.
  public init(_ language: BriefLanguage) throws(WordingError) {
    self.language = language
    for path in language.files {
      guard let file = LexiconFile.embedded(path) else {
        throw WordingError(path: path, line: 0, message: "is not built in; embed it")
      }
      try add(String(decoding: file.bytes, as: UTF8.self), path: path)
    }
  }

  private mutating func add(_ text: String, path: String) throws(WordingError) {
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3 || cells.count == 4, !cells[2].isEmpty else {
        throw WordingError(
          path: path, line: number, message: "a row is key, form, text and an example; use tabs")
      }
      guard ["-", "0", "1", "2", "many"].contains(cells[1]) else {
        throw WordingError(
          path: path, line: number, message: "the form ‘\(cells[1])’ is none of 0, 1, 2, many, -")
      }
      let template = SentenceTemplate(cells[2])
      templates[cells[0], default: [:]][cells[1]] = template
      if cells.count == 4 || !template.places.isEmpty {
        examples.append(
          Wording.example(cells, form: cells[1]))
      }
    }
  }

  /// Reads `n=18; driver=x => Text`.
  private static func example(_ cells: [String], form: String) -> Example {
    let halves = cells.count == 4 ? cells[3].split(separator: " => ", maxSplits: 1) : []
    guard halves.count == 2 else {
      return Example(key: cells[0], form: form, text: cells[2], values: nil, expected: "")
    }
    var values: [String: SentenceValue] = [:]
    for pair in halves[0].split(separator: "; ") {
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { continue }
      values[sides[0]] =
        Int(sides[1]).map { sides[0] == "year" ? .own(sides[1]) : .count($0) }
        ?? Double(sides[1]).map(SentenceValue.tenths) ?? .own(sides[1])
    }
    return Example(
      key: cells[0], form: form, text: cells[2], values: values, expected: String(halves[1]))
  }

  /// The keys that have a text.
  var keys: Set<String> { Set(templates.keys) }

  // MARK: Sentences

  /// A sentence with its places filled in; the form goes by the value of `n`.
  func callAsFunction(_ key: String, _ values: [String: SentenceValue] = [:]) -> [BriefSpan] {
    let forms = templates[key] ?? [:]
    var template = forms["-"]
    if case .count(let count) = values["n"] {
      template =
        forms[(0...2).contains(count) ? String(count) : "many"] ?? forms["-"] ?? forms["many"]
    }
    // A key without a text shows, so that no test passes over it.
    guard let template else { return [BriefSpan("⟨\(key)⟩")] }
    var spans: [BriefSpan] = []
    for piece in template.pieces {
      switch piece {
      case .text(let text, let style): spans.append(BriefSpan(text, style))
      case .place(let name, let isSpelled, let style):
        spans += filled(values[name] ?? .own("⟨\(key): \(name)⟩"), isSpelled: isSpelled, style)
      }
    }
    if case .place(_, isSpelled: true, _) = template.pieces.first { return spans.capitalised }
    return spans
  }

  /// The same as a plain text.
  func text(_ key: String, _ values: [String: SentenceValue] = [:]) -> String {
    self(key, values).text
  }

  private func filled(
    _ value: SentenceValue, isSpelled: Bool, _ style: BriefSpan.Style
  ) -> [BriefSpan] {
    switch value {
    case .count(let count):
      [BriefSpan(isSpelled ? spelled(count) : grouped(count), style)]
    case .tenths(let number): [BriefSpan(decimal(number), style)]
    case .own(let text): [BriefSpan(text, style)]
    case .given(let text): [BriefSpan(text, style, isGiven: true)]
    case .spans(let spans): spans
    case .blank: [.blank]
    }
  }

  // MARK: Numbers and dates

  /// With separators between thousands, and a minus sign where it is below zero.
  func grouped(_ count: Int) -> String {
    let mark = text("mark.thousands")
    var digits = String(count.magnitude)
    var at = digits.count - 3
    while at > 0 {
      digits.insert(contentsOf: mark, at: digits.index(digits.startIndex, offsetBy: at))
      at -= 3
    }
    return (count < 0 ? "−" : "") + digits
  }

  /// In words from one to twelve.
  func spelled(_ count: Int) -> String {
    (1...12).contains(count) ? text("number.\(count)") : grouped(count)
  }

  /// With one decimal, ties to even.
  func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded(.toNearestOrEven))
    return grouped(tenths / 10) + text("mark.decimal") + String(tenths.magnitude % 10)
  }

  func month(_ day: Day) -> String { text("month.\(day.parts.month)") }

  /// `14 februari`, or `14 februari 2026`.
  func date(_ day: Day, withYear: Bool) -> String {
    let (year, _, number) = day.parts
    return text(
      withYear ? "date.full" : "date.day",
      ["day": .own(String(number)), "month": .own(month(day)), "year": .own(String(year))])
  }

  /// `a, b en c`
  func list(_ parts: [[BriefSpan]]) -> [BriefSpan] {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? [] }
    return self(
      "list.and",
      [
        "list": .spans([BriefSpan].joined(parts.dropLast().map(\.self), by: ", ")),
        "last": .spans(last),
      ])
  }
}
