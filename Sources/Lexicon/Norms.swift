/// What a word or phrase says by itself.
public struct Norms: Sendable, Hashable {
  /// -1 to 1 in ten-thousandths: how bad or good.
  public var valence: Int16
  /// 0 to 1 in ten-thousandths: how far past plain approval or disapproval.
  public var delight: Int16
  /// 0 to 1 in ten-thousandths: how strongly it says that something departed from expectation.
  public var breach: Int16

  @inlinable
  public init(valence: Int16 = 0, delight: Int16 = 0, breach: Int16 = 0) {
    self.valence = valence
    self.delight = delight
    self.breach = breach
  }

  @inlinable
  public var isEmpty: Bool { valence == 0 && delight == 0 && breach == 0 }

  /// The classes that follow from the values.
  public var classes: ClassSet {
    var classes: ClassSet = []
    if valence >= 3_000 { classes.insert(.positive) }
    if valence <= -3_000 { classes.insert(.negative) }
    if delight >= 5_000 { classes.insert(.delight) }
    if breach >= 5_000 { classes.insert(.breach) }
    return classes
  }
}
