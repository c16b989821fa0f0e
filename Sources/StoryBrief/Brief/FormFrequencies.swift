import Lexicon

/// How often common forms occur in a million tokens of reviews.
enum FormFrequencies {
  static let byForm: [String: Int] = {
    let file = LexiconFile.embedded("nl/frequency.tsv")
    var frequencies: [String: Int] = [:]
    for line in String(decoding: file?.bytes ?? [], as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t")
      if cells.count == 2, let count = Int(cells[1]) { frequencies[String(cells[0])] = count }
    }
    return frequencies
  }()
}
