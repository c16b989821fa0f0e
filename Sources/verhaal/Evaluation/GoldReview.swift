import Essentials
import ReviewIO
import StoryAnalysis

/// A labelled review, as a gold file holds it: one JSON object a line.
struct GoldReview: Decodable, Sendable {
  let id: String
  /// Nil where `text` holds it, or where there is none.
  let title: String?
  let text: String
  let label: Label
  /// 1 where the text tells of a happening that departs from the expected.
  let story: Int
  /// 0 to 3.
  let memorability: Double
  /// The run of sentences in which it happens, copied from the text; empty without a story.
  let moment: String
  /// What kind of reviews it belongs to: as the file says, else the file's name without extensions.
  private(set) var domain: String

  /// What is analysed: title, a newline, body.
  var whole: String { title.map { $0.isEmpty ? text : $0 + "\n" + text } ?? text }

  /// Where the moment stands in `whole`, in bytes; nil where there is none.
  var momentBytes: Range<Int>? {
    guard !moment.isEmpty else { return nil }
    return Array(whole.utf8).firstRange(of: Array(moment.utf8))
  }

  private enum CodingKeys: CodingKey {
    case id, title, text, label, story, memorability, moment, domain
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    title = try values.decodeIfPresent(String.self, forKey: .title)
    text = try values.decode(String.self, forKey: .text)
    let name = try values.decode(String.self, forKey: .label)
    story = try values.decode(Int.self, forKey: .story)
    memorability = try values.decode(Double.self, forKey: .memorability)
    moment = try values.decode(String.self, forKey: .moment)
    // Only what is needed to measure must be as it should.
    domain = (try? values.decode(String.self, forKey: .domain)) ?? ""
    guard let label = Label(rawValue: name), (0...1).contains(story), (0...3).contains(memorability)
    else { throw OutOfRange() }
    self.label = label
  }

  private struct OutOfRange: Error {}

  /// A review from one line of JSON.
  ///
  /// - Throws: `GoldError` naming the file and line.
  init(line: Data, path: String, number: Int) throws(GoldError) {
    do {
      self = try JSONDecoder().decode(GoldReview.self, from: line)
    } catch is OutOfRange {
      throw GoldError(
        path: path, line: number,
        message: "label, story (0 or 1) or memorability (0 to 3) is out of range")
    } catch {
      throw GoldError(
        path: path, line: number,
        message: "no labelled review: it needs id, text, label, story, memorability and moment")
    }
    if domain.isEmpty { domain = GoldReview.source(path) }
  }

  /// A file's name without extensions.
  private static func source(_ path: String) -> String {
    if path == "-" { return "stdin" }
    let name = path.split(separator: "/").last ?? ""
    return String(name.drop { $0 == "." }.split(separator: ".").first ?? name)
  }

  /// The reviews of a file of JSON Lines.
  ///
  /// - Throws: `GoldError` naming the file and line of the first record that is none.
  static func read(_ path: String) throws(GoldError) -> [GoldReview] {
    var reviews: [GoldReview] = []
    var number = 0
    do {
      var lines = try LineReader(path: path, limit: longestLine)
      while try lines.next({ line, _ in
        number += 1
        guard let line else {
          throw GoldError(
            path: path, line: number, message: "longer than \(longestLine >> 20) MiB: no review")
        }
        let data = unsafe line.withUnsafeBytes { unsafe Data($0) }
        if let review = try review(in: data, path: path, number: number) { reviews.append(review) }
      }) {}
    } catch let error as GoldError {
      throw error
    } catch let error as InputError {
      throw GoldError(path: path, line: 0, message: "\(error.message). hint: \(error.hint)")
    } catch {
      throw GoldError(path: path, line: number, message: "\(error)")
    }
    return reviews
  }

  /// The longest line that is read, in bytes.
  private static let longestLine = 16 << 20

  /// The review of a line; nil where that is blank.
  private static func review(
    in line: Data, path: String, number: Int
  ) throws(GoldError) -> GoldReview? {
    if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) { return nil }
    return try GoldReview(line: line, path: path, number: number)
  }

  /// The reviews of JSON Lines.
  ///
  /// - Throws: as `read`.
  static func reviews(in data: Data, path: String) throws(GoldError) -> [GoldReview] {
    var reviews: [GoldReview] = []
    var number = 0
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if let review = try review(in: line, path: path, number: number) { reviews.append(review) }
    }
    return reviews
  }
}
