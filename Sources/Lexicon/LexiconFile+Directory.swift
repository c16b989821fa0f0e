import Foundation

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
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    var isDirectory: ObjCBool = false
    guard
      unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory),
      isDirectory.boolValue,
      let names = FileManager.default.enumerator(atPath: folder)
    else { throw failure(folder, "there is no such lexicon folder") }
    var paths: [String] = []
    var byteCount = 0
    var entryCount = 0
    for case let name as String in names {
      entryCount += 1
      guard entryCount <= mostEntries else {
        throw failure(
          folder, "holds more than \(mostEntries) files and folders; is it a lexicon folder?")
      }
      guard name.hasSuffix(".tsv") || name.hasSuffix(".rules") else { continue }
      let attributes = names.fileAttributes
      switch attributes?[.type] as? FileAttributeType {
      case .typeDirectory?: continue
      case .typeRegular?: break
      default:
        throw failure(
          folder + "/" + name, "is a link, a pipe or a device; put the file itself into the folder")
      }
      byteCount += (attributes?[.size] as? NSNumber)?.intValue ?? 0
      guard byteCount <= mostBytes else {
        throw failure(
          folder + "/" + name,
          "with this file the folder has more than \(mostBytes >> 20) MiB; leave out what is no lexicon"
        )
      }
      paths.append(name)
    }
    var files: [LexiconFile] = []
    for path in paths.sorted() {
      do {
        let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
        files.append(LexiconFile(path: path, origin: folder + "/" + path, bytes: bytes))
      } catch {
        throw failure(folder + "/" + path, "cannot be read: \(error.localizedDescription)")
      }
    }
    return files
  }
}
