import StoryBrief
import StoryFigures

@testable import verhaal

extension FuzzTarget {
  /// Flags of `stats` and `alert`, a word a line: wrong ones are refused; with right ones a store gives what its dump
  /// gives, and a period holds the rows that a look at each one finds.
  static let figures = FuzzTarget(name: "figures") {
    let (store, batch) = try await queried()
    let identities = batch.reviews.reviews.map { batch.identity(of: $0) }
    let lines = FigureLines(style: Style(nil, descriptor: 1), width: 80)
    return { bytes in
      var input = FuzzInput(bytes)
      let command = input.choice(among: [Command.stats, Command.alert])
      let words = String(decoding: input.bytes, as: UTF8.self).split(separator: "\n")
        .map(String.init)
      do {
        let arguments = try Arguments(words, flags: command.allFlags)
        if arguments.has("help") { return }
        let limit = try arguments.number("limit") ?? 5
        let grouping = arguments["by"].map(FigureGrouping.init)
        let read = batch.analyses.indices.map {
          FigureRow($0, of: batch, identity: identities[$0], grouping: grouping)
        }
        var stored: [FigureRow] = []
        try store.forEachFigureRow(grouping: grouping) { row, _ in stored.append(row) }
        require("\(read)" == "\(stored)", "\(words)\n\(read)\n\(stored)")
        var tally = FigureTally()
        for row in read { try tally.add(row) }
        let page = StatsPage(
          tally: tally, groups: grouping.map { FigureGroups(tally, by: $0) }, unreadable: 0,
          sample: nil, limit: limit, lines: lines)
        require(!page.text.isEmpty && page.json.hasPrefix("{"))
        for group in tally.groups.keys {
          let count = read.count { $0.counts && $0.groups.contains(group) }
          require(tally.groups[group]?.count == count, "\(words)\n\(group)")
        }
        var watch = SetbackWatch(limit: limit)
        for row in read { watch.add(row) }
        guard let since = arguments["since"], let newest = watch.newestDay else { return }
        let first = try Period(since, flag: "since").start(today: newest)
        for typed in arguments.all("above") { _ = try SetbackThreshold(typed) }
        guard first <= newest else { return }
        let setbacks = watch.period(first...newest).setbacks
        let expected = read.filter {
          $0.counts && $0.cell == .dissatisfiedStory && ($0.day.map { $0 >= first } ?? false)
        }
        require(setbacks.count == min(limit, expected.count), "\(words)\n\(setbacks)")
      } catch is UsageError {
      } catch { fatalError("\(words)\n\(error)") }
    }
  }
}
