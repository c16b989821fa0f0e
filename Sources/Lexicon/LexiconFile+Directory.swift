import Essentials

extension LexiconFile {
  /// The most bytes that the files of a folder may have together.
  static let mostBytes = 64 << 20
  /// The most files and folders that may stand in a folder.
  static let mostEntries = 10_000

  /// Every `.tsv` and `.rules` file below a folder, ordered by path.
  ///
  /// Nothing outside the folder is read: a symbolic link, pipe or device in the place of a file is a problem, and
  /// linked folders are passed over.
  /// - Throws: `LexiconError` when the folder or one of its files cannot be read, or there are too many or too large
  ///   ones.
  public static func directory(_ folder: String) throws(LexiconError) -> [LexiconFile] {
    func failure(_ path: String, _ message: String) -> LexiconError {
      LexiconError(problems: [LexiconProblem(path: path, message: message)])
    }
    guard unsafe kind(folder, stat).isFolder else {
      throw failure(folder, "there is no such lexicon folder")
    }
    var paths: [String] = []
    var byteCount = 0
    var entryCount = 0
    var folders = [""]
    while let inside = folders.popLast() {
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: folder + "/" + inside)
      } catch {
        throw failure(folder + "/" + inside, "cannot be read: \(error.reason)")
      }
      entryCount += names.count
      guard entryCount <= mostEntries else {
        throw failure(
          folder, "holds more than \(mostEntries) files and folders; is it a lexicon folder?")
      }
      for name in names.map({ inside + $0 }) {
        let entry = unsafe kind(folder + "/" + name, lstat)
        if entry.isFolder { folders.append(name + "/") }
        guard !entry.isFolder, name.hasSuffix(".tsv") || name.hasSuffix(".rules") else { continue }
        guard entry.isFile else {
          throw failure(
            folder + "/" + name,
            "is a link, a pipe or a device; put the file itself into the folder")
        }
        byteCount += entry.byteCount
        guard byteCount <= mostBytes else {
          throw failure(
            folder + "/" + name,
            "with this file the folder has more than \(mostBytes >> 20) MiB; leave out what is no lexicon"
          )
        }
        paths.append(name)
      }
    }
    var files: [LexiconFile] = []
    for path in paths.sorted() {
      do {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path)))
        files.append(LexiconFile(path: path, origin: folder + "/" + path, bytes: bytes))
      } catch {
        throw failure(folder + "/" + path, "cannot be read: \(error.reason)")
      }
    }
    return files
  }

  /// What stands at a path, as `stat` or `lstat` says.
  private static func kind(
    _ path: String, _ status: (UnsafePointer<CChar>, UnsafeMutablePointer<stat>) -> Int32
  ) -> (isFolder: Bool, isFile: Bool, byteCount: Int) {
    var found = stat()
    guard unsafe status(path, &found) == 0 else { return (false, false, 0) }
    let kind = found.st_mode & S_IFMT
    return (kind == S_IFDIR, kind == S_IFREG, Int(found.st_size))
  }
}
