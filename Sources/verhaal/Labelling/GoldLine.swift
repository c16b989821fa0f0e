/// A labelled review as a line of a gold file.
struct GoldLine {
  let json: [UInt8]

  /// What every line begins with.
  static let beginning: [UInt8] = Array("{\"id\":".utf8)

  init(_ candidate: LabelCandidate, _ answer: LabelAnswer, labeller: String?) {
    self.init(
      id: candidate.id, domain: candidate.domain, title: candidate.title, text: candidate.text,
      answer, labeller: labeller)
  }

  init(
    id: String, domain: String, title: String?, text: String, _ answer: LabelAnswer,
    labeller: String?
  ) {
    var json = JSONWriter()
    json.open()
    json.key("id")
    json.string(id)
    json.key("domain")
    json.string(domain)
    json.key("title")
    json.optional(title)
    json.key("text")
    json.string(text)
    json.key("label")
    json.string(answer.label.rawValue)
    json.key("story")
    json.integer(answer.story ? 1 : 0)
    json.key("memorability")
    json.integer(answer.memorability)
    json.key("moment")
    json.string(answer.moment)
    json.key("drivers")
    json.strings(answer.drivers.map(\.name))
    // As in the corpus: 1 is a coin flip, 3 certain.
    json.key("sure")
    json.integer(answer.isSure ? 3 : 1)
    json.key("labeller")
    json.optional(labeller)
    json.close()
    json.end()
    self.json = json.bytes
  }
}
