import Essentials
import ReviewIO
import StoryAnalysis
import StoryBrief

/// Files that a brief is made with, beside the store.
enum BriefInput {
  /// Longer files are no claims and no briefs.
  private static let mostBytes = 16 << 20

  static func read(_ path: String) throws(QueryError) -> Data {
    do {
      return Data(try WholeInput.read(path: path, limit: mostBytes))
    } catch  where error.kind == .tooLarge {
      throw QueryError(
        message: "\(path): is too large", hint: "give a file of at most 16 MiB")
    } catch {
      throw QueryError(message: "\(path): cannot be read", hint: "check the name")
    }
  }

  /// How the analyser does on reviews that people have labelled.
  ///
  /// - Throws: `GoldError` for a file that cannot be used.
  static func sample(_ path: String, _ analyzer: Analyzer) throws -> BriefRequest.Sample {
    var right = 0
    var count = 0
    var stories: [(memorability: Int32, isStory: Bool)] = []
    for gold in try GoldReview.read(path) {
      let analysis = analyzer.analyze(gold.text, title: gold.title)
      count += 1
      if analysis.label == gold.label { right += 1 }
      if analysis.story { stories.append((analysis.memorability, gold.story == 1)) }
    }
    // Equal ones stay in the order of the file.
    let top = stories.enumerated().sorted {
      ($1.element.memorability, $0.offset) < ($0.element.memorability, $1.offset)
    }.prefix(20)
    return BriefRequest.Sample(
      count: count, right: right, top: top.count, topRight: top.count { $0.element.isStory })
  }
}
