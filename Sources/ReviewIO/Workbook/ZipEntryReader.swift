/// Inflates one file of a zip archive piece by piece, and holds it to what the directory says of it.
final class ZipEntryReader {
  /// How many bytes may come of one in the archive, beyond which nothing but a bomb is made.
  private static let mostRatio = 500
  /// What may come of any number of bytes.
  private static let leastSuspectBytes = 64 << 20
  private static let pieceBytes = 64 << 10

  private let archive: ZipArchive
  let entry: ZipArchive.Entry
  private let inflater: Inflater?
  private var packed: [UInt8] = []
  private var packedPosition = 0
  /// Where the next bytes stand in the archive, and where they end.
  private var position: Int
  private let end: Int
  private var count = 0
  private var checksum: UInt32 = 0
  private(set) var isAtEnd = false

  /// The bytes in the archive that were read.
  var packedCount: Int { entry.packedSize - (end - position) }

  init(_ archive: ZipArchive, _ entry: ZipArchive.Entry) throws(ZipArchive.Damage) {
    guard !entry.isEncrypted else {
      throw ZipArchive.Damage(reason: "\(entry.name) needs a password")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw ZipArchive.Damage(
        reason: "\(entry.name) is compressed in another way (\(entry.method)) than Excel does")
    }
    guard
      entry.size <= ZipEntryReader.leastSuspectBytes
        || entry.size / ZipEntryReader.mostRatio <= entry.packedSize
    else {
      throw ZipArchive.Damage(
        reason: "\(entry.name) would be \(entry.size) bytes, of \(entry.packedSize) in the file")
    }
    let header = try ZipArchive.bytes(archive.source, entry.start, 30)
    guard header.starts(with: ZipArchive.magic) else {
      throw ZipArchive.Damage(reason: "\(entry.name) is not where the directory says")
    }
    position =
      entry.start + 30 + ZipArchive.number(header, 26, 2) + ZipArchive.number(header, 28, 2)
    guard let size = archive.source.size, position <= size, entry.packedSize <= size - position
    else { throw ZipArchive.Damage(reason: "the file ends inside \(entry.name)") }
    end = position + entry.packedSize
    // Without anything around the data.
    inflater = entry.method == 8 ? Inflater(windowBits: -15) : nil
    self.archive = archive
    self.entry = entry
  }

  /// Appends some bytes, at most 128 KiB; nothing once `isAtEnd`.
  func fill(_ output: inout [UInt8]) throws(ZipArchive.Damage) {
    guard !isAtEnd else { return }
    if packedPosition == packed.count && position < end {
      packed = try ZipArchive.bytes(
        archive.source, position, min(ZipEntryReader.pieceBytes, end - position))
      position += packed.count
      packedPosition = 0
    }
    let start = output.count
    if let inflater {
      let isLast = position == end
      if packed.isEmpty { throw damage("it ends too early") }
      switch inflater.inflate(packed, &packedPosition, appendingTo: &output, count: 128 << 10) {
      case .progress:
        let isStuck = packedPosition == packed.count && !inflater.holdsOutput
        if isLast && isStuck { throw damage("it ends too early") }
      case .finished: isAtEnd = true
      case .corrupt(let reason): throw damage(reason)
      }
    } else {
      output.append(contentsOf: packed)
      packedPosition = packed.count
      isAtEnd = position == end
    }
    count += output.count - start
    checksum = Inflater.checksum(checksum, output, from: start)
    guard count <= entry.size else { throw damage("it is longer than the directory says") }
    guard isAtEnd else { return }
    guard count == entry.size else { throw damage("it is shorter than the directory says") }
    guard checksum == entry.checksum else { throw damage("its check sum is wrong") }
  }

  private func damage(_ reason: String) -> ZipArchive.Damage {
    ZipArchive.Damage(reason: "\(entry.name): \(reason)")
  }
}
