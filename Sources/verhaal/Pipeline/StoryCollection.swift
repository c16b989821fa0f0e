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
  private var count = 0
  /// Of all stories, by their number.
  private var copies = CopyClusters()
  private var refused: Set<RankedStory.Key> = []

  /// - Parameter isDayKnown: whether the days of the query are those that are asked for.
  init(_ query: StoryQuery, isDayKnown: Bool) {
    self.query = query
    self.isDayKnown = isDayKnown
    most = query.takesCopiesOnce ? .max : query.grouping != nil ? 1 : query.limit
  }

  /// Whether it keeps signatures.
  var needsSignatures: Bool { query.takesCopiesOnce }

  /// Adds a story that comes later in the input than all before.
  mutating func add(_ story: RankedStory) {
    guard let place = place(of: story) else { return }
    places[place, default: StoryRanking(limit: most)].add(story)
  }

  /// Adds the stories of a later chunk, under the ids that they have in the whole dump.
  mutating func add(_ stories: [RankedStory], id: (RankedStory) -> String) {
    for var story in stories {
      story.id = id(story)
      if !query.ids.isEmpty && !query.ids.contains(story.id) { continue }
      guard let place = place(of: story) else { continue }
      story.number = count
      count += 1
      if needsSignatures {
        copies.add(story.signature)
        story.signature = []
      }
      places[place, default: StoryRanking(limit: most)].add(story)
    }
  }

  /// Where a story is kept; nil where it cannot be shown.
  private func place(of story: RankedStory) -> Place? {
    if isDayKnown && !query.holdsDay(story.date) { return nil }
    // Without a date it can be in no period, without a value in no group.
    if !isDayKnown && story.date == nil { return nil }
    if query.grouping != nil && story.group?.isEmpty != false { return nil }
    return Place(
      date: isDayKnown ? nil : story.date, group: query.takesCopiesOnce ? nil : story.group)
  }

  /// Takes out reviews that may not be shown, also those that come later.
  mutating func refuse(_ keys: Set<RankedStory.Key>) { refused.formUnion(keys) }

  /// Lets go of the days before one.
  mutating func forget(before day: String) {
    for place in places.keys where (place.date ?? day) < day { places[place] = nil }
  }

  /// All that are kept, in the order of the chunk.
  var stories: [RankedStory] {
    places.values.flatMap(\.stories).sorted { $0.index < $1.index }
  }

  /// The stories that are shown, best first; takes them out.
  ///
  /// - Parameter query: with the days that are asked for.
  mutating func takeChosen(_ query: StoryQuery) -> [RankedStory] {
    var ranked: [RankedStory] = []
    while let place = places.keys.first {
      guard let ranking = places.removeValue(forKey: place) else { continue }
      // Of a place all have the same date, where it matters.
      if ranked.isEmpty {
        ranked = ranking.stories
      } else {
        ranked += ranking.stories
      }
    }
    ranked.removeAll { !query.holdsDay($0.date) || $0.key.map(refused.contains) == true }
    ranked.sort {
      ($0.memorability, $0.strength, $1.number) > ($1.memorability, $1.strength, $0.number)
    }
    var seen: Set<RankedStory.Key> = []
    ranked.removeAll { story in story.key.map { !seen.insert($0).inserted } ?? false }
    seen = []
    let clusters =
      query.takesCopiesOnce ? copies.clusters(among: ranked.map(\.number)) : Array(ranked.indices)
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
