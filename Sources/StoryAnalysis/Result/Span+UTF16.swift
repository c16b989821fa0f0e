extension Span where Element == UInt8 {
  /// The number of UTF-16 units before a byte offset, as JavaScript, Excel and Label Studio count.
  ///
  /// Linear in the offset.
  func utf16Offset(ofByte offset: Int) -> Int {
    var units = 0
    for at in 0..<offset {
      let byte = self[at]
      // Continuation bytes add nothing; a lead byte of four stands for two units.
      if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    }
    return units
  }
}
