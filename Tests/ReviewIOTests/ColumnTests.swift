import Testing

@testable import ReviewIO

@Suite struct ColumnTests {
  static let prose = [
    "De kast kwam met een deuk aan de voorkant", "Binnen een dag alles netjes geregeld hoor",
  ]

  private static func layout(_ header: [String], _ rows: [[String]]) throws -> DumpLayout {
    let dump = ([header] + rows).map { $0.joined(separator: ";") }.joined(separator: "\n")
    return try ReviewReader(bytes: Array(dump.utf8), name: "dump", options: .init()).layout
  }

  @Test(
    arguments: [
      ("review", .text), ("Recensie", .text), ("TEKST", .text), ("reviewText", .text),
      ("Review Text", .text), ("review_body", .text), ("Opmerkingen", .text),
      ("toelichting", .text),
      ("reactie", .text), ("commentaar", .text), ("Comments", .text), ("bericht", .text),
      ("Omschrijving van ervaring", .text), ("feedback", .text), ("beoordelingstekst", .text),
      ("antwoord open vraag", .text), ("verhaal", .text), ("review.text", .text),
      ("titel", .title), ("Title", .title), ("kop", .title), ("onderwerp", .title),
      ("review-title", .title), ("samenvatting", .title),
      ("cijfer", .rating), ("Rapportcijfer", .rating), ("sterren", .rating),
      ("beoordeling", .rating),
      ("Score (1-10)", .rating), ("review_rating", .rating), ("NPS", .rating),
      ("datum", .date), ("created_at", .date), ("createdAt", .date), ("Geplaatst op", .date),
      ("createTime", .date), ("Review Created (UTC)", .date), ("Tijdstempel", .date),
      ("Begintijd", .date), ("Tijd van voltooien", .date), ("Completion time", .date),
      ("publishedDate", .date), ("published_date", .date),
      ("ID", .id), ("review_id", .id), ("reviewId", .id), ("nr", .id), ("Référentie", .id),
      ("antwoord bedrijf", .field), ("reactie bedrijf", .field),
      ("Reactie van de verhuurder", .field),
      ("reply", .field), ("owner_response", .field), ("reply.text", .field),
      ("product_title", .field),
      ("url", .field), ("user_id", .field), ("user.id", .field), ("klantnummer", .field),
      ("e-mail", .field), ("source", .field), ("taal", .field),
      ("organisatie", .field),
    ] as [(String, ColumnRole)])
  func headersAreKnown(_ name: String, _ role: ColumnRole) throws {
    let value =
      switch role {
      case .rating: ["8", "6"]
      case .date: ["2026-03-01", "2026-03-02"]
      case .id: ["x1", "x2"]
      default: Self.prose
      }
    let filler = role == .text ? "soort" : "review"
    let other = role == .text ? ["kast", "stoel"] : Self.prose
    let layout = try Self.layout([name, filler], [[value[0], other[0]], [value[1], other[1]]])
    #expect(layout.columns[0].role == role)
    #expect(layout.columns[1].role == (role == .text ? .field : .text))
  }

  @Test func unknownHeadersAreJudgedByTheirValues() throws {
    let rows = Self.prose.map { ["k", "Jan Pieters", $0, "https://w.nl/een adres", "8"] }
    let layout = try Self.layout(["a", "b", "c", "d", "e"], rows)
    #expect(layout.columns.map(\.role) == [.field, .field, .text, .field, .field])
    #expect(layout.hasHeader)
  }

