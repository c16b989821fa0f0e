/// What the values of one column look like in the sample.
struct ColumnProfile {
  let names: ColumnNames
  let name: String
  private(set) var filled = 0
  private(set) var spaced = 0
  private(set) var bytes = 0
  private(set) var addresses = 0
  private(set) var dates = 0
  private(set) var personal = 0
  private(set) var grades: [Grade] = []
  /// The hashes of the values.
  private var distinct: Set<UInt64> = []
  /// Dates whose second number cannot be a month, and whose first cannot.
  private(set) var secondAboveTwelve = 0
  private(set) var firstAboveTwelve = 0
  private(set) var scales: [RatingScale] = []
  /// The value before, which in many columns is that of every record.
  private var last: (hash: UInt64, traits: ValueTraits)?

  init(_ name: String) {
    self.name = name
    names = ColumnNames(name)
  }

  /// Takes a value, which counts only if it says something.
  mutating func add(_ span: Span<UInt8>, _ value: Range<Int>) {
    let range = span.trimmed(value)
    guard !Placeholder.matches(span, range) else { return }
    let hash = ByteHash.hash(span, range)
    let traits: ValueTraits
    if let last, last.hash == hash {
      traits = last.traits
    } else {
      traits = ValueTraits(span, range)
      last = (hash, traits)
      distinct.insert(hash)
    }
    filled += 1
    bytes += range.count
    if traits.isSpaced { spaced += 1 }
    if traits.isAddress { addresses += 1 }
    if traits.isDate { dates += 1 }
    if traits.isPersonal { personal += 1 }
    if traits.firstIsAboveTwelve { firstAboveTwelve += 1 }
    if traits.secondIsAboveTwelve { secondAboveTwelve += 1 }
    if let grade = traits.grade { grades.append(grade) }
    if let scale = traits.scale { scales.append(scale) }
  }

  var isEmpty: Bool { filled == 0 }
  var isMostlyGrades: Bool { filled > 0 && grades.count * 2 >= filled }
  var isMostlyDates: Bool { filled > 0 && dates * 2 >= filled }
  /// Whether name or values say that it is about a person.
  var isPersonal: Bool { PersonalColumn.isNamed(name) || (filled > 0 && personal * 2 >= filled) }
  var meanLength: Double { filled == 0 ? 0 : Double(bytes) / Double(filled) }

  /// Whether the values are sentences rather than names, codes or addresses.
  var readsLikeProse: Bool {
    filled > 0 && !isMostlyGrades && !isMostlyDates && spaced * 2 >= filled && meanLength >= 20
      && addresses * 2 < filled && (filled <= 3 || distinct.count * 2 > filled)
  }

  /// Whether the values may be words of a customer at all: not numbers, not yes and no.
  var mayBeText: Bool {
    isEmpty
      || (!isMostlyGrades && !isMostlyDates && addresses * 2 < filled
        && (spaced > 0 || distinct.count > 2 || filled < 5))
  }
}
