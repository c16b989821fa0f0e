/// The decoded bytes of an input: inflated, and transcoded from UTF-16.
final class ByteStream {
  let source: any ByteInput
  private let readBytes: Int
  private var raw: [UInt8] = []
  private var rawPosition = 0
  private var isRawAtEnd = false
  private var inflater: GzipInflater?
  private var transcoder: UTF16Transcoder?
  private var units: [UInt8] = []
  private(set) var isAtEnd = false

  init(_ source: any ByteInput, readBytes: Int) throws(InputError) {
    self.source = source
    self.readBytes = max(1, readBytes)
    // The two magic bytes may come in two reads.
    while raw.count < 2 && !isRawAtEnd { try readRaw(count: self.readBytes) }
    if raw.starts(with: [0x1f, 0x8b]) { inflater = GzipInflater() }
  }

  var isCompressed: Bool { inflater != nil }
  var hasTrailingBytes: Bool { inflater?.hasTrailingBytes ?? false }
  var loneSurrogates: Int { transcoder?.loneSurrogates ?? 0 }

  /// Transcodes from here on, and `window`, which holds everything read so far, along with it.
  func transcode(_ window: inout [UInt8], isBigEndian: Bool) {
    var transcoder = UTF16Transcoder(isBigEndian: isBigEndian)
    var decoded: [UInt8] = []
    transcoder.transcode(window.span, into: &decoded)
    if isAtEnd { transcoder.finish(into: &decoded) }
    window = decoded
    self.transcoder = transcoder
  }

  /// Whether more may come later, as through a pipe.
  var mayPause: Bool { source.mayPause }

  /// Whether `fill` appends something at once, or will before so many milliseconds are over; true at the end.
  func isReady(within milliseconds: Int) -> Bool {
    isAtEnd || rawPosition < raw.count || inflater?.holdsOutput == true
      || source.isReady(within: milliseconds)
  }

  /// Appends about `count` decoded bytes, fewer near the end; nothing once `isAtEnd`.
  ///
  /// - Parameter once: whether one step is enough, which may come to nothing.
  func fill(_ window: inout [UInt8], count: Int, once: Bool = false) throws(InputError) {
    guard transcoder != nil else { return try fillUnits(&window, count: count, once: once) }
    units.removeAll(keepingCapacity: true)
    try fillUnits(&units, count: count, once: once)
    transcoder?.transcode(units.span, into: &window)
    if isAtEnd { transcoder?.finish(into: &window) }
  }

  private func fillUnits(
    _ window: inout [UInt8], count: Int, once: Bool
  ) throws(InputError) {
    let wanted = window.count + count
    guard let inflater else {
      if rawPosition < raw.count {
        window.append(contentsOf: raw[rawPosition...])
        raw = []
        rawPosition = 0
        if once { return }
      }
      while window.count < wanted && !isAtEnd {
        let step = min(readBytes, wanted - window.count)
        isAtEnd = try source.fill(&window, count: step) == 0
        if once { return }
      }
      return
    }
    while window.count < wanted && !isAtEnd {
      if rawPosition == raw.count && !inflater.holdsOutput {
        raw.removeAll(keepingCapacity: true)
        rawPosition = 0
        try readRaw(count: readBytes)
        if raw.isEmpty {
          guard inflater.isComplete else { throw corrupt("the file ends too early") }
          isAtEnd = true
          return
        }
      }
      let room = wanted - window.count
      switch inflater.inflate(raw, &rawPosition, appendingTo: &window, count: room) {
      case .progress: break
      case .finished: isAtEnd = true
      case .corrupt(let reason): throw corrupt(reason)
      }
      if once { return }
    }
  }

  private func readRaw(count: Int) throws(InputError) {
    if try source.fill(&raw, count: count) == 0 { isRawAtEnd = true }
  }

  private func corrupt(_ reason: String) -> InputError {
    InputError(
      kind: .corruptGzip, file: source.file, position: source.position - raw.count + rawPosition,
      message: "the gzip data is damaged: \(reason)",
      hint: "download or compress the file again; what came before was read")
  }
}
