import Lexicon
import StoryAnalysis
import Synchronization

extension Arguments {
  /// Analysers live as long as the program: to take one apart at its end would take a third of a millisecond.
  private static let kept = Mutex<[Analyzer]>([])

  /// The analyser with what `--domain` and `--lexicons` lay over the built-in lexicon.
  ///
  /// - Throws: `LexiconError` with every problem found in the files.
  func analyzer() throws -> Analyzer {
    let analyzer = try Analyzer(
      lexicon: Lexicon.load(
        domain: self["domain"], overlay: self["lexicons"], preparing: LoadingRoom.prepare))
    Arguments.kept.withLock { $0.append(analyzer) }
    return analyzer
  }
}
