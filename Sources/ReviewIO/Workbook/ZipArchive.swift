/// The files in a zip archive, by the directory at its end; names are only looked up, never used as paths.
struct ZipArchive {
  /// A file in the archive, as the directory says.
  struct Entry {
    let name: String
    let isEncrypted: Bool
    /// 0 is stored as it is, 8 deflated; others are not read.
    let method: Int
    let checksum: UInt32
    /// Bytes in the archive, and inflated.
    let packedSize: Int
    let size: Int
    /// Where its own header stands in the archive.
    let start: Int
  }

  /// Why an archive, or a file in it, cannot be read.
  struct Damage: Error {
    let reason: String
  }

  static let magic: [UInt8] = [0x50, 0x4b, 0x03, 0x04]
  private static let mostDirectoryBytes = 16 << 20

  let source: ByteSource
  /// In the order of the directory.
  private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]

  /// - Parameter source: read at any place.
  init(_ source: ByteSource) throws(Damage) {
    self.source = source
    let (start, length, count) = try ZipArchive.directory(source)
    guard length <= ZipArchive.mostDirectoryBytes else {
      throw Damage(
        reason: "its directory is longer than \(ZipArchive.mostDirectoryBytes >> 20) MiB")
    }
    let directory = try ZipArchive.bytes(source, start, length)
    var at = 0
    for _ in 0..<count {
      let (entry, next) = try ZipArchive.entry(directory, at)
      // Which of two would be meant is anyone's guess.
      guard places.updateValue(entries.count, forKey: entry.name.lowercased()) == nil else {
        throw Damage(reason: "it holds \(entry.name) twice")
      }
      entries.append(entry)
      at = next
    }
  }

  /// The file of a name, whatever its capitals.
  subscript(_ name: String) -> Entry? { places[name.lowercased()].map { entries[$0] } }

  // MARK: The directory

  /// Where the directory is, how long, and of how many files.
  private static func directory(
    _ source: ByteSource
  ) throws(Damage) -> (start: Int, length: Int, count: Int) {
    // The end record is the last thing in the archive, but for a comment of at most 65,535 bytes.
    let size = source.size ?? 0
    let tailStart = max(0, size - 22 - 0xffff - 20)
    let tail = try bytes(source, tailStart, size - tailStart)
    var at = tail.count - 22
    while at >= 0, !isEnd(tail, at) { at -= 1 }
    guard at >= 0 else { throw Damage(reason: "it has no directory, so its end is missing") }
    var (count, length, start) = (
      number(tail, at + 10, 2), number(tail, at + 12, 4), number(tail, at + 16, 4)
    )
    if at >= 20, number(tail, at - 20, 4) == 0x0706_4b50 {
      let record = try bytes(source, number(tail, at - 12, 8), 56)
      guard number(record, 0, 4) == 0x0606_4b50 else {
        throw Damage(reason: "its directory (zip64) is not where it says")
      }
      (count, length, start) = (
        number(record, 32, 8), number(record, 40, 8), number(record, 48, 8)
      )
    }
    // An entry takes 46 bytes at least.
    guard start <= size, length <= size - start, count <= length / 46 else {
      throw Damage(reason: "its directory is not where it says")
    }
    return (start, length, count)
  }

  private static func isEnd(_ tail: [UInt8], _ at: Int) -> Bool {
    number(tail, at, 4) == 0x0605_4b50 && number(tail, at + 20, 2) == tail.count - at - 22
  }

  private static func entry(
    _ directory: [UInt8], _ at: Int
  ) throws(Damage) -> (entry: Entry, next: Int) {
    guard at + 46 <= directory.count, number(directory, at, 4) == 0x0201_4b50 else {
      throw Damage(reason: "its directory is damaged")
    }
    let (nameLength, extraLength, commentLength) = (
      number(directory, at + 28, 2), number(directory, at + 30, 2), number(directory, at + 32, 2)
    )
    let nameEnd = at + 46 + nameLength
    let next = nameEnd + extraLength + commentLength
    guard next <= directory.count else { throw Damage(reason: "its directory is damaged") }
    let name = String(decoding: directory[at + 46..<nameEnd], as: UTF8.self)
    var sizes = [
      number(directory, at + 24, 4), number(directory, at + 20, 4), number(directory, at + 42, 4),
    ]
    // Zip64 gives in this order those of them that do not fit in four bytes.
    var extra = nameEnd
    while extra + 4 <= nameEnd + extraLength {
      let end = extra + 4 + number(directory, extra + 2, 2)
      if number(directory, extra, 2) == 1 {
        var field = extra + 4
        for index in sizes.indices where sizes[index] == 0xffff_ffff {
          guard field + 8 <= min(end, directory.count) else {
            throw Damage(reason: "its directory is damaged at \(name)")
          }
          sizes[index] = number(directory, field, 8)
          field += 8
        }
      }
      extra = end
    }
    let entry = Entry(
      name: name, isEncrypted: number(directory, at + 8, 2) & 1 == 1,
      method: number(directory, at + 10, 2),
      checksum: UInt32(number(directory, at + 16, 4)), packedSize: sizes[1], size: sizes[0],
      start: sizes[2])
    return (entry, next)
  }

  // MARK: Bytes

  /// Exactly so many bytes of the archive.
  static func bytes(
    _ source: ByteSource, _ start: Int, _ count: Int
  ) throws(Damage) -> [UInt8] {
    guard start >= 0, count >= 0, let size = source.size, start <= size, count <= size - start,
      let bytes = source.bytes(at: start, count: count), bytes.count == count
    else { throw Damage(reason: "it ends too early") }
    return bytes
  }

  /// A number as zip writes it, lowest byte first; what does not fit is the largest there is.
  static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    var value: UInt64 = 0
    for index in (0..<count).reversed() { value = value << 8 | UInt64(bytes[at + index]) }
    return Int(clamping: value)
  }
}
