import Lexicon
import ReviewIO
import StoryAnalysis

extension Flag {
  /// Which stories are asked for.
  static let query: [Flag] = [
    Flag("limit", short: "n", .text("N"), help: "Show at most so many; default 10."),
    Flag("label", .choice(Label.allCases.map(\.rawValue)), help: "Only reviews with this verdict."),
    Flag("driver", .choice(Driver.allCases.map(\.name)), help: "Only reviews about this."),
    Flag("good", help: "Only good moments of enthusiastic reviews."),
    Flag("bad", help: "Only bad moments of dissatisfied reviews."),
    Flag(
      "turn", help: "Only turns: flagged so, or where moment and verdict do not agree."),
    Flag("flag", .text("NAME"), isRepeatable: true, help: "Only reviews with this flag."),
    Flag("sensitive", help: "Short for --flag sensitive."),
    Flag("open-case", help: "Short for --flag open-case."),
    Flag("grade", .text("A-B"), help: "Only these grades, on the scale of the source: 9-10, or 1."),
    Flag("since", .text("DATE"), help: "Only from this day, month or year on."),
    Flag("until", .text("DATE"), help: "Only up to and with this day, month or year."),
    Flag(
      "last", .text("30d|4w|3m|1y"), help: "Only so many days, weeks, months or years up to today."),
    Flag("today", .text("DATE"), help: "The last day of --last; default: the newest date read."),
    Flag(
      "where", .text("FIELD=VALUE"), isRepeatable: true,
      help: "Only reviews with this value in a column."),
    Flag(
      "about", .text("WORDS"),
      help: "Only reviews with these words: bezorg* for a start, \"nog steeds\" for a phrase."),
    Flag("min-memorability", .text("X"), help: "Only reviews at least so memorable, 0 to 3."),
    Flag(
      "per", .text("FIELD"),
      help: "Only the best of each source, driver, month or value of a column."),
    Flag(
      "publishable",
      help: "Only what customers allow to be used outside, without flags against it; copies once."),
    Flag("diverse", help: "Copies once, and at most two stories of a driver."),
    Flag(
      "review", .text("ID"), isRepeatable: true,
      help: "The review with this id, also without a story."),
  ]

  /// How to read a dump, where a store is read too.
  static let inputOrStore: [Flag] = Flag.input.map { flag in
    switch flag.name {
    case "id":
      Flag(
        "id", .text("COL"), isRepeatable: true,
        help: "Column with the id; of a store the same as --review.")
    case "source":
      Flag(
        "source", .text("NAME"),
        help: "Name of the source; the file's name by default. Of a store, show this one only.")
    case "scale":
      Flag(
        "scale", .choice(RatingScale.allCases.map(\.rawValue)),
        help: "Scale of the grades; of a store, which --grade means.")
    default: flag
    }
  }
}
