import Lexicon
import ReviewIO

extension Flag {
  static let help = Flag("help", short: "h", help: "Show this help.")
  static let quiet = Flag(
    "quiet", short: "q", help: "No progress and no summary; errors are shown.")
  static let domain = Flag(
    "domain", .choice(LexiconFile.domains),
    help: "What is reviewed: rate words as they are meant there (a ‘rauw’ album is praised).")
  static let lexicons = Flag(
    "lexicons", .path("DIR"), help: "Lay the lexicon files of a folder over the built-in ones.")
  static let color = Flag(
    "color", .choice(["auto", "always", "never"]),
    help: "Colours; auto (the default) means on a terminal, unless NO_COLOR is set.")
  static let staff = Flag(
    "staff", .path("FILE"),
    help: "Show these names in praise: one a line, with a team behind a tab if you like.")
  static let excel = Flag(
    "excel",
    help: "Write CSV as Excel with Dutch settings opens it (semicolon, decimal comma).")
  static let raw = Flag(
    "raw",
    help: "Write CSV without the ' in front of what a spreadsheet would run.")
  static let json = Flag("json", help: "Write JSON.")

  /// How to read a dump; each is found by itself where it is not given.
  static let input: [Flag] = [
    Flag("format", .choice(DumpFormat.allCases.map(\.rawValue)), help: "Format of the dump."),
    Flag(
      "sheet", .text("NAME|N"),
      help: "Sheet of an Excel workbook; default: the first that is shown and has texts."),
    Flag("delimiter", .text("CHAR"), help: "Character between the columns; `tab` for a tab."),
    Flag(
      "encoding", .choice(DumpEncoding.allCases.map(\.rawValue)), help: "Encoding of the dump."),
    Flag(
      "text", .text("COL"), isRepeatable: true,
      help: "Column with the text; more than one make one review together."),
    Flag("title", .text("COL"), help: "Column with the title."),
    Flag("id", .text("COL"), help: "Column with the id."),
    Flag("rating", .text("COL"), help: "Column with the grade."),
    Flag("scale", .choice(RatingScale.allCases.map(\.rawValue)), help: "Scale of the grades."),
    Flag("date", .text("COL"), help: "Column with the date."),
    Flag("source", .text("NAME"), help: "Name of the source; the file's name by default."),
    Flag("max-record-bytes", .text("N"), help: "Skip records longer than this; default 16777216."),
    Flag("threads", .text("N"), help: "Analyse on so many threads; default: one a core."),
  ]

  /// What weights are fitted to.
  static let training: [Flag] = [
    Flag(
      "rated", .path("DUMP"), isRepeatable: true,
      help: "Learn from the grades of a dump too, as `mine` reads it."),
    Flag("rated-weight", .text("N"), help: "Count a graded review so many times; default 0.1."),
    Flag(
      "weight", .text("PATH=N"), isRepeatable: true,
      help: "Count the reviews of a gold file or folder N times."),
    Flag(
      "always", .path("PATH"), isRepeatable: true,
      help: "Leave a gold file or folder out of no fit; its reviews are not measured."),
    Flag(
      "own-base", .path("PATH"), isRepeatable: true,
      help: "Give a gold file or folder a base of its own, which is not kept."),
    Flag(
      "least", .text("N"),
      help: "Give weight only to evidence found in so many reviews; default 8."),
    Flag(
      "least-words", .text("N"),
      help: "Give weight only to words found in so many reviews; default 5."),
  ]
}
