import Foundation

extension LexiconFile {
  /// Every `.tsv` and `.rules` file below a folder, ordered by path.
  ///
  /// Symbolic links below the folder are not followed.
  /// - Throws: `LexiconError` when the folder or one of its files cannot be read.
  public static func directory(_ folder: String) throws(LexiconError) -> [LexiconFile] {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    var isDirectory: ObjCBool = false
    guard
      unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory),
      isDirectory.boolValue,
      let names = FileManager.default.enumerator(atPath: folder)
    else {
      throw LexiconError(
        problems: [LexiconProblem(path: folder, message: "there is no such lexicon folder")])
    }
    var paths: [String] = []
    for case let name as String in names where name.hasSuffix(".tsv") || name.hasSuffix(".rules") {
      if names.fileAttributes?[.type] as? FileAttributeType == .typeRegular { paths.append(name) }
    }
    var files: [LexiconFile] = []
    for path in paths.sorted() {
      let url = root.appendingPathComponent(path)
      do {
        files.append(
          LexiconFile(
            path: path, origin: folder + "/" + path, bytes: [UInt8](try Data(contentsOf: url))))
      } catch {
        throw LexiconError(
          problems: [
            LexiconProblem(path: url.path, message: "cannot be read: \(error.localizedDescription)")
          ])
      }
    }
    return files
  }
}
