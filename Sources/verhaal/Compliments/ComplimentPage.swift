import Lexicon

/// Compliments in the formats that they are written in.
struct ComplimentPage {
  let groups: [ComplimentGroup]
  let style: Style
  let width: Int

  var text: String {
    var lines: [String] = []
    for group in groups {
      var title = Number.counted(group.count, "compliment")
      if group.storyCount > 0 {
        title +=
          ", "
          + (group.storyCount == 1
            ? "1 good story" : "\(Number.grouped(group.storyCount)) good stories")
      }
      lines.append(
        (group.name.map { style.bold(Terminal.safe($0)) + " · " } ?? "") + style.dim(title))
      for compliment in group.best {
        lines += Wrapping.lines("“\(Self.line(compliment.quote))”", width: width - 4).map {
          "    " + $0
        }
        lines.append("    " + style.dim("(\(Self.origin(compliment).joined(separator: ", ")))"))
      }
      lines.append("")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var markdown: String {
    groups.map { group in
      let title = StoryMarkdown.escaped(group.name ?? "Compliments")
      let items = group.best.map { compliment in
        "> \(StoryMarkdown.escaped(compliment.quote))\n>\n> \(Self.origin(compliment).map(StoryMarkdown.escaped).joined(separator: " · ")) · permission: \(compliment.permission.text)\n"
      }
      return "## \(title) (\(group.count))\n\n" + items.joined(separator: "\n") + "\n"
    }.joined()
  }

  /// - Parameter isRaw: whether texts are written as they are, also where a spreadsheet would take them for formulas.
  func csv(_ dialect: CSVDialect, isRaw: Bool) -> [UInt8] {
    var bytes = dialect.header([
      "group", "count", "stories", "rank", "source", "id", "date", "rating", "ratingScale", "story",
      "memorability", "quote", "drivers", "permission", "permissionDate",
    ])
    forEachRow { group, compliment, rank in
      let values: [String?] = [
        group.name, String(group.count), String(group.storyCount), String(rank),
        compliment.source, compliment.id, compliment.date, compliment.rating.map(dialect.number),
        compliment.ratingScale.map(dialect.scale), String(compliment.isStory),
        dialect.number(compliment.memorability),
        compliment.quote, compliment.drivers.map(\.name).joined(separator: " "),
        compliment.permission.status.rawValue, compliment.permission.date,
      ]
      bytes += dialect.row(values, isRaw: isRaw)
    }
    return bytes
  }

  var json: [UInt8] {
    var bytes: [UInt8] = []
    forEachRow { group, compliment, rank in
      var json = JSONWriter()
      json.open()
      json.key("group")
      json.optional(group.name)
      json.key("count")
      json.integer(group.count)
      json.key("stories")
      json.integer(group.storyCount)
      json.key("rank")
      json.integer(rank)
      json.key("source")
      json.string(compliment.source)
      json.key("id")
      json.string(compliment.id)
      json.key("date")
      json.optional(compliment.date)
      json.key("rating")
      json.optional(compliment.rating)
      json.key("ratingScale")
      json.optional(compliment.ratingScale)
      json.key("story")
      json.bool(compliment.isStory)
      json.key("memorability")
      json.fixed(compliment.memorability)
      json.key("quote")
      json.string(compliment.quote)
      json.key("drivers")
      json.strings(compliment.drivers.lazy.map(\.name))
      json.key("permission")
      json.string(compliment.permission.status.rawValue)
      json.key("permissionDate")
      json.optional(compliment.permission.date)
      json.close()
      json.end()
      bytes += json.bytes
    }
    return bytes
  }

  /// Every compliment that is shown, with its rank in the group.
  private func forEachRow(_ body: (ComplimentGroup, Compliment, Int) -> Void) {
    for group in groups {
      for (place, compliment) in group.best.enumerated() { body(group, compliment, place + 1) }
    }
  }

  private static func origin(_ compliment: Compliment) -> [String] {
    [
      compliment.source, compliment.id, compliment.date,
      StoryFacts.grade(compliment.rating, scale: compliment.ratingScale),
    ].compactMap(\.self).map(Terminal.safe)
  }

  private static func line(_ quote: String) -> String {
    Terminal.safe(quote).split(separator: " ").joined(separator: " ")
  }
}
