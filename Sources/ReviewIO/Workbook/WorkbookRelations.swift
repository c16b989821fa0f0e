/// Which files belong to a file of a workbook, and as what.
final class WorkbookRelations: XMLContent {
  struct Relation {
    let id: String
    /// The last part of its type: `worksheet`, `styles`.
    let kind: Substring
    /// The name in the archive.
    let path: String
  }

  private static let most = 10_000
  private let folder: [Substring]
  private(set) var relations: [Relation] = []

  private init(folder: [Substring]) { self.folder = folder }

  /// Those of the file at `path`, or of the whole for an empty one; none where nothing is said of them.
  static func read(
    _ archive: ZipArchive, of path: String
  ) throws(ZipArchive.Damage) -> [Relation] {
    var folder = path.split(separator: "/")
    let name = folder.popLast() ?? ""
    let content = WorkbookRelations(folder: folder)
    let own = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
    guard let entry = archive[own] else { return [] }
    try WorkbookPart.read(archive, entry, content)
    return content.relations
  }

  func begin(_ tag: WorkbookTag, _ attributes: XMLAttributes) {
    guard tag == .relationship, relations.count < WorkbookRelations.most else { return }
    let target = attributes["Target"] ?? ""
    var path = target.hasPrefix("/") ? [] : folder
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = path.popLast() } else { path.append(part) }
    }
    relations.append(
      Relation(
        id: attributes["Id"] ?? "",
        kind: (attributes["Type"] ?? "").split(separator: "/").last ?? "",
        path: path.joined(separator: "/")))
  }

  func end(_ tag: WorkbookTag) {}
  func text(_ bytes: Span<UInt8>) {}
}
