import Lexicon
import StoryAnalysis

extension FuzzTarget {
  /// A folder of files, each behind a line `=== PATH`, laid over the parameters: it loads and analyses, or every
  /// problem has its place.
  static let lexicon = FuzzTarget(name: "lexicon") {
    let parameters = LexiconFile.embedded("nl/parameters.tsv")!
    let text = "Toen de monteur kwam, was hij heel vriendelijk en nog steeds niet klaar."
    return { bytes in
      var files = [parameters]
      var path = "nl/rules/proef.rules"
      var content: [UInt8] = []
      func add() {
        files.append(LexiconFile(path: path, origin: "proef/" + path, bytes: content))
        content = []
      }
      for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
        if line.starts(with: "=== ".utf8) {
          add()
          path = String(decoding: line.dropFirst(4), as: UTF8.self)
        } else {
          content += line + [0x0a]
        }
      }
      add()
      do throws(LexiconError) {
        let lexicon = try Lexicon.load(files: files)
        let again = try Lexicon.load(files: files)
        require(again.fingerprint == lexicon.fingerprint)
        let analyzer = try Analyzer(lexicon: lexicon)
        let analysis = analyzer.analyze(text, detail: [.reasons])
        require(analysis == analyzer.analyze(text, detail: [.reasons]))
        _ = LexiconCheck(analyzer)
      } catch {
        require(!error.problems.isEmpty)
        require(error.problems.allSatisfy { !$0.path.isEmpty && !$0.message.isEmpty })
      }
    }
  }
}
