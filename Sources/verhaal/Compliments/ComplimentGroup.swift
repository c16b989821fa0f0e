/// The compliments for one team or one name.
struct ComplimentGroup {
  /// Masked; nil where nothing is grouped.
  let name: String?
  private(set) var count = 0
  private(set) var storyCount = 0
  /// The best, in order.
  private(set) var best: [Compliment] = []

  init(name: String?) { self.name = name }

  /// Adds a compliment that comes later than all before.
  mutating func add(_ compliment: Compliment, keeping most: Int) {
    count += 1
    if compliment.isStory { storyCount += 1 }
    let place = best.firstIndex { compliment.precedes($0) } ?? best.count
    guard place < most else { return }
    best.insert(compliment, at: place)
    if best.count > most { best.removeLast() }
  }
}
