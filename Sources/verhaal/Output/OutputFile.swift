import Essentials
import ReviewStore

/// Where results go: a file that appears whole or not at all, or a stream.
///
/// A regular or absent path is written to a temporary file in the same folder, which takes the name at
/// `finish()`; a device, a FIFO or `-` is written straight through.
final class OutputFile {
  private let descriptor: Int32
  /// How the output is called in messages.
  private let name: String
  /// The temporary file and the name that it takes; nil for a stream.
  private let files: (temporary: String, target: String)?
  /// What a signal does meanwhile; nil for a stream.
  private let ending: Int?
  private var isFinished = false
  /// How many bytes are best written together: a pipe takes so many whole or, where its reader waits, not at all.
  let pieceSize: Int

  /// Whether what was written stays where it went, whatever comes after it.
  var isStream: Bool { files == nil }

  /// The file that takes the name in the end, for those who write it themselves; nil for a stream.
  var temporaryPath: String? { files?.temporary }

  /// - Parameters:
  ///   - path: where to write; nil or `-` is stdout.
  ///   - isPrivate: whether only the owner of the file may read it.
  /// - Throws: `OutputError` when the path cannot be written.
  init(_ path: String?, isPrivate: Bool = false) throws(OutputError) {
    guard let path, path != "-" else {
      descriptor = STDOUT_FILENO
      name = "stdout"
      files = nil
      ending = nil
      pieceSize = OutputFile.pieceSize(STDOUT_FILENO)
      return
    }
    name = path
    let target = OutputFile.resolved(path)
    if OutputFile.isStream(path) {
      files = nil
      ending = nil
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    } else {
      if ReviewStore.isStore(target) { throw OutputError(path: path, isStore: true) }
      // Together: a signal between them would leave the file behind.
      let (opened, temporary, ending) = Interruption.uninterrupted {
        let (opened, temporary) = OutputFile.temporary(beside: target, isPrivate: isPrivate)
        let ending =
          opened < 0
          ? nil
          : Interruption.begin {
            unsafe unlink(temporary)
            return "\(path) is left as it was"
          }
        return (opened, temporary, ending)
      }
      files = (temporary, target)
      descriptor = opened
      self.ending = ending
    }
    guard descriptor >= 0 else {
      isFinished = true
      pieceSize = 0
      throw OutputError(path: path)
    }
    pieceSize = files == nil ? OutputFile.pieceSize(descriptor) : .max
    // A file that is replaced keeps its permissions, unless these are too wide.
    var status = stat()
    if files != nil, !isPrivate, unsafe stat(target, &status) == 0 {
      fchmod(descriptor, status.st_mode & 0o7777)
    }
  }

  /// A new file in the folder of another; the descriptor is negative where it cannot be made.
  private static func temporary(
    beside target: String, isPrivate: Bool
  ) -> (descriptor: Int32, path: String) {
    let name = target + ".\(ProcessInfo.processInfo.processIdentifier)"
    var path = name + ".tmp"
    // One may be left of a program that was killed; in a container the next one often has the same number.
    for number in 1...100 {
      let descriptor = unsafe open(
        path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
      if descriptor >= 0 || errno != EEXIST { return (descriptor, path) }
      path = name + "-\(number).tmp"
    }
    return (-1, path)
  }

  private static func pieceSize(_ descriptor: Int32) -> Int {
    var status = stat()
    let isFile = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    return isFile ? .max : Int(PIPE_BUF)
  }

  /// The path behind symbolic links, also where the last one points to nothing yet.
  private static func resolved(_ path: String) -> String {
    var path = path
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
        break
      }
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      path = URL(fileURLWithPath: next, relativeTo: folder).path
    }
    return path
  }

  deinit {
    if !isFinished, let files {
      close(descriptor)
      unsafe unlink(files.temporary)
    }
    if let ending { Interruption.end(ending) }
  }

  /// Whether what is written to a path goes elsewhere than into a file.
  static func isStream(_ path: String) -> Bool {
    if path == "-" { return true }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG
  }

  /// - Throws: `OutputError`, with `isBrokenPipe` where the reader of a pipe has gone away.
  func write(_ bytes: [UInt8]) throws(OutputError) {
    let result = unsafe bytes.withUnsafeBytes { bytes in
      Result { () throws(OutputError) in try unsafe write(bytes) }
    }
    try result.get()
  }

  /// Writes the whole lines of some reviews, which on a stream count as done.
  ///
  /// - Throws: as the other `write`.
  func write(_ lines: UnsafeRawBufferPointer, reviews: Int) throws(OutputError) {
    guard isStream else { return try unsafe write(lines) }
    try Interruption.sending(reviews) { () throws(OutputError) in try unsafe write(lines) }
  }

  /// - Throws: as the other `write`.
  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    guard unsafe Descriptor.put(bytes, to: descriptor) else { throw OutputError(path: name) }
  }

  /// Gives the file its name; nothing may be written after it.
  ///
  /// - Throws: `OutputError` when the last bytes do not reach the disk or the name cannot be given.
  func finish() throws(OutputError) {
    isFinished = true
    guard let files else {
      // stdout stays open for what is written after this.
      guard descriptor == STDOUT_FILENO || close(descriptor) == 0 else {
        throw OutputError(path: name)
      }
      return
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0,
      Interruption.uninterrupted({ unsafe rename(files.temporary, files.target) }) == 0
    else {
      let error = OutputError(path: name)
      unsafe unlink(files.temporary)
      throw error
    }
    if let ending { Interruption.end(ending) }
  }
}
