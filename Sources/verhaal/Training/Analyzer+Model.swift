import Lexicon
import StoryAnalysis

extension Analyzer {
  /// An analyser with the weights of a fit laid over a lexicon, as `--lexicons` lays a written model over it.
  ///
  /// - Throws: `LexiconError` when the weights cannot be read back.
  init(
    _ lexicon: Lexicon, _ model: TrainedModel, in space: FeatureSpace, threshold: Double
  ) throws(LexiconError) {
    let texts = [
      ("nl/model.tsv", ModelFile(model, in: space, threshold: threshold).text([])),
      ("nl/words.tsv", WordFile(model, in: space).text([])),
    ]
    let files = texts.map {
      LexiconFile(path: $0, origin: "fitted", bytes: Array($1.utf8))
    }
    try self.init(lexicon: Lexicon.load(files: lexicon.files + files))
  }
}
