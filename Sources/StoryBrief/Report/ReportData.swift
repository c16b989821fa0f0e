import Essentials
import Lexicon
import Privacy
import ReviewStore
import StoryAnalysis
import StoryFigures

/// What the report page holds of a store, as its script reads it.
struct ReportData: Encodable {
  private let language: String
  private let texts: [String: String]
  private let drivers = Driver.allCases.map(\.name)
  private let cells = StoryCell.allCases.map(\.key)
  private let sources: [String]
  private let flags: [String]
  private let grades: [ReportGrade]
  private let rows: ReportRows
  private let fields: [ReportField]
  let stories: [ReportStory]
  /// What is only summed.
  private let undated: Int

  private enum CodingKeys: CodingKey {
    case language, texts, drivers, cells, sources, flags, grades, rows, fields, stories, undated
  }

  let counts: ReviewCounts

  /// Reads a store.
  ///
  /// - Throws: `StoreError`, or `WordsError` when the names and cues cannot be read, which the tests rule out.
  init(
    _ store: ReviewStore, _ options: ReportOptions, texts: ReportTexts, analyzer: Analyzer
  ) throws {
    var counts = ReviewCounts()
    var rows = ReportRows()
    var columns: [String: ReportField.Column] = [:]
    var shortlist = Shortlist(limit: options.textLimit)
    let decoder = JSONDecoder()
    try store.forEachFigureRow(source: options.source) { row, review in
      counts.add(row)
      guard row.counts else { return }
      let place = rows.count
      rows.add(row)
      let values = try? decoder.decode([String: String].self, from: Data(review.fields))
      // The scale stands with the grade.
      for (name, value) in values ?? [:] where name != "scale" && name != "schaal" {
        columns[name, default: ReportField.Column()].set(value, at: place)
      }
      shortlist.add(row, review, at: place)
    }
    let redactor = options.keepsPersonal ? nil : try Redactor()
    let shown = { (text: String) in MaskedText(text, redactor).string }
    language = options.language.rawValue
    self.texts = texts.texts
    self.rows = rows
    self.counts = counts
    undated = counts.undated
    sources = rows.sources.all.map(shown)
    flags = rows.flags.all
    grades = rows.grades.all
    fields = ReportField.dividing(columns, rows: rows.count, shown: shown)
    stories = shortlist.ranked.map { ReportStory($0, redactor, analyzer) }
  }
}

extension ReportStory {
  fileprivate init(_ entry: Shortlist.Entry, _ redactor: Redactor?, _ analyzer: Analyzer) {
    let excerpt = entry.excerpt
    let masked = MaskedText(excerpt.text, redactor)
    let explained = analyzer.analyze(
      excerpt.text,
      texts: [AnalyzedText(range: 0..<excerpt.text.count, titleLength: excerpt.titleLength)],
      detail: .reasons)[0]
    row = entry.row
    id = MaskedText(entry.id, redactor).string
    flags = entry.review.flags
    date = entry.date
    permission = entry.permission == .internal ? nil : entry.permission.rawValue
    memorability = entry.review.memorability
    text = masked.string
    isCut = [excerpt.isCutBefore, excerpt.isCutBehind]
    title = masked.utf16(0..<excerpt.titleLength).upperBound
    moment = excerpt.moment.map(masked.utf16).map { [$0.lowerBound, $0.upperBound] }
    // Reasons of another verdict than the one that stands in the store would be none.
    guard explained.label == entry.review.label, explained.story == entry.review.story else {
      story = []
      verdict = []
      return
    }
    let argument = Argument(
      explained.reasons, lexicon: analyzer.lexicon, text: excerpt.text)
    story =
      explained.story
      ? ReportReason.strongest(argument.points(for: .story), place: masked.utf16) : []
    let rival = Label.allCases.filter { $0 != explained.label }
      .max { explained.probabilities[$0] < explained.probabilities[$1] }
    verdict = ReportReason.strongest(
      argument.points(for: explained.label.target, against: rival?.target), most: 3,
      place: masked.utf16)
  }
}
