import Foundation
import StoryAnalysis

/// A labelled review, as a gold file holds it: one JSON object a line.
struct GoldReview: Decodable, Sendable {
  let id: String
  /// Nil where `text` holds it, or where there is none.
  let title: String?
  let text: String
  let label: String
  /// 1 where the text tells of a happening that departs from the expected.
  let story: Int
  /// 0 to 3.
  let memorability: Double
  /// The run of sentences in which it happens, copied from the text; empty without a story.
  let moment: String
  /// Where the review comes from; nil where its file is all that tells.
  let domain: String?

  /// What is analysed: title, a newline, body.
  var whole: String { title.map { $0.isEmpty ? text : $0 + "\n" + text } ?? text }

  /// Where the moment stands in `whole`, in bytes; nil where there is none.
  var momentBytes: Range<Int>? {
    let whole = whole
    guard !moment.isEmpty, let place = whole.range(of: moment, options: .literal) else {
      return nil
    }
    let start = whole.utf8.distance(from: whole.startIndex, to: place.lowerBound)
    return start..<whole.utf8.distance(from: whole.startIndex, to: place.upperBound)
  }

  /// The reviews of a file of JSON Lines.
  ///
  /// - Throws: `GoldError` naming the file and line of the first record that is none.
  static func read(_ path: String) throws(GoldError) -> [GoldReview] {
    let data: Data
    do {
      data =
        path == "-"
        ? FileHandle.standardInput.readDataToEndOfFile()
        : try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw GoldError(path: path, line: 0, message: "cannot be read: \(error.localizedDescription)")
    }
    let decoder = JSONDecoder()
    var reviews: [GoldReview] = []
    var number = 0
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) { continue }
      do {
        let review = try decoder.decode(GoldReview.self, from: line)
        guard Label(rawValue: review.label) != nil, (0...1).contains(review.story),
          (0...3).contains(review.memorability)
        else {
          throw GoldError(
            path: path, line: number,
            message: "label, story (0 or 1) or memorability (0 to 3) is out of range")
        }
        reviews.append(review)
      } catch let error as GoldError {
        throw error
      } catch {
        throw GoldError(
          path: path, line: number,
          message: "no labelled review: it needs id, text, label, story, memorability and moment")
      }
    }
    return reviews
  }
}
