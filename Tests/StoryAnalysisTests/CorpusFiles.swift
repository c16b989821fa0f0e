import Foundation

/// The texts of the folder `Corpus` of this checkout.
enum CorpusFiles {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Corpus")

  /// A labelled review of the corpus.
  struct Entry: Decodable, Sendable {
    let id: String
    let title: String?
    let text: String
    let label: String
    let story: Int
    let memorability: Int
    let moment: String

    /// As it is analysed: title, a newline, body.
    var whole: String { title.map { $0 + "\n" + text } ?? text }
  }

  /// The reviews of all JSON Lines files of the corpus or of a folder in it, by file name.
  static func entries(in part: String = "") throws -> [Entry] {
    let folder = part.isEmpty ? folder : folder.appendingPathComponent(part)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try files.filter { $0.hasSuffix(".jsonl") }.flatMap { name in
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      return try data.split(separator: UInt8(ascii: "\n")).map {
        try JSONDecoder().decode(Entry.self, from: $0)
      }
    }
  }
}
