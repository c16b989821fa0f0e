import ReviewStore

/// The stories of dumps that may be shown, kept while not all is known that decides on it.
///
/// Where the period counts back from the newest date, the best of every day are kept; where stories are grouped, the best
/// of every group; where copies are sought, all.
struct StoryCollection: Sendable {
  private struct Place: Hashable {
    let date: String?
    let group: String?
  }

  private let query: StoryQuery
  private let isDayKnown: Bool
  /// Of each place only so many can be shown.
  private let most: Int
  private var places: [Place: StoryRanking] = [:]

  /// - Parameter isDayKnown: whether the days of the query are those that are asked for.
  init(_ query: StoryQuery, isDayKnown: Bool) {
    self.query = query
    self.isDayKnown = isDayKnown
    most = query.isDiverse ? .max : query.grouping != nil ? 1 : query.limit
  }

  /// Whether it keeps signatures.
  var needsSignatures: Bool { query.isDiverse }

  /// Adds a story that comes later in the input than all before.
  mutating func add(_ story: RankedStory) {
    if isDayKnown && !query.holdsDay(story.date) { return }
    let place = Place(
      date: isDayKnown ? nil : story.date, group: query.isDiverse ? nil : story.group)
    // Without a date it can be in no period, without a value in no group.
    if !isDayKnown && place.date == nil { return }
    if query.grouping != nil && story.group?.isEmpty != false { return }
    places[place, default: StoryRanking(limit: most)].add(story)
  }

  /// Lets go of the days before one.
  mutating func forget(before day: String) {
    for place in places.keys where (place.date ?? day) < day { places[place] = nil }
  }

  /// All that are kept, those of a place in the order of their ranks.
  var stories: [RankedStory] { places.values.flatMap(\.stories) }

  /// The stories that are shown, best first.
  ///
  /// - Parameter query: with the days that are asked for.
  func chosen(_ query: StoryQuery) -> [RankedStory] {
    var ranking = StoryRanking(limit: .max)
    let fitting = stories.filter { query.holdsDay($0.date) }
      // Places come in no order; stories of equal rank must come in that of the input.
      .sorted { $0.number < $1.number }
    for story in fitting { ranking.add(story) }
    let ranked = ranking.stories
    var clusters = Array(ranked.indices)
    if query.isDiverse {
      var copies = CopyClusters(capacity: ranked.count)
      for story in ranked { copies.add(story.signature) }
      clusters = copies.clusters()
    }
    var choice = StoryChoice(query)
    return ranked.indices.filter { place in
      choice.takes(
        group: ranked[place].group, driver: ranked[place].moment?.drivers.first,
        cluster: clusters[place])
    }.map { ranked[$0] }
  }
}

extension StoryQuery {
  /// Whether a date lies in the period; one that is not known lies in none.
  func holdsDay(_ date: String?) -> Bool {
    guard firstDay != nil || lastDay != nil else { return true }
    guard let date else { return false }
    return (firstDay ?? date) <= date && date <= (lastDay ?? date)
  }
}
