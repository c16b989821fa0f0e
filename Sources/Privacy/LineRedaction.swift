/// Finds what is to be masked in the lines of a text, one after another.
struct LineRedaction {
  private var scan: LineScan
  private var announced: Cues = []
  private var masked: [UInt8] = []
  /// What is to be masked in the last line, in order.
  private(set) var findings: [Finding] = []

  /// A mask can show what the words it covers had hidden: a line is looked through at least so often while more is found,
  /// and on until so many bytes were looked through, which no line reaches that people write.
  private static let leastRounds = 6
  private static let mostBytes = 1 << 20

  init(words: Words) { scan = LineScan(words: words) }

  /// Fills `findings` for the next line, without its end.
  ///
  /// The masked line is looked through again until nothing more is found, so that masking twice changes nothing.
  mutating func read(_ line: Span<UInt8>) {
    findings.removeAll(keepingCapacity: true)
    var next = scan.scan(line, after: announced)
    if !scan.findings.isEmpty {
      findings += scan.findings
      var text: [UInt8] = []
      swap(&text, &masked)
      defer { masked = text }
      for _ in 0..<max(Self.leastRounds, Self.mostBytes / line.count) {
        text.removeAll(keepingCapacity: true)
        write(line, to: &text)
        next = scan.scan(text.span, after: announced)
        if scan.findings.isEmpty { break }
        mergeFindings()
      }
    }
    announced = next
  }

  /// Appends the last line, given once more, with its masks.
  func write(_ line: Span<UInt8>, to output: inout [UInt8]) {
    var at = 0
    for finding in findings {
      output.append(line, at..<finding.start)
      output.append(contentsOf: finding.kind.mask.utf8)
      at = finding.end
    }
    output.append(line, at..<line.count)
  }

  /// Takes up what was found in the masked line.
  private mutating func mergeFindings() {
    // Places in the masked line become places in the line; the inside of a mask stands for all that it covers.
    var new: [Finding] = []
    var known = 0
    /// How much shorter the masked line is, up to the finding `known`.
    var shift = 0
    func place(_ at: Int, isEnd: Bool, _ known: inout Int, _ shift: inout Int) -> Int {
      while known < findings.count {
        let finding = findings[known]
        let start = finding.start - shift
        let end = start + finding.kind.mask.utf8.count
        if at <= start { break }
        if at < end { return isEnd ? finding.end : finding.start }
        shift = finding.end - end
        known += 1
      }
      return at + shift
    }
    for finding in scan.findings {
      var moved = finding
      moved.start = place(finding.start, isEnd: false, &known, &shift)
      moved.end = place(finding.end, isEnd: true, &known, &shift)
      new.append(moved)
    }
    var merged: [Finding] = []
    for finding in (findings + new).sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) {
      if let last = merged.last, finding.start < last.end {
        merged[merged.count - 1].end = max(last.end, finding.end)
      } else {
        merged.append(finding)
      }
    }
    findings = merged
  }
}

extension [UInt8] {
  /// Appends a part of a span in one copy.
  mutating func append(_ span: Span<UInt8>, _ range: Range<Int>) {
    unsafe span.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
