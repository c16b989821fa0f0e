/// What a word or phrase says by itself, as readers rate it.
///
/// The scales and their anchors are described in `norms.tsv`; values are kept in hundredths, so that what is known
/// of a token stays small.
public struct Norms: Sendable, Hashable {
  /// The values, one a byte, the first one lowest: one number is copied and tested at once.
  @usableFromInline var values: UInt64 = 0

  /// -100 to 100: how bad or good.
  @inlinable public var valence: Int8 {
    get { value(0) }
    set { setValue(0, newValue) }
  }
  /// 0 to 100: how far past plain approval or disapproval.
  @inlinable public var delight: Int8 {
    get { value(1) }
    set { setValue(1, newValue) }
  }
  /// 0 to 100: how strongly it says that something departed from expectation.
  @inlinable public var breach: Int8 {
    get { value(2) }
    set { setValue(2, newValue) }
  }
  /// 0 to 100: how much something happens, against state or habit.
  @inlinable public var event: Int8 {
    get { value(3) }
    set { setValue(3, newValue) }
  }
  /// 0 to 100: how much someone with a face is meant.
  @inlinable public var person: Int8 {
    get { value(4) }
    set { setValue(4, newValue) }
  }
  /// 0 to 100: how much effort or care by the one who serves is meant.
  @inlinable public var effort: Int8 {
    get { value(5) }
    set { setValue(5, newValue) }
  }
  /// 0 to 100: how much it lives in stock phrases.
  @inlinable public var formula: Int8 {
    get { value(6) }
    set { setValue(6, newValue) }
  }

  public init() {}

  /// Whether it says anything about how good something is, or how unexpected.
  @inlinable
  public var isEvaluative: Bool { values & 0xFF_FFFF != 0 }

  /// Whether it says anything about how something is told.
  @inlinable
  public var isTelling: Bool { values >> 24 != 0 }

  /// The value on one scale, in ten-thousandths.
  public subscript(scale: Scale) -> Fixed {
    get {
      switch scale {
      case .valence: Fixed(valence) * 100
      case .delight: Fixed(delight) * 100
      case .breach: Fixed(breach) * 100
      case .event: Fixed(event) * 100
      case .person: Fixed(person) * 100
      case .effort: Fixed(effort) * 100
      case .formula: Fixed(formula) * 100
      }
    }
    set {
      let hundredths = Int8(clamping: newValue / 100)
      switch scale {
      case .valence: valence = hundredths
      case .delight: delight = hundredths
      case .breach: breach = hundredths
      case .event: event = hundredths
      case .person: person = hundredths
      case .effort: effort = hundredths
      case .formula: formula = hundredths
      }
    }
  }

  /// The scales, in the order of the columns of `norms.tsv`.
  public enum Scale: String, CaseIterable, Sendable {
    case valence, delight, breach, event, person, effort, formula

    /// What values it takes, in ten-thousandths.
    var range: ClosedRange<Fixed> { self == .valence ? -Fixed.one...Fixed.one : 0...Fixed.one }
  }

  /// The classes that follow from the values.
  public var classes: ClassSet {
    var classes: ClassSet = []
    if valence >= 30 { classes.insert(.positive) }
    if valence <= -30 { classes.insert(.negative) }
    if delight >= 50 { classes.insert(.delight) }
    if breach >= 50 { classes.insert(.breach) }
    return classes
  }

  /// What remains of a word's norms when ratings near 0 are taken for what they mostly are: the word as such, not a
  /// judgement.
  func spoken(leastValence: Fixed, leastBreach: Fixed) -> Norms {
    guard abs(self[.valence]) < leastValence else { return self }
    var norms = self
    norms.valence = 0
    if norms[.breach] < leastBreach {
      norms.breach = 0
      norms.delight = 0
    }
    return norms
  }

  @inlinable
  func value(_ place: UInt64) -> Int8 { Int8(truncatingIfNeeded: values &>> (8 &* place)) }

  @inlinable
  mutating func setValue(_ place: UInt64, _ value: Int8) {
    values &= ~(0xFF &<< (8 &* place))
    values |= UInt64(UInt8(bitPattern: value)) &<< (8 &* place)
  }
}
