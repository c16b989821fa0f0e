import CLexicons

/// A text file of linguistic data with the place it came from.
public struct LexiconFile: Sendable {
  /// Path below the lexicon folder, with `/` between folders, for example `nl/polarity.tsv`.
  public let path: String
  /// Where a reader finds the file, used in messages; `embedded:` before the path of built-in files.
  public let origin: String
  private let content: Content

  private enum Content {
    case bytes([UInt8])
    /// Its number among the files compiled into the program, where it is read in place.
    case compiledIn(Int)
  }

  private init(path: String, origin: String, content: Content) {
    self.path = path
    self.origin = origin
    self.content = content
  }

  /// - Parameter bytes: the whole content, UTF-8.
  public init(path: String, origin: String, bytes: [UInt8]) {
    self.init(path: path, origin: origin, content: .bytes(bytes))
  }

  /// - Parameter number: of a file compiled into the program.
  init(path: String, origin: String, compiledIn number: Int) {
    self.init(path: path, origin: origin, content: .compiledIn(number))
  }

  /// The same file with another path below its folder.
  func moved(to path: String) -> LexiconFile {
    LexiconFile(path: path, origin: origin, content: content)
  }

  /// The folders of the path and the name.
  ///
  /// Split on bytes: there are a hundred, and by characters it would take a quarter of a millisecond.
  var pathParts: [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true).map {
      Substring($0)
    }
  }

  /// A copy of the whole content, UTF-8.
  public var bytes: [UInt8] {
    withText { text in unsafe text.withUnsafeBufferPointer { unsafe Array($0) } }
  }

  var byteCount: Int { withText { $0.count } }

  /// Calls `body` with the whole content, UTF-8.
  func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    switch content {
    case .bytes(let bytes): return body(bytes.span)
    case .compiledIn(let number):
      // The C table lives as long as the process.
      let file = unsafe verhaal_lexicon_files()[number]
      return unsafe body(UnsafeBufferPointer(start: file.bytes, count: file.count).span)
    }
  }
}
