/// Decides how a dump is read from its first bytes and the caller's options.
struct LayoutFinder {
  static let sampleBytes = 1 << 20
  static let sampleRecords = 1000
  static let mostColumns = 2_000

  let options: ReaderOptions
  private(set) var layout: DumpLayout

  init(layout: DumpLayout, options: ReaderOptions) {
    self.layout = layout
    self.options = options
  }

  /// Completes the layout; `nil` where there is not one whole record in a sample that is cut off.
  mutating func find(_ bytes: Span<UInt8>, from start: Int, isWhole: Bool) throws(InputError)
    -> DumpLayout?
  {
    layout.dataStart = start
    var first = start
    while first < bytes.count && Byte.isSpace(bytes[first]) { first += 1 }
    if first == bytes.count && !options.isLineByLine { return isWhole ? layout : nil }
    if let format = options.format, format.isDelimited {
      layout.format = format
    } else if let shape = JSONShape(
      bytes, from: start, isWhole: isWhole, forced: options.delimiter == nil ? options.format : nil)
    {
      if shape.isUndecided { return nil }
      layout.format = shape.format
      layout.dataStart = shape.start
      layout.isSequence = shape.isSequence
      layout.wrapper = shape.wrapper
      return try findInJSON(bytes, isWhole: isWhole) ? layout : nil
    }
    return try findInRows(bytes, isWhole: isWhole) ? layout : nil
  }

  // MARK: Delimited text

  private mutating func findInRows(_ bytes: Span<UInt8>, isWhole: Bool) throws(InputError) -> Bool {
    let declared = declaredDelimiter(bytes)
    layout.delimiter =
      options.delimiter ?? declared
      ?? (layout.format == .tsv && options.format != nil
        ? Byte.tab
        : DelimiterFinder.find(
          bytes, from: layout.dataStart, isWhole: isWhole, limit: options.maximumRecordBytes))
    if options.format == nil && layout.delimiter == Byte.tab { layout.format = .tsv }
    layout.backslashEscapes =
      layout.format != .xlsx && layout.delimiter != Byte.backslash
      && escapesWithBackslashes(bytes, from: layout.dataStart)
    var rows = SampleRows(
      bytes, from: layout.dataStart, delimiter: layout.delimiter,
      backslashEscapes: layout.backslashEscapes, isWhole: isWhole,
      limit: options.maximumRecordBytes, maximum: Self.sampleRecords + 1
    ).rows
    guard let first = rows.first else { return isWhole }
    layout.hasHeader = isHeader(first, above: rows.dropFirst())
    let width = layout.hasHeader ? first.count : rows.map(\.count).max() ?? 0
    if layout.hasHeader { rows.removeFirst() }
    try check(first, width: width)
    var names: Set<String> = []
    var profiles = (0..<width).map { index in
      let name = layout.hasHeader ? String(decoding: first[index], as: UTF8.self) : ""
      let trimmed = name.trimmingSpace()
      var unique = trimmed.isEmpty ? "column\(index + 1)" : trimmed
      // A header may stand twice; fields are told apart by name.
      var repeats = 1
      while !names.insert(unique).inserted {
        repeats += 1
        unique = "\(trimmed) (\(repeats))"
      }
      return ColumnProfile(unique)
    }
    for row in rows.prefix(Self.sampleRecords) {
      for (index, value) in row.prefix(width).enumerated() {
        profiles[index].add(value.span, 0..<value.count)
      }
    }
    let roles = try RoleFinder(profiles, layout: layout, options: options).roles()
    layout.columns = zip(profiles, roles.roles).map {
      DumpColumn(name: $0.name, role: $1, isPersonal: $0.isPersonal)
    }
    layout.textOrder = roles.texts
    settle(profiles, roles)
    return true
  }

