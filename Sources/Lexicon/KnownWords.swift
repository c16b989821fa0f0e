/// What is known of the words that are forms, as numbers of what many of them share.
struct KnownWords {
  /// By the numbers of forms; the first says it of form 0.
  private(set) var numbers = [FormTable.WordNumbers(classes: 0, norms: 0)]
  private(set) var classSets = NumberedValues<ClassSet>(first: .unknown)
  private(set) var norms = NumberedValues<Norms>(first: Norms())

  /// - Parameters:
  ///   - order: the spellings that are forms, in the order of their numbers.
  ///   - bits: the bits of the classes with words, by their numbers less one.
  init(
    _ words: WordTable, _ order: [Int32], _ bits: [Int], leastValence: Fixed, leastBreach: Fixed
  ) {
    var numbers = numbers
    numbers.reserveCapacity(order.count + 1)
    let entries = words.entries
    // The sets of classes and the norms as they are read; for the norms, what is made of them; and for each set with
    // each of the sets that norms add, its number here.
    var readSets = NumberedValues<ClassSet>(first: [])
    var readNorms = NumberedValues<Norms>(first: Norms())
    var spoken: [(number: UInt16, added: Int)] = []
    var known: [Int32] = []
    for number in order {
      let entry = entries[Int(number)]
      let said = Int(readNorms.number(of: entry.norms))
      while spoken.count <= said {
        let norms = readNorms.values[spoken.count].spoken(
          leastValence: leastValence, leastBreach: leastBreach)
        spoken.append(
          (
            UInt16(clamping: self.norms.number(of: norms)),
            Int(truncatingIfNeeded: norms.classes.rawValue >> KnownWords.firstAdded)
          ))
      }
      let shape = entry.classes.isEmpty ? 0 : Int(readSets.number(of: entry.classes))
      let (norms, added) = spoken[said]
      let place = shape << 5 | added | (entry.isKnown ? 0 : 16)
      if place >= known.count {
        known += repeatElement(-1, count: place + 32 - known.count)
      }
      if known[place] < 0 {
        var classes = ClassSet(rawValue: UInt128(added) << KnownWords.firstAdded)
        entry.classes.forEachBit { classes.insert(ClassSet(bit: bits[$0 - 1])) }
        if !entry.isKnown { classes.insert(.unknown) }
        known[place] = classSets.number(of: classes)
      }
      numbers.append(
        FormTable.WordNumbers(
          classes: UInt16(clamping: known[place]), norms: norms, word: entry.word))
    }
    self.numbers = numbers
  }

  /// Whether there are more than a form can tell apart.
  var isFull: Bool { max(classSets.values.count, norms.values.count) > UInt16.max }

  /// The bit of the first of the four classes that norms add.
  private static let firstAdded = UInt128(ClassSet.positive.rawValue.trailingZeroBitCount)
}
