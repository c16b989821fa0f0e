/// One place in a pattern: the forms and classes that may stand there.
///
/// Kept to sixteen bytes, for there are some twenty thousand of them and a search jumps about in them.
public struct PatternElement: Sendable {
  /// The form, if only one may stand here; otherwise a bit for each form, of 64 that forms share: nearly all others
  /// are told apart by it, without a look at the table of places.
  private let forms: UInt64
  /// Its number among the places of all patterns; places that hold the same words have the same.
  public let place: Int32
  /// The number of the set of classes whose words may stand here; 0 if there are none.
  private(set) var classes: UInt16 = 0
  /// How many tokens may stand between the element before and this one.
  public private(set) var gap: UInt8 = 0
  private var flags: UInt8

  /// An element that stands right behind the one before and holds forms only.
  init(forms: [Int32], place: Int32) {
    self.forms =
      forms.count == 1
      ? UInt64(truncatingIfNeeded: forms[0])
      : forms.reduce(0) { $0 | PatternElement.bit(of: $1) }
    self.place = place
    flags = forms.count == 1 ? 4 : 0
  }

  mutating func set(classes: UInt16, gap: UInt8, gapCrossesPunctuation: Bool, isOptional: Bool) {
    self.classes = classes
    self.gap = gap
    flags = flags & 4 | (gapCrossesPunctuation ? 1 : 0) | (isOptional ? 2 : 0)
  }

  /// Whether the gap may hold punctuation.
  public var gapCrossesPunctuation: Bool { flags & 1 != 0 }
  public var isOptional: Bool { flags & 2 != 0 }

  /// Whether just one form may stand here, apart from classes.
  var hasOneForm: Bool { flags & 4 != 0 }

  /// Whether a form may stand here; if there are more, it must be looked for among them.
  @inline(__always)
  func mayHold(_ form: Int32) -> Bool {
    let isOne = forms == UInt64(truncatingIfNeeded: form)
    let isAmong = forms & PatternElement.bit(of: form) != 0
    return hasOneForm ? isOne : isAmong
  }

  @inline(__always)
  private static func bit(of form: Int32) -> UInt64 {
    1 &<< UInt64(truncatingIfNeeded: form)
  }
}
