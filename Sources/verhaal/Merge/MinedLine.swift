import ReviewIO
import ReviewStore

/// A line that `mine` has written, with its keys in whatever order.
///
/// Other programs may have read and written it since: keys that are null may be gone, and numbers stand in other ways.
enum MinedLine {
  case review(PartReview, analyzer: String)
  /// Of `mine` without `--with-text`, or of one that did not yet say all that a store keeps.
  case withoutText

  /// - Parameters:
  ///   - choice: which fields are taken over, of those that are about a person.
  ///   - offset: where the line begins in the file.
  /// - Throws: `Diagnostic` for what `mine` cannot have written, and for what it could not read.
  init(
    _ line: Span<UInt8>, choice: FieldChoice, file: String, record: Int, offset: Int
  ) throws(Diagnostic) {
    let values = try Key.names.values(of: line, file: file, record: record, offset: offset)
    func diagnostic(_ kind: Diagnostic.Kind, _ detail: String) -> Diagnostic {
      .ofPart(kind, file: file, record: record, detail: detail)
    }
    if let error = values[Key.error]?.string(in: line) {
      throw diagnostic(.keptError, String(error.prefix(300)))
    }
    guard let analyzer = values[Key.analyzer]?.string(in: line),
      let source = values[Key.source]?.string(in: line), let id = values[Key.id]?.string(in: line)
    else { throw diagnostic(.notMined, "it has no analyzer, source or id") }
    guard values[Key.schemaVersion]?.integer(in: line) == 1 else {
      throw diagnostic(.notMined, "its schemaVersion is not 1")
    }
    guard let text = values[Key.text]?.bytes(in: line),
      let titleLength = values[Key.titleBytes]?.integer(in: line), values[Key.words] != nil
    else {
      self = .withoutText
      return
    }
    do throws(PartFlaw) {
      self = .review(
        try PartReview(
          source: source, id: id, verdict: try PartVerdict(values, line), text: text,
          titleLength: titleLength, date: values[Key.date]?.string(in: line),
          rating: try MinedLine.rating(values, line),
          ratingScale: values[Key.ratingScale]?.string(in: line),
          fields: try MinedLine.fields(values, line, choice),
          permission: try MinedLine.permission(values, line)),
        analyzer: analyzer)
    } catch {
      throw diagnostic(.notMined, error.message)
    }
  }

  /// The keys of a line, and where nested ones stand.
  fileprivate enum Key: Int, CaseIterable {
    case schemaVersion, analyzer, source, id, label
    case neutralSatisfied, enthusiastic, dissatisfied
    case valence, story, storyProbability, memorability, basis, language, drivers, flags, moments
    case rating, ratingScale, date, fields, text, titleBytes, words
    case permissionStatus, permissionDate, personal, error

    static let names = JSONNames(allCases.map(\.path))

    private var path: [String] {
      switch self {
      case .neutralSatisfied: ["probabilities", "neutral-satisfied"]
      case .enthusiastic, .dissatisfied: ["probabilities", "\(self)"]
      case .permissionStatus: ["permission", "status"]
      case .permissionDate: ["permission", "date"]
      default: ["\(self)"]
      }
    }
  }

  private static func rating(_ values: [JSONValue?], _ line: Span<UInt8>) throws(PartFlaw)
    -> Double?
  {
    guard let value = values[Key.rating] else { return nil }
    guard let rating = value.number(in: line) else { throw PartFlaw("a rating that is no number") }
    return rating
  }

  /// The fields that a store keeps, as it has them.
  private static func fields(
    _ values: [JSONValue?], _ line: Span<UInt8>, _ choice: FieldChoice
  ) throws(PartFlaw) -> [UInt8] {
    guard let members = values[Key.fields]?.members(in: line) else {
      throw PartFlaw("fields that are no object")
    }
    let personal = values[Key.personal]?.elements(in: line)
      .map { Set($0.compactMap { $0?.bytes(in: line) }) }
    var json = JSONWriter()
    json.open()
    for (name, value) in members {
      guard let value else { continue }
      guard let text = value.bytes(in: line) else { throw PartFlaw("a field that is no text") }
      let shown = String(decoding: name, as: UTF8.self)
      let isLeftOut = personal.map { $0.contains(name) && !choice.isKept(shown) }
      if isLeftOut ?? choice.leavesOut(shown) { continue }
      json.key(name.span, 0..<name.count)
      json.string(text.span, 0..<text.count)
    }
    json.close()
    return json.bytes
  }

  private static func permission(
    _ values: [JSONValue?], _ line: Span<UInt8>
  ) throws(PartFlaw) -> Permission? {
    guard let name = values[Key.permissionStatus]?.string(in: line) else { return nil }
    guard let status = PermissionStatus(rawValue: name) else {
      throw PartFlaw("permission ‘\(name)’")
    }
    return Permission(status, date: values[Key.permissionDate]?.string(in: line))
  }
}

extension [JSONValue?] {
  fileprivate subscript(key: MinedLine.Key) -> JSONValue? { self[key.rawValue] }
}

extension PartVerdict {
  fileprivate init(_ values: [JSONValue?], _ line: Span<UInt8>) throws(PartFlaw) {
    self.init()
    func number(_ key: MinedLine.Key) -> Double { values[key]?.number(in: line) ?? .nan }
    label = values[.label]?.string(in: line) ?? ""
    neutralSatisfied = number(.neutralSatisfied)
    enthusiastic = number(.enthusiastic)
    dissatisfied = number(.dissatisfied)
    valence = number(.valence)
    guard let story = values[.story]?.bool(in: line) else {
      throw PartFlaw("story is neither true nor false")
    }
    self.story = story
    storyProbability = number(.storyProbability)
    memorability = number(.memorability)
    basis = values[.basis]?.string(in: line) ?? ""
    language = values[.language]?.string(in: line)
    words = values[.words]?.integer(in: line) ?? -1
    drivers = try PartVerdict.names(values[.drivers], "drivers", line)
    flags = try PartVerdict.names(values[.flags], "flags", line)
    guard let list = values[.moments]?.elements(in: line) else {
      throw PartFlaw("moments that are no array")
    }
    moments = []
    for item in list {
      guard let values = item?.values(of: MomentKey.names, in: line) else {
        throw PartFlaw("a moment that is no object")
      }
      func integer(_ key: MomentKey) -> Int { values[key.rawValue]?.integer(in: line) ?? -1 }
      func number(_ key: MomentKey) -> Double { values[key.rawValue]?.number(in: line) ?? .nan }
      var moment = PartMoment()
      moment.start = integer(.start)
      moment.end = integer(.end)
      moment.startUTF16 = integer(.startUTF16)
      moment.endUTF16 = integer(.endUTF16)
      moment.valence = number(.valence)
      moment.memorability = number(.memorability)
      moment.drivers = try PartVerdict.names(values[MomentKey.drivers.rawValue], "drivers", line)
      moments.append(moment)
    }
  }

  private enum MomentKey: Int, CaseIterable {
    case start, end, startUTF16, endUTF16, valence, memorability, drivers

    static let names = JSONNames(allCases.map { ["\($0)"] })
  }

  private static func names(
    _ value: JSONValue?, _ key: String, _ line: Span<UInt8>
  ) throws(PartFlaw) -> [String] {
    guard let elements = value?.elements(in: line) else {
      throw PartFlaw("\(key) that are no array")
    }
    return elements.map { $0?.string(in: line) ?? "" }
  }
}