  /// Refuses what another delimiter would make a table of.
  private func check(_ first: [[UInt8]], width: Int) throws(InputError) {
    if width > Self.mostColumns {
      throw InputError(
        kind: .tooManyColumns, file: layout.place, position: nil,
        message: "there are more than \(Self.mostColumns) columns",
        hint: layout.format == .xlsx
          ? "leave in the columns that matter"
          : "name the delimiter with --delimiter, or export the columns that matter")
    }
    if layout.format != .xlsx, options.delimiter != nil, first.count == 1,
      let other = DelimiterFinder.missed(in: first[0])
    {
      let name = other == Byte.tab ? "tab" : String(UnicodeScalar(other))
      throw InputError(
        kind: .wrongDelimiter, file: layout.place, position: nil,
        message: "with this delimiter there is one column: "
          + RoleFinder.list([String(decoding: first[0], as: UTF8.self)]),
        hint: "give --delimiter '\(name)', or leave it out")
    }
  }

  /// The delimiter that a first line `sep=;` names; that line is then no record.
  private mutating func declaredDelimiter(_ bytes: Span<UInt8>) -> UInt8? {
    let start = layout.dataStart
    guard start + 4 < bytes.count, Byte.folded(bytes[start]) == UInt8(ascii: "s"),
      Byte.folded(bytes[start + 1]) == UInt8(ascii: "e"),
      Byte.folded(bytes[start + 2]) == UInt8(ascii: "p"), bytes[start + 3] == UInt8(ascii: "=")
    else { return nil }
    let after = start + 5
    guard
      after == bytes.count || bytes[after] == Byte.lineFeed
        || bytes[after] == Byte.carriageReturn
    else { return nil }
    layout.dataStart = after
    return bytes[start + 4]
  }

  /// Whether quotes inside fields are escaped with a backslash and nowhere doubled.
  private func escapesWithBackslashes(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    var escaped = 0
    var i = start
    while true {
      i = bytes.first(Byte.quote, from: i, to: bytes.count)
      if i >= bytes.count { return escaped > 0 }
      let before = i > start ? bytes[i - 1] : Byte.lineFeed
      let after = i + 1 < bytes.count ? bytes[i + 1] : Byte.lineFeed
      if before == Byte.backslash {
        // At the end of a field the backslash may be the field's last character.
        // Before another quote it may also stand before a doubled one.
        if after == Byte.quote {
          i += 1
        } else if after != layout.delimiter && after != Byte.lineFeed
          && after != Byte.carriageReturn
        {
          escaped += 1
        }
      } else if after == Byte.quote {
        let opens =
          before == Byte.lineFeed || before == Byte.carriageReturn || before == layout.delimiter
        if !opens { return false }
        i += 1
      }
      i += 1
    }
  }

  private func isHeader(_ first: [[UInt8]], above rows: ArraySlice<[[UInt8]]>) -> Bool {
    let row = first.map { String(decoding: $0, as: UTF8.self).trimmingSpace() }
    if options.namedColumns.contains(where: row.contains) { return true }
    let names = row.map(ColumnNames.init)
    let known = names.indices.filter { names[$0].isKnown }
    if !known.isEmpty {
      // Words such as website and positief are also values.
      let sure = known.filter { names[$0].hasRole || !Self.holdsNames(rows, in: $0) }
      guard let only = sure.first else {
        return !zip(first, row).contains { Self.isNumeric($0) || Self.isProse($1) }
          && !known.contains { index in
            rows.contains { $0.count > index && $0[index] == first[index] }
          }
      }
      if sure.count > 1 || row.count == 1 { return true }
      return !row.indices.contains { index in
        index != only
          && (Self.isNumeric(first[index]) || (!names[only].hasRole && Self.isProse(row[index])))
      }
    }
    if row.count == 1 {
      let questions = rows.count { $0.first?.last == UInt8(ascii: "?") }
      return row[0].hasSuffix("?") && questions * 5 < rows.count
    }
    return !zip(first, row).contains { Self.isNumeric($0) || Self.isProse($1) }
  }

