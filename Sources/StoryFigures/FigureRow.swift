import Lexicon
import StoryAnalysis

/// What figures need to know of one review.
public struct FigureRow: Sendable {
  public var source: String
  public var id: String
  public var label: Label
  public var story: Bool
  public var basis: Basis
  /// The valence of the first moment, -1 to 1 in ten-thousandths; nil without a moment.
  public var momentValence: Fixed?
  /// The text of the first moment; nil without one.
  public var moment: String?
  /// 0 to 3 in ten-thousandths.
  public var memorability: Fixed
  /// In ten-thousandths of its scale; nil without a grade.
  public var rating: Fixed?
  /// The scale of the grade; nil where it is unknown.
  public var scale: GradeScale?
  public var day: Day?
  /// Words in the text, punctuation aside.
  public var words: Int
  public var drivers: [Driver]
  public var flags: [String]
  /// Words that it holds, each once; empty where words are not compared.
  public var forms: [String] = []
  /// Where it is counted beside the whole: the value of one field, a month, its drivers.
  public var groups: [String]
  /// A hash of its letters and digits, which copies share; nil where it has none, and where figures do not count it.
  public var letters: UInt64?
  /// Whether an earlier review of the source has the same letters.
  public var isDuplicate: Bool

  public init(
    source: String, id: String = "", label: Label, story: Bool, basis: Basis = .experience,
    momentValence: Fixed? = nil, moment: String? = nil, memorability: Fixed = 0,
    rating: Fixed? = nil, scale: GradeScale? = nil, day: Day? = nil, words: Int,
    drivers: [Driver] = [], flags: [String] = [], groups: [String] = [], isDuplicate: Bool = false
  ) {
    self.source = source
    self.id = id
    self.label = label
    self.story = story
    self.basis = basis
    self.momentValence = momentValence
    self.moment = moment
    self.memorability = memorability
    self.rating = rating
    self.scale = scale
    self.day = day
    self.words = words
    self.drivers = drivers
    self.flags = flags
    self.groups = groups
    self.isDuplicate = isDuplicate
  }

  /// Whether figures count it: an experience, and the first with these letters.
  public var counts: Bool { basis == .experience && !isDuplicate }

  public var cell: StoryCell { StoryCell(label, story: story) }

  /// Which side its story is on: by the moment's valence, where the label agrees.
  public var side: StorySide? {
    guard story else { return nil }
    let valence = momentValence ?? 0
    switch label {
    case .enthusiastic: return valence > 0 ? .good : .turn
    case .dissatisfied: return valence < 0 ? .bad : .turn
    case .neutralSatisfied: return .small
    }
  }
}
