/// A figure that is to be reached.
struct Goal: Codable {
  let name: String
  let value: Double
  let limit: Double
  /// Whether the limit is the least that is asked, not the most.
  let isLeast: Bool

  init(_ name: String, _ value: Double, atLeast limit: Double) {
    (self.name, self.value, self.limit, isLeast) = (name, value, limit, true)
  }

  init(_ name: String, _ value: Double, atMost limit: Double) {
    (self.name, self.value, self.limit, isLeast) = (name, value, limit, false)
  }

  var isReached: Bool { isLeast ? value >= limit : value <= limit }
}