  @Test func severalTextColumnsMakeOneText() throws {
    let dump = """
      Minpunten;review;Wat kan er beter?;plus_punten;kleur
      Duur;Fijne tas;Geen;Licht ;rood
      n.v.t.;Past niet;De rits mag steviger zijn dan dit;-;blauw
      geen;nvt;x;NIETS.;
      Klein;;Meer vakken erin zou mooi zijn;null;rood
      """
    let readout = try Readout(dump)
    #expect(
      readout.texts == [
        "Fijne tas\nMinpunten: Duur\nPlus punten: Licht",
        "Past niet\nWat kan er beter? De rits mag steviger zijn dan dit", "",
        "Minpunten: Klein\nWat kan er beter? Meer vakken erin zou mooi zijn",
      ])
    #expect(readout.rows[0].fields == ["kleur=rood"])
    let asked = try Readout(dump) { $0.textColumns = ["plus_punten", "Minpunten"] }
    #expect(asked.texts[0] == "Plus punten: Licht\nMinpunten: Duur")
    let single = try Readout("id,review\n1,nvt\n2, ruim \n")
    #expect(single.texts == ["nvt", " ruim "])
  }

  static let replies: [(String, [String])] = [
    ("review;reactie", ["review"]), ("toelichting;reacties", ["toelichting"]),
    ("review;reactie klant", ["review", "reactie klant"]), ("reactie;soort", ["reactie"]),
    ("Opmerking klant;Opmerking medewerker", ["Opmerking klant"]),
    ("Toelichting;Toelichting intern", ["Toelichting"]), ("review;Interne notitie", ["review"]),
    ("review;Commentaar redactie", ["review"]), ("review;Interne reactie", ["review"]),
    (
      "Opmerking klant;Opmerking over de medewerker",
      ["Opmerking klant", "Opmerking over de medewerker"]
    ),
    ("Toelichting;Toelichting bezorging", ["Toelichting", "Toelichting bezorging"]),
  ]

  @Test(arguments: replies)
  func theWordsOfTheCompanyAreNotTheCustomers(header: String, texts: [String]) throws {
    let rows = Self.prose.map { [$0, "Wat vervelend, wij nemen contact met u op"] }
    let layout = try Self.layout(
      header.split(separator: ";").map(String.init),
      rows + [["Snel en netjes bezorgd", "Dank u wel"]])
    #expect(layout.textOrder.map { layout.columns[$0].name } == texts)
  }

  @Test func aReactionStandsWhereTheOtherTextIsEmpty() throws {
    let layout = try Self.layout(["review", "reactie"], Self.prose.map { ["", $0] })
    #expect(layout.textOrder.map { layout.columns[$0].name } == ["reactie", "review"])
  }

  @Test func whatLiesDeeperComesAfter() throws {
    let dump = """
      {"order":{"date":"2023-01-05","text":"Graag bij de buren"},"shop":{"rating":4.6},\
      "customer":{"title":"Mevrouw"},"title":"Top","rating":2,"date":"2024-05-03","text":"Netjes ingepakt."}
      """
    let row = try #require(Readout(dump).rows.first)
    #expect(row.text == "Top\nNetjes ingepakt.")
    #expect(row.rating == 20_000 && row.date == "2024-05-03")
    #expect(try Readout(#"{"a":{"text":"Fijn."},"text":null}"#).texts == ["Fijn."])
  }

  @Test func titlesStandBeforeTheText() throws {
    let readout = try Readout("titel,review\nTop,Goed\n ,Fijn\nKop,\n")
    #expect(readout.texts == ["Top\nGoed", "Fijn", "Kop\n"])
    #expect(readout.rows.map(\.title) == [3, 0, 3])
  }

  @Test func columnsThatAreNotThereAreNamed() throws {
    let bytes = Array("naam,aantal\njan,3\npiet,4\n".utf8)
    let none = try #require(Readout.failure(bytes))
    #expect(none.kind == .noTextColumn && none.message.contains("naam, aantal"))
    #expect(none.hint.contains("--text"))
    for change in [
      { $0.textColumns = ["verhaal"] }, { $0.idColumn = "verhaal" }, { $0.dateColumn = "verhaal" },
      { $0.ratingColumn = "verhaal" }, { $0.titleColumn = "verhaal" },
    ] as [(inout ReaderOptions) -> Void] {
      let failure = try #require(Readout.failure(bytes, options: ReaderOptions(change)))
      #expect(failure.kind == .unknownColumn && failure.hint.contains("naam, aantal"))
    }
    #expect(try Readout(bytes) { $0.textColumns = ["NAAM"] }.texts == ["jan", "piet"])
  }

  @Test func decisionsAreNotRevised() throws {
    let early = (1...1000).map { "\($0),4,Goed" }
    let dump = (["id,score,review"] + early + ["1001,9,Fijn"]).joined(separator: "\n")
    let readout = try Readout(dump)
    #expect(readout.summary.contains("scale 1-5") && readout.kinds == [.ratingOutOfScale])
    let within = try Readout(
      (["id,score,review"] + early.dropLast() + ["1000,9,Fijn"]).joined(separator: "\n"))
    #expect(within.summary.contains("scale 1-10") && within.kinds.isEmpty)
  }
}
