import Lexicon
import StoryAnalysis

extension Arguments {
  /// The analyser with what `--domain` and `--lexicons` lay over the built-in lexicon.
  ///
  /// - Throws: `LexiconError` with every problem found in the files.
  func analyzer() throws -> Analyzer {
    LoadingRoom.prepare()
    return try Analyzer(lexicon: Lexicon.load(domain: self["domain"], overlay: self["lexicons"]))
  }
}
