import Lexicon
import ReviewStore

/// What stands beside a story: what it is the best of, its verdict, when, what grade, and where it is found.
struct StoryFacts {
  /// `product: lamp`, where stories are grouped by a field or by source.
  let group: String?
  /// `enthusiastic: gesture`
  let verdict: String
  let date: String?
  /// `9/10`
  let grade: String?
  let id: String
  /// `permission: allowed 2026-04-01`
  let permission: String
  private let isInternal: Bool

  init(_ story: RankedStory, group grouping: StoryGrouping?) {
    switch grouping {
    case .field(let name): group = story.group.map { name + ": " + $0 }
    case .source: group = story.group
    // These are told anyway.
    case .driver, .month, nil: group = nil
    }
    verdict = story.label.rawValue + (story.moment?.drivers.first.map { ": " + $0.name } ?? "")
    date = story.date
    grade = StoryFacts.grade(story.rating, scale: story.ratingScale)
    id = story.id
    isInternal = story.permission.status == .internal
    permission = "permission: " + story.permission.text
  }

  /// `9/10`
  static func grade(_ rating: Fixed?, scale: String?) -> String? {
    rating.map { $0.decimal + (scale?.split(separator: "-").last.map { "/" + $0 } ?? "") }
  }

  /// Permission where anything was decided.
  var all: [String] {
    [group, verdict, date, grade, id, isInternal ? nil : permission].compactMap(\.self)
  }
}

extension Permission {
  /// `allowed 2026-04-01`
  var text: String { status.rawValue + (date.map { " " + $0 } ?? "") }
}
