import Foundation
import Testing

@testable import Lexicon

/// The folder `Lexicons` of this checkout.
let lexiconFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Lexicons")

@Suite struct EmbeddedTests {
  @Test func everyFileOfTheFolderIsCompiledIn() throws {
    let folder = try LexiconFile.directory(lexiconFolder.path)
    let embedded = LexiconFile.compiledIn
    #expect(folder.map(\.path) == embedded.map(\.path))
    for (file, copy) in zip(folder, embedded) { #expect(file.bytes == copy.bytes, "\(file.path)") }
  }

  @Test func theEmbeddedLexiconLoads() throws {
    let lexicon = try Lexicon.load()
    #expect(lexicon.forms.count > 15_000)
    #expect(lexicon.rules.count > 150)
    #expect(lexicon.fingerprint.utf8.count == 8)
  }

  @Test func everyFamilyHasAPhrase() throws {
    let lexicon = try Lexicon.load()
    for family in lexicon.families {
      let name = "marker:" + family
      #expect(lexicon.phrase(for: name) != name, "\(name) has no row in phrases.tsv")
    }
  }
}
