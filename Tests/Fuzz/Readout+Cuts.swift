import ReviewIO

extension Readout {
  /// Reads a dump whole and in small pieces, which must give the same; nil where both refuse it in the same words.
  ///
  /// - Parameter size: bytes of a chunk; a read has fewer.
  init?(_ dump: [UInt8], options: ReaderOptions, cutInto size: Int) {
    var options = options
    let whole = Result { try Readout(dump, options: options) }
    options.chunkBytes = size
    options.readBytes = 1 + size % 13
    let cut = Result { try Readout(dump, options: options) }
    switch (whole, cut) {
    case (.success(let whole), .success(let cut)):
      require(whole.hasSameContents(as: cut), "\(whole)\n\(cut)")
      self = whole
    case (.failure(let whole), .failure(let cut)):
      require("\(whole)" == "\(cut)", "\(whole)\n\(cut)")
      return nil
    default: fatalError("\(whole)\n\(cut)")
    }
  }
}
