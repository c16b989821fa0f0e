import Testing

@testable import ReviewIO

@Suite struct ValueTests {
  @Test(
    arguments: [
      ("8", 80_000, nil), ("8,5", 85_000, nil), ("8.5", 85_000, nil), (" 7- ", 67_500, nil),
      ("9+", 92_500, nil), ("7½", 75_000, nil), ("7 ½", 75_000, nil), ("4/5", 40_000, 5),
      ("8 / 10", 80_000, 10), ("80%", 800_000, 100), ("★★★★☆", 40_000, 5), ("★★½", 25_000, 5),
      ("⭐️⭐️⭐️", 30_000, 5), ("4 sterren", 40_000, 5), ("4 van 5", 40_000, 5),
      ("4,5 van de 5 sterren", 45_000, 5), ("4.0 out of 5 stars", 40_000, 5), ("vier", 40_000, nil),
      ("Één", 10_000, nil), ("tien", 100_000, nil), ("-1", -10_000, nil), ("6.6667", 66_667, nil),
      ("4.699999809265137", 47_000, nil), ("4.39999", 44_000, nil), ("4.33333", 43_333, nil),
      ("-0.99996", -10_000, nil),
      ("goed", nil, nil), ("8 of zo", nil, nil), ("", nil, nil), ("1/0", nil, nil),
      ("999999", nil, nil),
      ("8..5", nil, nil), ("2026-03-01", nil, nil),
    ] as [(String, Int32?, Int32?)])
  func gradesAreRead(_ text: String, _ value: Int32?, _ outOf: Int32?) {
    let bytes = Array(text.utf8)
    let grade = Grade(bytes.span, 0..<bytes.count)
    #expect(grade?.value == value)
    if value != nil { #expect(grade?.outOf == outOf) }
  }

  @Test(
    arguments: [
      ("4/5", .oneToFive, 40_000), ("4/5", .oneToTen, 80_000), ("80%", .oneToTen, 80_000),
      ("80%", .percent, 800_000), ("10+", .oneToTen, 100_000), ("1-", .oneToTen, 10_000),
      ("11", .oneToTen, nil), ("0", .oneToFive, nil), ("0", .zeroToTen, 0), ("6", .oneToFive, nil),
    ] as [(String, RatingScale, Int32?)])
  func gradesArePutOnTheScale(_ text: String, _ scale: RatingScale, _ value: Int32?) {
    let bytes = Array(text.utf8)
    let grade = Grade(bytes.span, 0..<bytes.count)
    #expect(grade != nil && grade?.placed(on: scale) == value)
  }

  @Test(
    arguments: [
      ("score", ["5", "1", "3"], .oneToFive), ("score", ["5", "7"], .oneToTen),
      ("score", ["5", "0", "9"], .zeroToTen), ("score", ["5", "85"], .percent),
      ("score", ["40%", "5%"], .percent), ("nps", ["3", "4"], .zeroToTen),
      ("rapportcijfer", ["3", "4"], .oneToTen), ("score", ["4/5", "3/5"], .oneToFive),
      ("score", ["8/10", "3/10"], .oneToTen), ("cijfer (1-10)", ["3", "4"], .oneToTen),
      ("score", ["", ""], nil), ("sterren", ["★★★★☆", "★☆☆☆☆"], .oneToFive),
    ] as [(String, [String], RatingScale?)])
  func scalesFollowTheSample(_ header: String, _ values: [String], _ scale: RatingScale?) throws {
    let dump = "review;\(header)\n" + values.map { "Goed geholpen;\($0)\n" }.joined()
    let reader = try ReviewReader(bytes: Array(dump.utf8), name: "dump", options: .init())
    #expect(reader.layout.scale == scale)
  }

  /// One slip among many changes no scale; among few it may be a rare grade.
  @Test(
    arguments: [
      ("cijfer", ["5,5", "6,5", "9,5"], 333, ["85"], .oneToTen),
      ("cijfer", ["1", "3", "5"], 333, ["10"], .oneToFive),
      ("cijfer", ["1", "2", "4"], 333, ["10", "8"], .oneToTen),
      ("cijfer", ["1", "3", "5"], 30, ["7", "8", "9"], .oneToTen),
      ("cijfer", ["8", "7,5", "9"], 1, ["85%"], .oneToTen),
      ("cijfer", ["40", "85"], 100, ["9"], .percent),
      ("cijfer", ["8", "7"], 2, ["1240"], .oneToTen),
      ("score", ["8/10", "6/10"], 100, ["85/100"], .oneToTen),
      ("cijfer", ["8"], 9, ["85"], .percent),
    ] as [(String, [String], Int, [String], RatingScale)])
  func aSlipChangesNoScale(
    _ header: String, _ values: [String], _ count: Int, _ slips: [String], _ scale: RatingScale
  ) throws {
    let grades = Array(repeating: values, count: count).joined() + slips
    let dump = "review;\(header)\n" + grades.map { "Goed geholpen;\($0)\n" }.joined()
    let readout = try Readout(dump)
    #expect(readout.summary.contains("scale \(scale.rawValue)"))
    #expect(readout.kinds.allSatisfy { $0 == .ratingOutOfScale } && readout.kinds.count <= 1)
  }

  @Test func scaleColumnsAndOptionsComeFirst() throws {
    let dump = "review;cijfer;schaal\nGoed;3;1-10\n"
    let bytes = Array(dump.utf8)
    #expect(try ReviewReader(bytes: bytes, name: "d", options: .init()).layout.scale == .oneToTen)
    let fixed = ReaderOptions { $0.scale = .percent }
    #expect(try ReviewReader(bytes: bytes, name: "d", options: fixed).layout.scale == .percent)
  }

  @Test func badGradesAndDatesAreCounted() throws {
    let readout = try Readout(
      "review;cijfer;datum\nA;8;2026-02-30\nB;elf;3 mrt 2026\nC;12/10;\nD;nvt;-\nE;;gisteren\nF;7;1-2-2026\n"
    )
    #expect(readout.rows.map(\.rating) == [80_000, nil, nil, nil, nil, 70_000])
    #expect(readout.rows.map(\.date) == [nil, "2026-03-03", nil, nil, nil, "2026-02-01"])
    #expect(readout.kinds == [.badDate, .badRating, .ratingOutOfScale, .badDate])
    #expect(readout.findings[0].contains("2026-02-30"))
  }

  @Test(
    arguments: [
      ("2026-03-01", "2026-03-01"), ("2026-03-01T14:22:11Z", "2026-03-01"),
      ("2026-03-03 14:22:11", "2026-03-03"), ("03-04-2026", "2026-04-03"),
      ("3/4/2026", "2026-04-03"),
      ("03.04.2026", "2026-04-03"), ("2026/03/04", "2026-03-04"), ("3 maart 2026", "2026-03-03"),
      ("3 mrt. 2026", "2026-03-03"), ("March 3, 2026", "2026-03-03"), ("20260303", "2026-03-03"),
      ("dinsdag 3 maart 2026 14:22", "2026-03-03"),
      ("Tue, 03 Mar 2026 14:22:11 +0100", "2026-03-03"),
      ("1772496000", "2026-03-03"), ("1772496000000", "2026-03-03"), ("3-3-26", "2026-03-03"),
      ("29-02-2024", "2024-02-29"), ("29-02-2026", nil), ("31-04-2026", nil), ("13-13-2026", nil),
      ("03/25/2026", nil), ("maart 2026", nil), ("12", nil), ("", nil), ("gisteren", nil),
      ("2026-3-1 om 12 uur", "2026-03-01"), ("14:05, 3 mei 2024", "2024-05-03"),
      ("14:05 3-5-2024", "2024-05-03"), ("3 mei om 14:05", nil), ("za 3 mei 10:15", nil),
      ("May 3, 10:15 AM", nil), ("14 personen, 3 mei 2024", "2024-05-03"),
      ("12 reviews, May 3, 2024", "2024-05-03"), ("3 mei 24", "2024-05-03"),
      ("3 mei '24 om 14.05 uur", "2024-05-03"), ("3 mei, 14 uur", nil),
      ("om 14.05, 3 mei 2024", "2024-05-03"),
      ("2024 May 3", "2024-05-03"), ("3rd of May 2024", "2024-05-03"),
      ("2024:05:03 14:05:06", "2024-05-03"),
      ("3 mei 2024, 14u05", "2024-05-03"), ("3 mei 14u05", nil), ("May 3, 24", "2024-05-03"),
      ("Fri May 03 14:22:11 +0100 2024", "2024-05-03"), ("3 mei 14:05 uur", nil),
      ("vrijdag 3 mei 2024 om 14:05 uur", "2024-05-03"), ("3 mei 2024 2:05 pm", "2024-05-03"),
      ("1 augustus 1999", "1999-08-01"),
    ] as [(String, String?)])
  func datesAreRead(_ text: String, _ iso: String?) {
    let bytes = Array(text.utf8)
    var written: [UInt8] = []
    CalendarDate(bytes.span, 0..<bytes.count)?.append(to: &written)
    #expect(String(decoding: written, as: UTF8.self) == iso ?? "")
  }

  @Test(arguments: [
    (["03/04/2026", "12/25/2025"], "2026-03-04"), (["03/04/2026", "25/12/2025"], "2026-04-03"),
    (["03/04/2026", "12/25/2025", "25/12/2025"], "2026-04-03"),
  ])
  func theSampleDecidesTheOrderOfDayAndMonth(_ dates: [String], _ first: String) throws {
    let readout = try Readout("review;datum\n" + dates.map { "Goed;\($0)\n" }.joined())
    #expect(readout.rows[0].date == first)
  }

  @Test func unixTimeAgreesWithTheCalendar() {
    var (year, month, day) = (1971, 1, 1)
    var seconds = 365 * 86_400
    while year < 2060 {
      let bytes = Array("\(seconds)".utf8)
      if seconds >= 100_000_000 {
        let date = CalendarDate(bytes.span, 0..<bytes.count)
        #expect(date == CalendarDate(year: year, month: month, day: day))
      }
      seconds += 86_400
      if CalendarDate(year: year, month: month, day: day + 1) != nil {
        day += 1
      } else if month < 12 {
        (month, day) = (month + 1, 1)
      } else {
        (year, month, day) = (year + 1, 1, 1)
      }
    }
  }
}
