/// First and last parts of compounds, tried on words that no table holds.
public struct AffixTable: Sendable {
  private let prefixes: [[UInt8]: Affix]
  private let suffixes: [[UInt8]: Affix]
  private let circumfixes: [(prefix: [UInt8], suffix: [UInt8], affix: Affix)]
  private let prefixLengths: [Int]
  private let suffixLengths: [Int]

  init(
    prefixes: [[UInt8]: Affix], suffixes: [[UInt8]: Affix],
    circumfixes: [(prefix: [UInt8], suffix: [UInt8], affix: Affix)]
  ) {
    self.prefixes = prefixes
    self.suffixes = suffixes
    self.circumfixes = circumfixes
    prefixLengths = Set(prefixes.keys.map(\.count)).sorted(by: >)
    suffixLengths = Set(suffixes.keys.map(\.count)).sorted(by: >)
  }

  /// What the longest fitting last part says of a word, else the longest first part, else a
  /// first and last part together; nil if none fits.
  public func word(for form: ArraySlice<UInt8>) -> WordForm? {
    for length in suffixLengths where length < form.count {
      if let affix = suffixes[Array(form.suffix(length))],
        form.count - length >= affix.minimumStem
      {
        return affix.word
      }
    }
    for length in prefixLengths where length < form.count {
      if let affix = prefixes[Array(form.prefix(length))],
        form.count - length >= affix.minimumStem
      {
        return affix.word
      }
    }
    for (prefix, suffix, affix) in circumfixes
    where form.count >= prefix.count + suffix.count + affix.minimumStem {
      if form.starts(with: prefix) && form.suffix(suffix.count).elementsEqual(suffix) {
        return affix.word
      }
    }
    return nil
  }
}
