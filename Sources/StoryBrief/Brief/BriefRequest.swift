import Essentials
import StoryFigures

/// What is asked of a brief.
public struct BriefRequest: Sendable {
  /// How the program did on reviews that people labelled.
  public struct Sample: Sendable, Encodable {
    /// Labelled reviews, and how many of them the program gives the same verdict.
    public var count: Int
    public var right: Int
    /// The most memorable stories of the program among them, at most 20, and how many people call a story.
    public var top: Int
    public var topRight: Int

    public init(count: Int, right: Int, top: Int, topRight: Int) {
      self.count = count
      self.right = right
      self.top = top
      self.topRight = topRight
    }
  }

  /// What the last brief said was not allowed.
  public struct Previous: Sendable, Decodable {
    struct Cause: Sendable, Decodable { let driver: String }

    let schemaVersion: Int
    /// Who might read it; what is for outside does not tell what was not allowed.
    public let audience: BriefAudience
    let barred: [Cause]

    /// - Returns: nil for what is no brief as JSON.
    public init?(json: Data) {
      guard let previous = try? JSONDecoder().decode(Previous.self, from: json),
        previous.schemaVersion == 1
      else { return nil }
      self = previous
    }
  }

  /// Nil for the quarter of the newest date, where it has reviews enough, or everything.
  public var period: BriefPeriod?
  public var reader = BriefReader.everyone
  public var audience = BriefAudience.internal
  /// The company, as it stands below the title.
  public var title: String?
  /// The field that reviews are counted by; found where it is not given.
  public var field: String?
  /// Own claims.
  public var claims: [String] = []
  /// How customers were invited.
  public var invited: String?
  public var sample: Sample?
  public var previous: Previous?
  /// What the brief says it was made on.
  public var today: Day?
  public var keepsPersonal = false
  /// Names of colleagues that are shown in praise, inside.
  public var staff: [String] = []
  /// Words in a quote, at most: the moment and what it needs to be understood.
  public var mostQuoteWords = 60
  /// Only reviews of this source.
  public var source: String?

  public init() {}
}
