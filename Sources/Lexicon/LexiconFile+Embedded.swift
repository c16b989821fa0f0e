import CLexicons

extension LexiconFile {
  /// The files compiled into the program, ordered by path.
  public static func embedded() -> [LexiconFile] {
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
