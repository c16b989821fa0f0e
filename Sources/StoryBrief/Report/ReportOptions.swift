/// What is wanted of a report page.
public struct ReportOptions: Sendable {
  /// Whose customers they are; nil for nobody named.
  public var title: String?
  public var language = ReportLanguage.dutch
  /// Only of this source.
  public var source: String?
  /// Of at most so many reviews the text goes along, stories first.
  public var textLimit = 2_000
  /// Whether personal data stay in texts, ids and fields.
  public var keepsPersonal = false

  public init() {}
}
