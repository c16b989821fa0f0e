import ReviewIO

extension FuzzTarget {
  /// Every reader, found by itself or named: records are numbered, values lie in the batch, and where the dump is cut
  /// into reads and chunks makes no difference, nor does gzip around it.
  static let reader = FuzzTarget(name: "reader") {
    { bytes in
      var input = FuzzInput(bytes)
      var options = ReaderOptions()
      options.format = input.choice(among: [nil] + DumpFormat.allCases.map(Optional.some))
      options.encoding = input.choice(among: [nil] + DumpEncoding.allCases.map(Optional.some))
      options.delimiter = input.choice(among: [nil, UInt8(ascii: ","), UInt8(ascii: ";")])
      if input.choice(2) == 1 { options.maximumRecordBytes = 40 }
      if input.choice(2) == 1 { options.textColumns = ["text"] }
      let size = 1 + input.choice(75)
      let dump = input.bytes
      guard let whole = Readout(dump, options: options, cutInto: size) else { return }
      require(
        whole.summary.hasPrefix("xlsx")
          || whole.rows.map(\.number) == Array(1..<(whole.rows.count + 1)))
      guard !dump.starts(with: [0x1f, 0x8b]) else { return }
      let unpacked = Readout(gzip(dump), options: options, cutInto: size)
      require(unpacked?.rows == whole.rows && unpacked?.findings == whole.findings)
    }
  }
}
