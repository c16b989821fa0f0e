import Foundation
import Testing

/// The same reviews in every format that is read.
struct DumpFile: Sendable, CustomTestStringConvertible {
  let name: String
  let data: Data
  var testDescription: String { name }

  private static let columns = ["id", "datum", "cijfer", "titel", "recensie", "winkel"]

  /// Rows with all that makes formats hard: quotes, delimiters, line ends, other alphabets, emoji.
  static let rows: [[String]] = [
    ["1", "2026-03-01", "8", "Prima", "Gewoon goed, niks bijzonders.", "Gent"],
    [
      "2", "2026-03-02", "2", "", "Na drie weken nog steeds \"niks\" gehoord; belachelijk.",
      "Zwolle",
    ],
    [
      "3", "2026-03-03", "10", "Zó lief",
      "De bezorger liep terug\nom de doos naar zolder te dragen!", "",
    ],
    ["4", "2026-03-04", "7", "", "Goed | snel\tklaar, café 👍🏽 ß €12,50", "Gent"],
    [
      "5", "2026-03-05", "1", "Tja", "Mocht niet van het systeem. Toen werd ik doorverbonden.",
      "Gent",
    ],
    ["6", "2026-03-06", "9", "", "Zomaar een kaartje erbij, met de hand geschreven.", "Luik"],
  ]

  static func all() throws -> [DumpFile] {
    let jsonl = rows.map { object($0) + "\n" }.joined()
    let csv = delimited(",", end: "\r\n")
    var files = [
      DumpFile(name: "a.jsonl", data: Data(jsonl.utf8)),
      DumpFile(
        name: "a.json",
        data: Data(("[\n" + rows.map(object).joined(separator: ",\n") + "\n]\n").utf8)),
      DumpFile(name: "comma.csv", data: Data(csv.utf8)),
      DumpFile(
        name: "semicolon-bom.csv", data: Data(("\u{FEFF}" + delimited(";", end: "\r\n")).utf8)),
      DumpFile(name: "pipe.csv", data: Data(delimited("|", end: "\n").utf8)),
      DumpFile(name: "utf8.tsv", data: Data(delimited("\t", end: "\r").utf8)),
      DumpFile(name: "utf16.tsv", data: utf16(delimited("\t", end: "\r\n"))),
    ]
    for (name, text) in [("a.jsonl.gz", jsonl), ("comma.csv.gz", csv)] {
      files.append(DumpFile(name: name, data: try gzip(Data(text.utf8))))
    }
    let half = jsonl.index(jsonl.startIndex, offsetBy: jsonl.count / 2)
    files.append(
      DumpFile(
        name: "members.jsonl.gz",
        data: try gzip(Data(jsonl[..<half].utf8)) + gzip(Data(jsonl[half...].utf8))))
    return files
  }

  private static func object(_ row: [String]) -> String {
    let pairs = zip(columns, row).map { name, value in
      let escaped =
        value
        .replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        .replacingOccurrences(of: "\n", with: "\\n").replacingOccurrences(of: "\t", with: "\\t")
      return "\"\(name)\":" + (name == "cijfer" ? value : "\"\(escaped)\"")
    }
    return "{" + pairs.joined(separator: ",") + "}"
  }

  private static func delimited(_ delimiter: String, end: String) -> String {
    ([columns] + rows).map { row in
      row.map { cell in
        let special = [delimiter, "\"", "\n", "\r"]
        guard special.contains(where: cell.contains) else { return cell }
        return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
      }.joined(separator: delimiter) + end
    }.joined()
  }

  private static func utf16(_ text: String) -> Data {
    var data = Data([0xFF, 0xFE])
    for unit in text.utf16 { data += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    return data
  }

  private static func gzip(_ data: Data) throws -> Data {
    try CommandRun(URL(fileURLWithPath: "/usr/bin/env"), ["gzip", "-c"], input: data).output
  }
}
