/// An XML file in a workbook, inflated and read piece by piece.
final class WorkbookPart {
  private let entry: ZipEntryReader
  private let reader: XMLReader
  private var piece: [UInt8] = []

  /// The bytes in the archive, and those of them that were read.
  var size: Int { entry.entry.packedSize }
  var position: Int { entry.packedCount }
  private(set) var isAtEnd = false

  /// - Parameter content: takes what stands in it, and outlives this.
  init(
    _ archive: ZipArchive, _ entry: ZipArchive.Entry, _ content: any XMLContent
  ) throws(ZipArchive.Damage) {
    self.entry = try ZipEntryReader(archive, entry)
    reader = XMLReader(content)
  }

  /// Reads some more.
  func read() throws(ZipArchive.Damage) {
    guard !isAtEnd else { return }
    if !reader.isSuspended {
      piece.removeAll(keepingCapacity: true)
      try entry.fill(&piece)
    }
    do throws(XMLReader.Flaw) {
      try reader.read(piece, isLast: entry.isAtEnd)
    } catch {
      throw ZipArchive.Damage(reason: "\(entry.entry.name): \(error.reason)")
    }
    isAtEnd = entry.isAtEnd && !reader.isSuspended
  }

  /// Makes `read` return at the end of the element that ends now.
  func suspend() { reader.suspend() }

  /// Reads a whole one.
  static func read(
    _ archive: ZipArchive, _ entry: ZipArchive.Entry, _ content: any XMLContent
  ) throws(ZipArchive.Damage) {
    let part = try WorkbookPart(archive, entry, content)
    while !part.isAtEnd { try part.read() }
  }
}
