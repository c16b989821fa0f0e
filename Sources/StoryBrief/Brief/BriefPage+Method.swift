import StoryFigures

extension BriefPage {
  /// How the brief came about, and what it does not say.
  var method: [BriefDocument.Block] {
    let parts = [read, leftOut, counted, undated, newest, invited, error, privacy, version]
    return [
      .heading(2, say("how.heading")),
      .paragraph(.joined(parts.flatMap(\.self).filter { !$0.isEmpty }, by: " ")),
    ]
  }

  /// Up to four sources are named.
  private var read: [[BriefSpan]] {
    let count = SentenceValue.count(facts.read)
    guard facts.sources.count > 4,
      let largest = facts.sources.max(by: { ($0.reviews, $1.name) < ($1.reviews, $0.name) })
    else {
      let names = facts.sources.map { [BriefSpan($0.name, isGiven: true)] }
      return [say("how.read", ["n": count, "sources": .spans(say.list(names))])]
    }
    return [
      say(
        "how.read-sources",
        [
          "n": count, "sources": .count(facts.sources.count), "largest": .given(largest.name),
        ])
    ]
  }

  private var leftOut: [[BriefSpan]] {
    let excluded = facts.excluded
    let counts = [
      ("too-short", excluded.tooShort), ("no-experience", excluded.noExperience),
      ("other-language", excluded.otherLanguage), ("duplicates", excluded.duplicates),
    ]
    let parts = counts.filter { $0.1 > 0 }.map { say("how." + $0.0, ["n": .count($0.1)]) }
    guard parts.isEmpty else { return [say("how.left-out", ["list": .spans(say.list(parts))])] }
    return facts.read == 0 || excluded.undated > 0 ? [] : [say("how.all-counted")]
  }

  private var counted: [[BriefSpan]] {
    facts.count == facts.read ? [] : [say("how.counted", ["n": .count(facts.count)])]
  }

  /// Those are not of the period, and so not among what was read.
  private var undated: [[BriefSpan]] {
    let count = facts.excluded.undated
    return count == 0 ? [] : [say("how.undated", ["n": .count(count)])]
  }

  private var newest: [[BriefSpan]] {
    guard let day = facts.newestDate.flatMap({ Day($0) }) else { return [] }
    return [say("how.newest", ["date": .own(say.date(day, withYear: true))])]
  }

  private var invited: [[BriefSpan]] {
    [
      facts.invited.map { say("how.invited", ["invited": .given($0)]) } ?? say("how.not-invited")
    ]
  }

  private var error: [[BriefSpan]] {
    guard let sample = facts.sample else { return [say("how.program"), say("how.no-sample")] }
    var parts = [
      say("how.program"),
      say("how.sample", ["of": .count(sample.count), "n": .count(sample.right)]),
    ]
    if sample.top > 0 {
      parts.append(
        say("how.sample-top", ["of": .count(sample.top), "n": .count(sample.topRight)]))
    }
    return parts
  }

  private var privacy: [[BriefSpan]] {
    [say(facts.isMasked ? "how.masked" : "how.unmasked"), say("how.quotes"), say("how.mixed")]
  }

  private var version: [[BriefSpan]] {
    var parts: [[BriefSpan]] = []
    if !facts.analyzers.isEmpty {
      parts.append(
        say("how.version", ["analyzer": .given(facts.analyzers.joined(separator: ", "))]))
    }
    if let day = facts.today.flatMap({ Day($0) }) {
      parts.append(say("how.made", ["date": .own(say.date(day, withYear: true))]))
    }
    return parts.isEmpty ? [] : [.joined(parts, by: " · ") + [BriefSpan(".")]]
  }
}
