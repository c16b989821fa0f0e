/// Names by which the values of JSON objects are asked for.
public struct JSONNames: Sendable {
  private let keys: JSONKeys
  private let count: Int

  /// - Parameter paths: each a name, or names one within the other.
  public init(_ paths: [[String]]) {
    keys = JSONKeys(columns: paths.enumerated().map { (path: $1, column: $0) })
    count = paths.count
  }

  /// The values of an object in the order of the names; nil where there is none or null, the last where a name stands twice.
  ///
  /// - Throws: `Diagnostic` for what is no JSON object in UTF-8.
  public func values(
    of bytes: Span<UInt8>, file: String, record: Int, offset: Int
  ) throws(Diagnostic) -> [JSONValue?] {
    func diagnostic(_ kind: Diagnostic.Kind, _ position: Int) -> Diagnostic {
      Diagnostic(file: file, record: record, position: position, kind: kind, detail: "")
    }
    let range = bytes.trimmed(0..<bytes.count)
    if let invalid = RecordDecoder.invalidUTF8(in: bytes, range) {
      throw diagnostic(.malformedJSON, offset + invalid)
    }
    do {
      return try split(bytes, range)
    } catch {
      throw diagnostic(error.kind, offset + error.position)
    }
  }

  func split(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(JSONSplitter.Flaw) -> [JSONValue?] {
    var raw: [RawValue] = []
    try JSONSplitter.split(bytes, range, keys: keys, into: &raw)
    var values = [JSONValue?](repeating: nil, count: count)
    for value in raw where value.column >= 0 {
      values[value.column] = JSONValue(bytes, value)
    }
    return values
  }
}
