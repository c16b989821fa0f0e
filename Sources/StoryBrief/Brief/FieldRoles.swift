import Essentials
import Lexicon
import ReviewStore

/// Which columns of a store say where a review belongs: a place, a team, a product.
struct FieldRoles {
  /// The header words with what their columns hold, the more telling ones first.
  private static let words: [(role: String, word: String)] = {
    let file = LexiconFile.embedded("brief/fields.tsv")
    return String(decoding: file?.bytes ?? [], as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .flatMap { line -> [(role: String, word: String)] in
        let cells = line.split(separator: "\t").map(String.init)
        guard cells.count == 2 else { return [] }
        return cells[1].split(separator: " ").map { (role: cells[0], word: String($0)) }
      }
  }()

  /// Columns that tell where a story happened, the more telling ones first.
  let places: [String]
  /// The column that reviews are counted by; nil where none divides them in 2 to 12.
  let grouping: String?

  private static let groupCounts = 2...12

  /// - Parameter chosen: the column that was asked for.
  init(_ fields: [ReviewStore.FieldValues], chosen: String?) {
    let known = Self.words.compactMap { role, word in
      fields.first { $0.name.lowercased() == word }.map { (role: role, field: $0) }
    }
    // What was bought says little of where a story happened.
    places = known.filter { $0.role != "product" }.map(\.field.name)
    grouping = chosen ?? known.first { Self.groupCounts.contains($0.field.values) }?.field.name
  }

  /// The value of the most telling column that a review has, with its name where that helps: `winkel Gent`.
  func place(of fields: [UInt8]) -> String? {
    guard !places.isEmpty, !fields.isEmpty,
      let values = try? JSONDecoder().decode([String: String].self, from: Data(fields))
    else { return nil }
    for name in places {
      if let value = values[name], !value.isEmpty, value.count <= 40 { return name + " " + value }
    }
    return nil
  }
}
