/// Gives the columns of a dump their roles: as asked, by their names, or by their values.
struct RoleFinder {
  struct Roles {
    var roles: [ColumnRole]
    /// The text columns in the order they are joined.
    var texts: [Int]
    /// Whether the first of them stands without its header.
    var startsPlain: Bool
  }

  private let profiles: [ColumnProfile]
  private let layout: DumpLayout
  private let options: ReaderOptions

  /// Text names from this rank on are also used for other things than the customer's words.
  private static let weakText = ColumnNames("beoordeling").rank(as: .text) ?? 0

  init(_ profiles: [ColumnProfile], layout: DumpLayout, options: ReaderOptions) {
    self.profiles = profiles
    self.layout = layout
    self.options = options
  }

  func roles() throws(InputError) -> Roles {
    var roles = profiles.map { _ in ColumnRole.field }
    var texts: [Int] = []
    for name in options.textColumns {
      let index = try asked(name, "--text")
      if !texts.contains(index) { texts.append(index) }
      roles[index] = .text
    }
    let requests: [(String?, ColumnRole, String)] = [
      (options.titleColumn, .title, "--title"), (options.idColumn, .id, "--id"),
      (options.ratingColumn, .rating, "--rating"), (options.dateColumn, .date, "--date"),
    ]
    for (name, role, flag) in requests {
      if let name { roles[try asked(name, flag)] = role }
    }
    let isGuessed = layout.hasHeader || !layout.format.isDelimited
    if texts.isEmpty {
      texts = named(roles)
      for index in texts { roles[index] = .text }
    }
    if isGuessed {
      for role in [ColumnRole.rating, .date, .id] where !roles.contains(role) {
        if let index = best(role, roles) { roles[index] = role }
      }
    }
    if texts.isEmpty, let index = prose(roles) {
      texts = [index]
      roles[index] = .text
    }
    if texts.isEmpty,
      let index = roles.indices.first(where: {
        roles[$0] == .field && profiles[$0].names.rank(as: .text).map { $0 < Self.weakText } == true
      })
    {
      // The name stands, whatever the few values look like.
      texts = [index]
      roles[index] = .text
    }
    if isGuessed && !roles.contains(.title), let index = best(.title, roles) {
      roles[index] = .title
    }
    if texts.isEmpty { throw noText() }
    let startsPlain =
      texts.count == 1
      || (profiles[texts[0]].names.rank(as: .text) != nil && !profiles[texts[0]].names.isTextPart)
    return Roles(roles: roles, texts: texts, startsPlain: startsPlain)
  }

  private func asked(_ name: String, _ flag: String) throws(InputError) -> Int {
    if let index = Self.place(of: name, in: profiles) { return index }
    throw InputError(
      kind: .unknownColumn, file: layout.place, position: nil,
      message: "there is no column \"\(name)\"",
      hint: "give \(flag) one of: \(Self.list(profiles.map(\.name)))")
  }

  /// The column of a name, whatever its capitals and signs where there is none of just that name.
  static func place(of name: String, in profiles: [ColumnProfile]) -> Int? {
    if let index = profiles.firstIndex(where: { $0.name == name }) { return index }
    let words = ColumnNames.words(name)
    return profiles.firstIndex { $0.names.words == words && !words.isEmpty }
  }

  /// The columns whose names say that they are text: the main ones, then the parts in file order.
  private func named(_ roles: [ColumnRole]) -> [Int] {
    var mains: [(index: Int, rank: Int)] = []
    var parts: [Int] = []
    for (index, profile) in profiles.enumerated() where roles[index] == .field && profile.mayBeText
    {
      if let rank = profile.names.rank(as: .text) {
        mains.append((index, rank))
      } else if profile.names.isTextPart
        || ((profile.names.isQuestion || profile.names.opensLikeText) && profile.readsLikeProse)
      {
        parts.append(index)
      }
    }
    if mains.contains(where: { $0.rank < Self.weakText }) {
      mains.removeAll { $0.rank >= Self.weakText }
    }
    let filled = mains.filter { !profiles[$0.index].isEmpty }
    mains.removeAll { main in
      let names = profiles[main.index].names
      return filled.contains {
        $0.rank < main.rank
          ? names.mayBeReply
            // The text of something within the review is not that of the review itself.
          : $0.rank == main.rank && !layout.format.isDelimited
            && profiles[$0.index].names.depth < names.depth
      }
    }
    // An empty column comes after those that hold something.
    mains.sort { place($0.index, $0.rank) < place($1.index, $1.rank) }
    return mains.map(\.index) + parts
  }

  private func best(_ role: ColumnRole, _ roles: [ColumnRole]) -> Int? {
    let fitting = profiles.indices.filter { index in
      let profile = profiles[index]
      guard roles[index] == .field, profile.names.rank(as: role) != nil else { return false }
      switch role {
      case .rating: return profile.isEmpty || profile.isMostlyGrades
      case .date: return profile.isEmpty || profile.dates > 0
      default: return true
      }
    }
    return fitting.min {
      place($0, profiles[$0].names.rank(as: role) ?? 0)
        < place($1, profiles[$1].names.rank(as: role) ?? 0)
    }
  }

  /// Where a column stands among those for one role: what holds something first, then the surest name, then what lies least deep.
  private func place(_ index: Int, _ rank: Int) -> (Int, Int, Int, Int) {
    (profiles[index].isEmpty ? 1 : 0, rank, profiles[index].names.depth, index)
  }

  /// The column that reads like prose, the one with the longest values first.
  private func prose(_ roles: [ColumnRole]) -> Int? {
    if profiles.count == 1 && roles[0] == .field && layout.format.isDelimited { return 0 }
    let free = profiles.indices.filter { roles[$0] == .field && !profiles[$0].names.isForeign }
    let reading = free.filter { profiles[$0].readsLikeProse }
    let spaced = free.filter { profiles[$0].mayBeText && profiles[$0].spaced > 0 }
    return (reading.isEmpty ? spaced : reading).max {
      (profiles[$0].meanLength, -$0) < (profiles[$1].meanLength, -$1)
    }
  }

  private func noText() -> InputError {
    InputError(
      kind: .noTextColumn, file: layout.place, position: nil,
      message: profiles.isEmpty
        ? "the records hold nothing"
        : "no column holds the text; there are: " + Self.list(profiles.map(\.name)),
      hint: profiles.isEmpty
        ? "give every review as an object with named values"
        : "name it with --text COL")
  }

  /// The first names, none of them long: whatever stands in a broken file does.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(20).map { $0.count > 60 ? $0.prefix(59) + "…" : $0 }
    let rest = names.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
