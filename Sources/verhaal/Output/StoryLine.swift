import StoryAnalysis

/// A ranked story as a JSON line.
struct StoryLine {
  let json: [UInt8]

  init(_ story: RankedStory, rank: Int) {
    var json = JSONWriter()
    json.open()
    json.key("rank")
    json.integer(rank)
    json.key("source")
    json.string(story.source)
    json.key("id")
    json.string(story.id)
    json.key("label")
    json.string(story.label.rawValue)
    json.key("memorability")
    json.fixed(story.memorability)
    json.key("moment")
    json.optional(story.moment?.text)
    json.key("start")
    json.optional(story.moment?.start)
    json.key("end")
    json.optional(story.moment?.end)
    json.key("startUTF16")
    json.optional(story.moment?.startUTF16)
    json.key("endUTF16")
    json.optional(story.moment?.endUTF16)
    json.key("valence")
    json.optional(story.moment?.valence)
    json.key("drivers")
    json.strings((story.moment?.drivers ?? []).lazy.map(\.name))
    json.key("flags")
    json.strings(story.flags)
    json.key("rating")
    json.optional(story.rating)
    json.key("ratingScale")
    json.optional(story.ratingScale)
    json.key("date")
    json.optional(story.date)
    json.key("permission")
    json.string(story.permission.status.rawValue)
    json.key("permissionDate")
    json.optional(story.permission.date)
    json.key("group")
    json.optional(story.group)
    json.close()
    json.end()
    self.json = json.bytes
  }
}
