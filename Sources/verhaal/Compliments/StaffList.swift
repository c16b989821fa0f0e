import Essentials

/// The names that may be shown in praise, from a file: one a line, with the team behind a tab where it is known.
struct StaffList: Sendable {
  private(set) var names: [String] = []
  /// Of each name; nil where there is none.
  private(set) var teams: [String?] = []

  /// - Throws: `QueryError` for a file that cannot be read or names nobody.
  init(path: String) throws {
    let text: String
    do {
      text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    } catch {
      throw QueryError(
        message: "\(path): cannot be read as UTF-8",
        hint: "give a text file with one name a line, and a team behind a tab")
    }
    for (number, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      let row = line.trimmed()
      if row.isEmpty || row.hasPrefix("#") { continue }
      let cells = row.split(separator: "\t", maxSplits: 1).map { $0.trimmed() }
      guard let name = cells.first, name.contains(where: \.isLetter) else {
        throw QueryError(
          message: "\(path):\(number + 1): ‘\(Terminal.safe(row))’ is no name",
          hint: "write a name, or # before a comment")
      }
      if names.contains(name) { continue }
      names.append(name)
      teams.append(cells.count > 1 && !cells[1].isEmpty ? cells[1] : nil)
    }
    if names.isEmpty {
      throw QueryError(message: "\(path): names nobody", hint: "write one name a line")
    }
  }

  /// `Sanne (Gent)`
  func title(_ number: Int) -> String {
    names[number] + (teams[number].map { " (\($0))" } ?? "")
  }
}
