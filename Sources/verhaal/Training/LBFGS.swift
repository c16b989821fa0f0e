/// Finds a minimum by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno.
///
/// Of the last few steps it keeps how the point and the gradient changed, and takes from these a direction that minds
/// the curvature (Nocedal & Wright, Numerical Optimization, 2nd edition, algorithms 7.4 and 7.5). The length of a step
/// is halved, or cut to the minimum of a parabola through what is known, until the value falls enough (the condition of
/// Armijo, there 3.4), or until the slope does where the value cannot tell any more. Nothing is random: the same
/// objective and start give the same bits.
struct LBFGS {
  /// The lowest point found.
  struct Minimum {
    var point: [Double]
    var value: Double
    /// The largest number of the gradient there, without its sign.
    var slope: Double
    var iterations: Int
    /// Whether the slope is small enough.
    var hasConverged: Bool
  }

  /// How many steps are remembered.
  var memory = 10
  var mostIterations = 1_000
  /// The slope at which to stop, as a share of the value where that is above 1.
  var tolerance = 1e-6

  /// How much of the fall that the slope promises a step must bring.
  private static let leastFall = 1e-4
  /// A difference between values that says nothing, as a share of them.
  private static let rounding = 1e-14

  private struct Step {
    /// How the point changed.
    var move: [Double]
    /// How the gradient changed.
    var turn: [Double]
    /// The inner product of the two, positive.
    var curvature: Double
  }

  func minimize(_ objective: some Objective, from start: [Double]) -> Minimum {
    var point = start
    var gradient = [Double](repeating: 0, count: start.count)
    var value = objective.value(at: point, gradient: &gradient)
    var steps: [Step] = []
    var nextGradient = gradient
    var iterations = 0
    func slope() -> Double { gradient.reduce(0) { max($0, abs($1)) } }
    func isFlat() -> Bool { slope() <= tolerance * max(1, abs(value)) }
    while !isFlat() && iterations < mostIterations {
      var direction = LBFGS.direction(gradient, steps)
      var descent = LBFGS.product(direction, gradient)
      if descent >= 0 {
        // Rounding has spoilt the memory.
        steps = []
        direction = gradient.map { -$0 }
        descent = LBFGS.product(direction, gradient)
      }
      var length = steps.isEmpty ? min(1, 1 / slope()) : 1
      var next = point
      var nextValue = Double.infinity
      var isFallen = false
      for _ in 0..<60 {
        for at in next.indices { next[at] = point[at] + length * direction[at] }
        nextValue = objective.value(at: next, gradient: &nextGradient)
        // Where values differ by rounding alone, the slope along the way must grow less.
        isFallen =
          nextValue <= value + LBFGS.leastFall * length * descent
          || abs(nextValue - value) <= LBFGS.rounding * abs(value)
            && abs(LBFGS.product(nextGradient, direction)) <= -descent / 2
        if isFallen { break }
        let excess = nextValue - value - length * descent
        let lowest = excess.isFinite ? -descent * length * length / (2 * excess) : 0
        length = max(length / 10, min(length / 2, lowest))
      }
      // No step is short enough: as near as the numbers allow.
      guard isFallen else { break }
      iterations += 1
      let move = zip(next, point).map { $0 - $1 }
      let turn = zip(nextGradient, gradient).map { $0 - $1 }
      let curvature = LBFGS.product(move, turn)
      if curvature > 1e-12 * LBFGS.product(turn, turn) {
        if steps.count == memory { steps.removeFirst() }
        steps.append(Step(move: move, turn: turn, curvature: curvature))
      }
      point = next
      value = nextValue
      swap(&gradient, &nextGradient)
    }
    return Minimum(
      point: point, value: value, slope: slope(), iterations: iterations, hasConverged: isFlat())
  }

  /// The gradient, turned round and bent by the curvature of the steps: algorithm 7.4.
  private static func direction(_ gradient: [Double], _ steps: [Step]) -> [Double] {
    var direction = gradient.map { -$0 }
    var shares = [Double](repeating: 0, count: steps.count)
    for (number, step) in steps.enumerated().reversed() {
      let share = product(step.move, direction) / step.curvature
      shares[number] = share
      add(-share, step.turn, to: &direction)
    }
    if let last = steps.last {
      let scale = last.curvature / product(last.turn, last.turn)
      for at in direction.indices { direction[at] *= scale }
    }
    for (number, step) in steps.enumerated() {
      let share = product(step.turn, direction) / step.curvature
      add(shares[number] - share, step.move, to: &direction)
    }
    return direction
  }

  private static func product(_ first: [Double], _ second: [Double]) -> Double {
    var sum = 0.0
    for at in first.indices { sum += first[at] * second[at] }
    return sum
  }

  private static func add(_ factor: Double, _ vector: [Double], to sum: inout [Double]) {
    for at in sum.indices { sum[at] += factor * vector[at] }
  }
}
