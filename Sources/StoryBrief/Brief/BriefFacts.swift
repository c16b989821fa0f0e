import Essentials

/// Everything that a brief says: fields, counts and quotes; what `brief -o FILE.json` writes.
///
/// Numbers are as they are shown: shares and balances in whole points of a hundred.
public struct BriefFacts: Encodable, Sendable {
  public struct Days: Encodable, Sendable {
    /// `quarter`, `month`, `year`, `span` or `all`.
    public var name: String
    /// `yyyy-mm-dd`.
    @Known public var first: String? = nil
    @Known public var last: String? = nil
  }

  public struct Source: Encodable, Sendable {
    public var name: String
    /// Reviews of the period, counted or not.
    public var reviews: Int
  }

  public struct Excluded: Encodable, Sendable {
    public var tooShort = 0
    public var noExperience = 0
    public var otherLanguage = 0
    public var duplicates = 0
    /// Without a date, where only a period is counted; these are not among those read.
    public var undated = 0
  }

  public struct Cell: Encodable, Sendable {
    public var cell: String
    public var count: Int
    /// Nil below a hundred reviews.
    @Known public var share: Int? = nil
    @Known public var previousCount: Int? = nil
    @Known public var previousShare: Int? = nil
  }

  public struct Balance: Encodable, Sendable {
    public var good: Int
    public var bad: Int
    /// Stories that turn, on neither side.
    public var turns: Int
    /// (good − bad) of every hundred, with the bounds of its 95 % interval; nil below a hundred reviews.
    @Known public var points: Int? = nil
    @Known public var low: Int? = nil
    @Known public var high: Int? = nil
    @Known public var previousPoints: Int? = nil
    @Known public var change: Change? = nil
  }

  public struct Change: Encodable, Sendable {
    /// `risen`, `fallen` or `unclear`.
    public var direction: String
    /// Bounds of the 95 % interval of its size.
    public var low: Int
    public var high: Int
  }

  public struct Grades: Encodable, Sendable {
    public var source: String
    /// `1-5`, `1-10`, `0-10` or `0-100`.
    public var scale: String
    public var mean: Double
    /// Of the same scale; nil where the period before has another.
    @Known public var previousMean: Double? = nil
    /// Customers with a grade called "a 9", and how many of them tell a story.
    public var nines: Int
    public var nineStories: Int
  }

  public struct Groups: Encodable, Sendable {
    public struct Row: Encodable, Sendable {
      public var name: String
      public var good: Int
      public var bad: Int
      public var count: Int
    }

    public var field: String
    public var isRanked: Bool
    /// Whether its values are not all in one source.
    public var isAcrossSources: Bool
    public var rows: [Row]
  }

  public struct Story: Encodable, Sendable {
    public struct Part: Encodable, Sendable {
      public enum Kind: String, Encodable, Sendable { case moment, context, omission }

      public var kind: Kind
      /// Verbatim, with personal data masked.
      public var text: String
    }

    public var source: String
    public var id: String
    @Known public var date: String? = nil
    @Known public var rating: Double? = nil
    @Known public var ratingScale: String? = nil
    /// `good` or `bad`.
    public var side: String
    @Known public var driver: String? = nil
    /// Of a column for a place, a team or a product.
    @Known public var place: String? = nil
    public var quote: [Part]
    public var isTurn: Bool
    public var isOpen: Bool
    public var permission: String
    @Known public var permissionDate: String? = nil
    public var memorability: Double
  }

  public struct Step: Encodable, Sendable {
    public struct Row: Encodable, Sendable {
      public var driver: String
      public var nine: Int
      public var seven: Int
    }

    public var source: String
    public var scale: String
    public var nines: Int
    public var sevens: Int
    /// What the nines mention clearly more often, the strongest first.
    public var rows: [Row]
  }

  public struct Cause: Encodable, Sendable {
    public var driver: String
    public var stories: Int
    public var waiting: Int
    /// Whether it was there in the last brief or period; nil where there is none.
    @Known public var again: Bool? = nil
  }

  public struct Pillar: Encodable, Sendable {
    public var driver: String
    public var stories: Int
    /// Whose writers were asked, those who agreed or refused included.
    public var asked: Int
    public var allowed: Int
    /// Setbacks about the same.
    public var setbacks: Int
  }

  public struct Look: Encodable, Sendable {
    public var driver: String
    public var ids: [String]
  }

  public struct Phrase: Encodable, Sendable {
    public var text: String
    /// Customers who write so.
    public var count: Int
  }

  public struct Claim: Encodable, Sendable {
    public var text: String
    /// Good stories about it, of all that the balance counts, and setbacks.
    public var confirming: Int
    public var contradicting: Int
    /// Those that may be quoted, at most two of each side.
    public var stories: [Story]
  }

  public var schemaVersion = 1
  /// Of the analysers whose verdicts are in it.
  public var analyzers: [String] = []
  @Known public var title: String? = nil
  public var audience = ""
  public var reader = ""
  public var period = Days(name: "all")
  @Known public var previousPeriod: Days? = nil
  @Known public var newestDate: String? = nil
  @Known public var today: String? = nil
  /// Of the reviews that are counted.
  @Known public var firstDate: String? = nil
  @Known public var lastDate: String? = nil
  /// Reviews of the period.
  public var read = 0
  public var excluded = Excluded()
  /// N: reviews that figures count.
  public var count = 0
  @Known public var previousCount: Int? = nil
  public var sources: [Source] = []
  public var cells: [Cell] = []
  public var balance = Balance(good: 0, bad: 0, turns: 0)
  @Known public var grades: Grades? = nil
  @Known public var groups: Groups? = nil
  /// Chosen to be read, the strongest first.
  public var good: [Story] = []
  public var bad: [Story] = []
  /// Whether the first good one opens the brief.
  public var opens = false
  /// Sensitive stories, and customers who still wait; null in what leaves.
  @Known public var sensitive: Int? = nil
  /// Customers who praise a colleague by name; null without a list of names.
  @Known public var thanked: Int? = nil
  @Known public var open: Int? = nil
  /// The step from 7 to 9; null without grades.
  @Known public var step: Step? = nil
  /// What was not allowed.
  public var barred: [Cause] = []
  /// Setbacks about anything else.
  public var otherSetbacks = 0
  public var pillars: [Pillar] = []
  /// Setbacks by what they are about first, for the third sentence.
  @Known public var mainSetback: String? = nil
  @Known public var mainGood: String? = nil
  /// Other good stories about the same as the one that opens; null where it has no subject.
  @Known public var sameAsFirst: Int? = nil
  /// Whether `again` is about the last brief and not the last period.
  public var hasPreviousBrief = false
  public var look: [Look] = []
  public var words: [Phrase] = []
  public var claims: [Claim] = []
  @Known public var invited: String? = nil
  @Known public var sample: BriefRequest.Sample? = nil
  public var isMasked = true

  /// One JSON object, its keys in alphabetical order.
  ///
  /// - Throws: what the encoder throws.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
