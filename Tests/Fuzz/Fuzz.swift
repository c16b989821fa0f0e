import Foundation

/// Calls one target with ever other bytes: `Fuzz TARGET [libFuzzer's arguments]`.
@main
enum Fuzz {
  /// What is called; set once, before the first call.
  nonisolated(unsafe) static var check: ([UInt8]) -> Void = { _ in }

  static func main() async throws {
    let name = CommandLine.arguments.dropFirst().first
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
      print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
      return
    }
    unsafe check = try await target.prepare()
    var words = CommandLine.arguments
    words.remove(at: 1)
    var count = Int32(words.count)
    var pointers = unsafe words.map { unsafe strdup($0) } + [nil]
    unsafe pointers.withUnsafeMutableBufferPointer { buffer in
      var start = unsafe buffer.baseAddress
      exit(
        unsafe runDriver(&count, &start) { bytes, length in
          unsafe Fuzz.check(Array(UnsafeBufferPointer(start: bytes, count: length)))
          return 0
        })
    }
  }

  /// libFuzzer's own loop.
  @_silgen_name("LLVMFuzzerRunDriver")
  private static func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ call: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32
}
