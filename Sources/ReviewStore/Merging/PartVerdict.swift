import Lexicon
import StoryAnalysis

/// The verdict on a review as a part has it, which a stranger may have made.
public struct PartVerdict: Sendable {
  public struct PartMoment: Sendable {
    public var start = -1
    public var end = -1
    public var startUTF16 = -1
    public var endUTF16 = -1
    public var valence = Double.nan
    public var memorability = Double.nan
    public var drivers: [String] = []

    public init() {}
  }

  public var label = ""
  public var neutralSatisfied = Double.nan
  public var enthusiastic = Double.nan
  public var dissatisfied = Double.nan
  public var valence = Double.nan
  public var story = false
  public var storyProbability = Double.nan
  public var memorability = Double.nan
  public var basis = ""
  public var language: String?
  public var words = -1
  public var drivers: [String] = []
  public var flags: [String] = []
  /// The most memorable first.
  public var moments: [PartMoment] = []

  public init() {}

  /// The same with every value looked at.
  ///
  /// - Parameter text: what was analysed, valid UTF-8.
  /// - Throws: `PartFlaw` for the first value that the analyser cannot have given.
  func analysis(of text: [UInt8]) throws(PartFlaw) -> Analysis {
    guard let label = Label(rawValue: label) else { throw PartFlaw("label ‘\(label)’") }
    guard let basis = Basis(rawValue: basis) else { throw PartFlaw("basis ‘\(basis)’") }
    guard (0...text.count).contains(words) else {
      throw PartFlaw("\(words) words in \(text.count) bytes")
    }
    if let language, !(2...3).contains(language.utf8.count) || !PartVerdict.isName(language) {
      throw PartFlaw("language ‘\(language)’")
    }
    if let flag = flags.first(where: { !PartVerdict.isName($0) }) {
      throw PartFlaw("flag ‘\(flag)’")
    }
    guard story == !moments.isEmpty else {
      throw PartFlaw(story ? "a story without a moment" : "a moment without a story")
    }
    var checked: [Moment] = []
    for moment in moments { checked.append(try PartVerdict.moment(moment, of: text)) }
    return Analysis(
      label: label,
      probabilities: LabelProbabilities(
        neutralSatisfied: try PartVerdict.score(neutralSatisfied, "a probability", 0...1),
        enthusiastic: try PartVerdict.score(enthusiastic, "a probability", 0...1),
        dissatisfied: try PartVerdict.score(dissatisfied, "a probability", 0...1)),
      valence: try PartVerdict.score(valence, "a valence", -1...1), story: story,
      storyProbability: try PartVerdict.score(storyProbability, "a probability", 0...1),
      memorability: try PartVerdict.score(memorability, "a memorability", 0...3), basis: basis,
      language: language, drivers: try PartVerdict.drivers(drivers), flags: flags,
      moments: checked, wordCount: words)
  }

  private static func moment(
    _ moment: PartMoment, of text: [UInt8]
  ) throws(PartFlaw) -> Moment {
    let (start, end) = (moment.start, moment.end)
    func isBorder(_ place: Int) -> Bool { place == text.count || text[place] & 0xC0 != 0x80 }
    guard 0 <= start, start < end, end <= text.count, isBorder(start), isBorder(end) else {
      throw PartFlaw("a moment from \(start) to \(end) in \(text.count) bytes")
    }
    let before = text.span.utf16Length(of: 0..<start)
    let after = before + text.span.utf16Length(of: start..<end)
    guard before == moment.startUTF16, after == moment.endUTF16 else {
      throw PartFlaw(
        "a moment from \(moment.startUTF16) to \(moment.endUTF16) in UTF-16, which is "
          + "\(before) to \(after)")
    }
    return Moment(
      start: start, end: end, startUTF16: before, endUTF16: after,
      text: String(decoding: text[start..<end], as: UTF8.self),
      valence: try score(moment.valence, "a valence", -1...1),
      memorability: try score(moment.memorability, "a memorability", 0...3),
      drivers: try drivers(moment.drivers))
  }

  private static func score(
    _ value: Double, _ name: String, _ range: ClosedRange<Double>
  ) throws(PartFlaw) -> Fixed {
    // What is no number lies in no range.
    guard range.contains(value) else { throw PartFlaw("\(name) of \(value)") }
    return Fixed(rounding: value)
  }

  private static func drivers(_ names: [String]) throws(PartFlaw) -> [Driver] {
    var drivers: [Driver] = []
    for name in names {
      guard let driver = Driver(name: name) else { throw PartFlaw("driver ‘\(name)’") }
      drivers.append(driver)
    }
    return drivers
  }

  /// Whether a text is a name as lexicons give them: small letters, digits and hyphens.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-")
      }
  }
}
