import CLexicons

extension LexiconFile {
  /// The files compiled into the program for the analysis, apart from those of domains, ordered by path.
  public static func embedded() -> [LexiconFile] {
    compiledIn.filter { file in
      ![domainFolder, privacyFolder, briefFolder].contains { file.path.hasPrefix($0) }
    }
  }

  /// A file compiled into the program.
  ///
  /// - Parameter path: below the folder `Lexicons`, for example `brief/nl.tsv`.
  /// - Returns: nil where there is none.
  public static func embedded(_ path: String) -> LexiconFile? {
    compiledIn.first { $0.path == path }
  }

  /// The files that are laid over the others for a domain, with the paths that they have there.
  ///
  /// - Parameter domain: one of `domains`.
  public static func embedded(domain: String) -> [LexiconFile] {
    let folder = domainFolder + domain + "/"
    return compiledIn.filter { $0.path.hasPrefix(folder) }
      .map { $0.moved(to: String($0.path.dropFirst(folder.count))) }
  }

  /// The kinds of reviews for which words are rated apart, by name.
  public static let domains: [String] = {
    let names = compiledIn.filter { $0.path.hasPrefix(domainFolder) }
      .map { String($0.path.dropFirst(domainFolder.count).prefix { $0 != "/" }) }
    return Set(names).sorted()
  }()

  private static let domainFolder = "domains/"
  /// What redaction looks for; no verdict depends on it.
  private static let privacyFolder = "privacy/"
  /// The sentences of briefs and pages, on which no verdict depends either.
  private static let briefFolder = "brief/"

  /// All files compiled into the program, ordered by path.
  static let compiledIn = (0..<verhaal_lexicon_file_count()).map { number in
    let path = unsafe String(cString: verhaal_lexicon_files()[number].path)
    return LexiconFile(path: path, origin: "embedded:" + path, compiledIn: number)
  }
}
