/// What was measured of one thing in several rounds, and the count that it gave.
struct Measurement: Codable, Sendable {
  let name: String
  /// Of its input, uncompressed.
  let bytes: Int
  let reviews: Int
  /// Of every round.
  private(set) var seconds: [Double] = []
  /// Of every round, all cores together; empty where it was not measured.
  private(set) var cpuSeconds: [Double] = []
  /// The most of any round; nil where it was not measured.
  private(set) var peakBytes: Int?
  /// Found and expected, for the reader: `213,034 reviews`.
  var count: String

  init(_ name: String, bytes: Int, reviews: Int, count: String = "") {
    self.name = name
    self.bytes = bytes
    self.reviews = reviews
    self.count = count
  }

  mutating func add(_ run: ChildRun) {
    seconds.append(run.seconds)
    cpuSeconds.append(run.cpuSeconds)
    peakBytes = max(peakBytes ?? 0, run.peakBytes)
  }

  mutating func add(seconds value: Double, cpu: Double? = nil) {
    seconds.append(value)
    if let cpu { cpuSeconds.append(cpu) }
  }

  /// The best round's.
  var best: Double { seconds.min() ?? .nan }
  var median: Double { seconds.isEmpty ? .nan : seconds.sorted()[seconds.count / 2] }
  var bestCPU: Double { cpuSeconds.min() ?? best }
  /// How much longer the worst round took than the best, as a share of it.
  var spread: Double { (seconds.max() ?? .nan) / best - 1 }
  /// Bytes in a second of the best round.
  var rate: Double { Double(bytes) / best }
  /// Bytes in a second of CPU of the best round.
  var ratePerCPU: Double { Double(bytes) / bestCPU }
}