  /// Whether most of the first values in a column are names that stand for no role.
  private static func holdsNames(_ rows: ArraySlice<[[UInt8]]>, in column: Int) -> Bool {
    let values = rows.prefix(50).filter { $0.count > column && !$0[column].isEmpty }
    let names = values.count {
      let name = ColumnNames(String(decoding: $0[column], as: UTF8.self).trimmingSpace())
      return name.isKnown && !name.hasRole
    }
    return names > 0 && names * 2 >= values.count
  }

  private static func isNumeric(_ value: [UInt8]) -> Bool {
    let range = 0..<value.count
    return Grade(value.span, range) != nil || CalendarDate(value.span, range) != nil
  }

  private static func isProse(_ value: String) -> Bool {
    value.split(separator: " ").count >= 6 && !value.hasSuffix("?")
  }

  // MARK: JSON

  private mutating func findInJSON(_ bytes: Span<UInt8>, isWhole: Bool) throws(InputError) -> Bool {
    var leaves = JSONLeaves()
    let cutter = RecordCutter(layout, limit: options.maximumRecordBytes)
    SampleRecords.forEach(
      cutter, bytes, from: layout.dataStart, isWhole: isWhole, maximum: Self.sampleRecords
    ) { leaves.add($0, $1.start..<$1.end) }
    guard leaves.records > 0 || options.isLineByLine else { return isWhole }
    if options.isLineByLine {
      // The first line need not have them all.
      let absent = options.namedColumns.filter {
        RoleFinder.place(of: $0, in: leaves.profiles) == nil
      }
      if leaves.objects > 0 { layout.absent = absent }
      for name in absent { leaves.add(column: name) }
    } else if leaves.objects == 0 {
      // Without one object to go by, every record becomes a diagnostic.
      return true
    }
    let roles = try RoleFinder(leaves.profiles, layout: layout, options: options).roles()
    let used = zip(leaves.paths, roles.roles).filter { $1 != .field }.map(\.0)
    var places: [Int: Int] = [:]
    for (index, path) in leaves.paths.enumerated() {
      var path = path
      // An object none of whose values has a role is one field.
      if roles.roles[index] == .field && !used.contains(where: { $0.count > 1 && $0[0] == path[0] })
      {
        path = [path[0]]
      }
      let isPersonal = leaves.profiles[index].isPersonal
      if let place = layout.paths.firstIndex(of: path) {
        if isPersonal { layout.columns[place].isPersonal = true }
        continue
      }
      places[index] = layout.columns.count
      layout.paths.append(path)
      layout.columns.append(
        DumpColumn(
          name: path.joined(separator: "."), role: roles.roles[index], isPersonal: isPersonal))
    }
    layout.textOrder = roles.texts.compactMap { places[$0] }
    settle(leaves.profiles, roles)
    return true
  }

  // MARK: Both

  private mutating func settle(_ profiles: [ColumnProfile], _ roles: RoleFinder.Roles) {
    layout.startsPlain = roles.startsPlain
    if let index = roles.roles.firstIndex(of: .date) {
      let profile = profiles[index]
      layout.isMonthFirst = profile.secondAboveTwelve > 0 && profile.firstAboveTwelve == 0
    }
    layout.scale = options.scale
    layout.isScaleGiven = options.scale != nil
    guard layout.scale == nil, let index = roles.roles.firstIndex(of: .rating) else { return }
    let named = profiles.first {
      ["scale", "schaal", "ratingscale"].contains($0.names.words.joined())
    }
    layout.scale =
      named?.scales.first
      ?? RatingScale(of: profiles[index].grades, named: profiles[index].names.scale)
  }
}

extension String {
  func trimmingSpace() -> String {
    let bytes = Array(utf8)
    return String(decoding: bytes[bytes.span.trimmed(0..<bytes.count)], as: UTF8.self)
  }
}
