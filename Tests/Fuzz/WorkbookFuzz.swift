@testable import ReviewIO

extension FuzzTarget {
  /// Excel workbooks, as an archive that was changed and as sheets, texts and formats in one that is whole: they are read
  /// or refused, and where they are cut makes no difference.
  static let workbook = FuzzTarget(name: "workbook") {
    { bytes in
      var input = FuzzInput(bytes)
      let isArchive = input.choice(2) == 1
      let size = 1 + input.choice(75)
      var options = ReaderOptions()
      if input.choice(2) == 1 { options.maximumRecordBytes = 60 }
      options.sheet = input.choice(among: [nil, "1"])
      let dump = isArchive ? input.bytes : workbook(input.bytes).bytes
      _ = Readout(dump, options: options, cutInto: size)
    }
  }

  /// Its parts stand one after another with a byte 1 between them.
  private static func workbook(_ bytes: [UInt8]) -> MadeWorkbook {
    let parts = bytes.split(separator: 1, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
    var made = MadeWorkbook(
      data: part(0), before: part(3), after: part(4), shared: part(1), styles: part(2),
      properties: part(5))
    made.isDeflated = false
    return made
  }
}
