import Foundation
import Lexicon
import Testing

@testable import StoryAnalysis

/// The tokenizer held against texts that were cut by hand.
@Suite struct TokenisedCorpusTests {
  /// Spans of tokens and sentences of a text, in bytes.
  struct Cut {
    var text: [UInt8] = []
    var tokens: Set<Range<Int>> = []
    var sentences: Set<Range<Int>> = []
  }

  /// Reads a line of `tokenised.txt`: `|` ends a token, `||` a sentence, `\n` is a line break.
  static func cut(_ line: String) -> Cut {
    var cut = Cut()
    var tokenStart: Int?
    var sentenceStart: Int?
    var tokenEnd = 0
    func endToken() {
      if let start = tokenStart { cut.tokens.insert(start..<cut.text.count) }
      if tokenStart != nil { tokenEnd = cut.text.count }
      tokenStart = nil
    }
    func endSentence() {
      endToken()
      if let start = sentenceStart { cut.sentences.insert(start..<tokenEnd) }
      sentenceStart = nil
    }
    var rest = Array(line.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "|" {
        if rest.first == "|" {
          rest.removeFirst()
          endSentence()
        } else {
          endToken()
        }
      } else if scalar == "\\" && rest.first == "n" {
        rest.removeFirst()
        endToken()
        cut.text.append(10)
      } else if scalar.properties.isWhitespace {
        endToken()
        cut.text += String(scalar).utf8
      } else {
        if tokenStart == nil { tokenStart = cut.text.count }
        if sentenceStart == nil { sentenceStart = cut.text.count }
        cut.text += String(scalar).utf8
      }
    }
    endSentence()
    return cut
  }

  @Test func tokensAndSentencesAgreeWithTheHandMadeOnes() throws {
    let tokenizer = Tokenizer(abbreviations: try Lexicon.load().abbreviations)
    let url = CorpusFiles.folder.appendingPathComponent("tokenised.txt")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    var tokens = (right: 0, found: 0, wanted: 0)
    var sentences = (right: 0, found: 0, wanted: 0)
    var buffer = TokenBuffer()
    for line in lines {
      let gold = Self.cut(String(line))
      tokenizer.tokenize(gold.text.span, into: &buffer)
      let found = Set(buffer.tokens.map(\.range))
      let foundSentences = Set(
        (0..<buffer.sentenceCount).map { number in
          let range = buffer.tokenRange(ofSentence: number)
          return buffer.tokens[range.lowerBound].range
            .lowerBound..<buffer.tokens[range.upperBound - 1].range.upperBound
        })
      tokens.right += found.intersection(gold.tokens).count
      tokens.found += found.count
      tokens.wanted += gold.tokens.count
      sentences.right += foundSentences.intersection(gold.sentences).count
      sentences.found += foundSentences.count
      sentences.wanted += gold.sentences.count
    }
    #expect(lines.count >= 150)
    let tokenF1 = 2 * Double(tokens.right) / Double(tokens.found + tokens.wanted)
    let sentenceF1 = 2 * Double(sentences.right) / Double(sentences.found + sentences.wanted)
    #expect(tokenF1 >= 0.997, "token F1 is \(tokenF1)")
    #expect(sentenceF1 >= 0.985, "sentence F1 is \(sentenceF1)")
  }
}
