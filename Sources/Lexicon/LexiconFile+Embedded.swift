import CLexicons

extension LexiconFile {
  /// The files compiled into the program, apart from those of domains, ordered by path.
  public static func embedded() -> [LexiconFile] {
    compiledIn().filter { !$0.path.hasPrefix(domainFolder) }
  }

  /// The files that are laid over the others for a domain, with the paths that they have there.
  ///
  /// - Parameter domain: one of `domains`.
  public static func embedded(domain: String) -> [LexiconFile] {
    let folder = domainFolder + domain + "/"
    return compiledIn().filter { $0.path.hasPrefix(folder) }.map {
      LexiconFile(
        path: String($0.path.dropFirst(folder.count)), origin: $0.origin, bytes: $0.bytes)
    }
  }

  /// The kinds of reviews for which words are rated apart, by name.
  public static let domains: [String] = {
    let names = compiledIn().filter { $0.path.hasPrefix(domainFolder) }
      .map { String($0.path.dropFirst(domainFolder.count).prefix { $0 != "/" }) }
    return Set(names).sorted()
  }()

  private static let domainFolder = "domains/"

  /// All files compiled into the program, ordered by path.
  static func compiledIn() -> [LexiconFile] {
    // The C table lives as long as the process; each file is copied once at start.
    let files = unsafe UnsafeBufferPointer(
      start: verhaal_lexicon_files(), count: verhaal_lexicon_file_count())
    return unsafe files.map { file in
      let path = unsafe String(cString: file.path)
      let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
      return unsafe LexiconFile(path: path, origin: "embedded:" + path, bytes: Array(bytes))
    }
  }
}
