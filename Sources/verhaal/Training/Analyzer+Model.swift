import Lexicon
import StoryAnalysis

extension Analyzer {
  /// An analyser with the weights of a fit laid over a lexicon, as `--lexicons` lays a written model over it.
  ///
  /// - Throws: `LexiconError` when the weights cannot be read back.
  init(
    _ lexicon: Lexicon, _ model: TrainedModel, in space: FeatureSpace, threshold: Double
  ) throws(LexiconError) {
    let text = ModelFile(model, in: space, threshold: threshold).text([])
    let file = LexiconFile(path: "nl/model.tsv", origin: "fitted", bytes: Array(text.utf8))
    try self.init(lexicon: Lexicon.load(files: lexicon.files + [file]))
  }
}
