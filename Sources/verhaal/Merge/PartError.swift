/// A part that cannot be merged, so that there is no result.
struct PartError: Error, CustomStringConvertible {
  let path: String
  let message: String
  let hint: String

  var description: String { "\(path): \(message). hint: \(hint)" }

  /// That two parts are the work of different analysers.
  static func analyzers(_ path: String, _ version: String, other: String) -> PartError {
    PartError(
      path: path,
      message: "its verdicts are of analyser \(version), others of \(other)",
      hint: "mine the parts again with one program; of a store, mine --refresh --db does it"
    )
  }
}
