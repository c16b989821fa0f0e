import StoryAnalysis

/// A ranked story as a JSON line.
struct StoryLine {
  let json: [UInt8]

  init(_ story: RankedStory, rank: Int) {
    var json = JSONWriter()
    func optional(_ text: String?) {
      if let text { json.string(text) } else { json.null() }
    }
    json.open()
    json.key("rank")
    json.integer(rank)
    json.key("source")
    json.string(story.source)
    json.key("id")
    json.string(story.id)
    json.key("label")
    json.string(story.analysis.label.rawValue)
    json.key("memorability")
    json.fixed(story.memorability)
    json.key("moment")
    json.string(story.moment.text)
    json.key("start")
    json.integer(story.moment.start)
    json.key("end")
    json.integer(story.moment.end)
    json.key("startUTF16")
    json.integer(story.moment.startUTF16)
    json.key("endUTF16")
    json.integer(story.moment.endUTF16)
    json.key("valence")
    json.fixed(story.moment.valence)
    json.key("drivers")
    json.open("[")
    for driver in story.moment.drivers { json.string(driver.name) }
    json.close("]")
    json.key("flags")
    json.open("[")
    for flag in story.analysis.flags { json.string(flag) }
    json.close("]")
    json.key("rating")
    if let rating = story.rating { json.fixed(rating) } else { json.null() }
    json.key("ratingScale")
    optional(story.ratingScale)
    json.key("date")
    optional(story.date)
    json.close()
    json.end()
    self.json = json.bytes
  }
}
