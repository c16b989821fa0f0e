/// What a happening or a verdict is about.
public enum Driver: String, CaseIterable, Sendable {
  case person, speed, solution, gesture, rules, promise, information, product, price, ease, place
  case trust, reach, costs
}
