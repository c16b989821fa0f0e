/// How long records that were read wait for more: until nothing came for a moment, and never long.
///
/// It decides where chunks end, on which nothing depends.
struct Patience {
  /// What a writer that has more to say needs for it.
  private static let moment = 20
  /// What a writer needs that has not stopped, in milliseconds.
  static let blink = 2
  private static let most = Duration.milliseconds(200)
  private var end: ContinuousClock.Instant?

  /// The milliseconds to wait for more, `nil` where there were enough.
  var left: Int? {
    mutating get {
      let now = ContinuousClock.now
      guard let end else {
        end = now + Patience.most
        return Patience.moment
      }
      return now < end ? Patience.moment : nil
    }
  }
}
