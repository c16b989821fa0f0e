import Foundation
import Lexicon
import ReviewStore
import StoryAnalysis
import StoryFigures
import Testing

@testable import StoryBrief

@Suite struct BriefTests {
  typealias Review = InventedStore.Review

  static func facts(_ reviews: [Review], _ request: BriefRequest = BriefRequest()) throws
    -> BriefFacts
  {
    try BriefFacts(InventedStore(reviews).store, request, analyzer: InventedStore.analyzer)
  }

  static func document(
    _ facts: BriefFacts, _ language: BriefLanguage = .dutch, reader: BriefReader = .everyone,
    audience: BriefAudience = .internal
  ) throws -> BriefDocument {
    BriefPage(facts, try Wording(language), reader: reader, audience: audience).document
  }

  /// Our own words.
  static func own(_ document: BriefDocument) -> String {
    document.texts.map { $0.filter { !$0.isGiven }.map(\.text).joined() }.joined(separator: "\n")
  }

  static func whole(_ document: BriefDocument) -> String {
    document.texts.map(\.text).joined(separator: "\n")
  }

  // MARK: Facts

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let make: @Sendable () -> [Review]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "none") { [] },
    Case(name: "one plain") { Review.plain(1) },
    Case(name: "one story") { [.soup] },
    Case(name: "one setback") { [.system] },
    Case(name: "two") { [.soup, .system] },
    Case(name: "five") { Review.all },
    Case(name: "undated") { Review.plain(40, date: nil, grade: nil) },
    Case(name: "a hundred and more") {
      Review.all + Review.plain(137) + Review.soup.repeated(17, date: "2026-01-05")
        + Review.system.repeated(23, date: "2026-03-20") + Review.plain(61, date: "2025-11-11")
        + Review.system.repeated(4, date: "2025-12-01")
    },
  ]

  static let languages = BriefLanguage.allCases.flatMap { language in
    cases.map { (language, $0) }
  }

  /// Digits and spelled numbers of the own sentences must be among the facts, or stand in a template as they are.
  @Test(arguments: languages)
  func everyNumberIsAFact(language: BriefLanguage, brief: Case) throws {
    var request = BriefRequest()
    request.invited = "per e-mail"
    request.sample = BriefRequest.Sample(count: 200, right: 172, top: 20, topRight: 18)
    request.today = Day("2026-04-02")
    let facts = try Self.facts(brief.make(), request)
    let document = try Self.document(facts, language)
    let text = Self.own(document)
    #expect(!text.contains("⟨"), "\(text)")
    let wording = try Wording(language)
    var known = try Self.numbers(in: JSONSerialization.jsonObject(with: Data(facts.json())))
    // What is no place in a template: grades, hundreds, numbers of a list.
    for key in wording.keys where !key.hasPrefix("number.") && !key.hasPrefix("mark.") {
      known.formUnion(Self.numbers(in: wording.text(key).replacing(#/⟨[^⟩]*⟩/#, with: ""), wording))
    }
    known.formUnion(["1", "2", "3"])
    let shown = Self.numbers(in: text, wording)
    #expect(shown.isSubset(of: known), "\(shown.subtracting(known)) in \(text)")
    if brief.name.hasPrefix("a hundred") { #expect(shown.count > 25) }
  }

  /// Numbers in a text, without their sign: runs of digits, and words.
  static func numbers(in text: String, _ wording: Wording) -> Set<String> {
    let mark = wording.text("mark.thousands")
    var found = Set(
      text.matches(of: #/\d+(?:[.,]\d+)*/#).map { match in
        let run = String(match.0)
        // A group of three behind the mark belongs to the number; one digit behind the other mark is a decimal.
        return run.replacing(mark, with: "").replacing(",", with: ".")
      })
    for number in 2...12 {
      let word = wording.spelled(number)
      if text.lowercased().contains(try! Regex("\\b\(word)\\b")) { found.insert(String(number)) }
    }
    return found
  }

  /// Every number in JSON: numbers themselves, and those of dates.
  static func numbers(in value: Any) throws -> Set<String> {
    switch value {
    case let object as [String: Any]:
      return try object.values.reduce(into: []) { $0.formUnion(try numbers(in: $1)) }
    case let array as [Any]:
      return try array.reduce(into: []) { $0.formUnion(try numbers(in: $1)) }
    case let number as NSNumber:
      let value = abs(number.doubleValue)
      return [
        value == value.rounded() ? String(Int(value)) : String(value),
        String(format: "%.1f", value),
      ]
    case let text as String:
      // Only dates stand as text; anything else is given.
      guard let day = Day(text) else { return [] }
      return [String(day.parts.year), String(day.parts.month), String(day.parts.day)]
    default: return []
    }
  }

  @Test func theSameStoreGivesTheSameBytes() throws {
    let reviews = Self.cases[7].make()
    let pages = try (0..<2).map { _ in
      let facts = try Self.facts(reviews)
      let document = try Self.document(facts)
      return try facts.json() + Array(MarkdownBrief(document).text.utf8)
        + Array(HTMLBrief(document).text.utf8)
    }
    #expect(pages[0] == pages[1])
  }

  @Test func theQuarterOfTheNewestDateIsTheDefaultWhereItHasReviewsEnough() throws {
    let many =
      Review.plain(30, date: "2026-02-01")
      + Review.plain(5, date: "2025-11-01").map {
        var review = $0
        review.id = "oud-" + (review.id ?? "")
        review.text += " Vorig jaar."
        return review
      }
    let quarter = try Self.facts(many)
    #expect(quarter.period.name == "quarter" && quarter.count == 30)
    #expect(quarter.period.first == "2026-01-01" && quarter.previousPeriod?.first == "2025-10-01")
    #expect(quarter.previousCount == 5)
    let few = try Self.facts(Array(many.dropFirst()))
    #expect(few.period.name == "all" && few.count == 34 && few.previousPeriod == nil)
  }

  /// What was read, less what was left out, is what was counted; what has no date is in neither.
  @Test func theCountsOfTheMethodAddUp() throws {
    var short = Review.plain(1)[0]
    short.text = "Top."
    let undated = Review.plain(8, date: nil).suffix(2)
    var request = BriefRequest()
    request.period = BriefPeriod(first: Day("2026-01-01"), last: Day("2026-03-31"))
    let all = try Self.own(Self.document(Self.facts(Review.plain(6) + undated, request)))
    #expect(all.contains("Gelezen: 6 reacties uit"))
    #expect(all.contains("Zonder datum, en dus in geen enkele periode: twee reacties."))
    #expect(!all.contains("niets weggelaten") && !all.contains("Blijft over"))
    let facts = try Self.facts(Review.plain(6).dropFirst() + [short] + undated, request)
    #expect(facts.read == 6 && facts.count == 5 && facts.excluded.undated == 2)
    let some = Self.own(try Self.document(facts))
    #expect(some.contains("Niet meegeteld: 1 te kort om te beoordelen. Blijft over: 5."))
  }

  @Test func shareAndBalanceAreGivenFromAHundredOn() throws {
    let few = try Self.facts(Review.plain(98) + [.soup])
    #expect(few.count == 99 && few.cells[0].share == nil && few.balance.points == nil)
    #expect(Self.own(try Self.document(few)).contains("1 van 99"))
    let enough = try Self.facts(Review.plain(99) + [.soup])
    #expect(enough.count == 100 && enough.cells[0].share == 1 && enough.balance.points == 1)
    #expect(!Self.own(try Self.document(enough)).contains(" van 100\n"))
  }

  @Test func aRiseIsSaidOnlyWhereItIsMoreThanChance() throws {
    func change(_ before: Int) throws -> BriefFacts {
      try Self.facts(
        Review.plain(100)
          + Review.plain(100, date: "2025-11-01").map {
            var review = $0
            review.id = "oud-" + (review.id ?? "")
            review.text += " Vorig jaar."
            return review
          } + Review.soup.repeated(30, date: "2026-02-02")
          + Review.soup.repeated(before, date: "2025-11-02"))
    }
    let risen = try change(2)
    #expect(risen.balance.change?.direction == "risen")
    #expect(Self.own(try Self.document(risen)).contains("De stijging is groter dan toeval"))
    let unclear = try change(27)
    #expect(unclear.balance.change?.direction == "unclear")
    let text = Self.own(try Self.document(unclear))
    #expect(text.contains("kan toeval zijn") && !text.contains("stijging"))
  }

  @Test func groupsAreNotRankedBelowAHundred() throws {
    let few = try #require(try Self.facts(Review.all + Review.plain(60)).groups)
    #expect(few.field == "winkel" && !few.isRanked && few.rows.map(\.name) == ["Gent", "Zwolle"])
    let many = try #require(
      try Self.facts(Review.plain(220) + Review.soup.repeated(20, date: "2026-02-02")).groups)
    #expect(many.isRanked && many.rows.map(\.name) == ["Gent", "Zwolle"])
    var request = BriefRequest()
    request.field = "kleur"
    #expect(throws: BriefError.self) { try Self.facts(Review.all, request) }
  }

  @Test(arguments: [("1-5", Double?.some(4)), ("1-10", nil)])
  func meansAreComparedOnOneScale(scale: String, previousMean: Double?) throws {
    let before = Review.plain(4, date: "2025-11-01", grade: 4).map {
      var review = $0
      review.id = "oud-" + (review.id ?? "")
      review.ratingScale = scale
      return review
    }
    let now = Review.plain(30, grade: 5).map {
      var review = $0
      review.ratingScale = "1-5"
      review.text += " Tot ziens."
      return review
    }
    let grades = try #require(try Self.facts(before + now).grades)
    #expect(grades.mean == 5 && grades.scale == "1-5" && grades.previousMean == previousMean)
  }

  // MARK: Stories

  @Test func whatIsSensitiveIsCountedAndNotQuoted() throws {
    let facts = try Self.facts(Review.all)
    #expect(facts.sensitive == 1)
    let text = Self.whole(try Self.document(facts))
    #expect(text.contains("Eén gevoelig verhaal citeren we niet"))
    #expect(!text.contains("aanmaning"))
  }

  @Test func copiesAreToldOnce() throws {
    var copy = Review.soup
    copy.text = copy.text.replacing("pan soep", with: "kom soep")
    copy.id = "kopie"
    let facts = try Self.facts([.soup, copy])
    // Which of the two it is hangs on what their words weigh, not on their order.
    #expect(facts.good.count == 1)
    #expect(try Self.facts([copy, .soup]).good.map(\.id) == facts.good.map(\.id))
  }

  @Test(arguments: [(10, true), (7, true), (6, false), (1, false)])
  func aGradeMustAgree(grade: Int, isTold: Bool) throws {
    var review = Review.soup
    review.rating = Fixed(grade) * 10_000
    #expect(try Self.facts([review]).good.isEmpty != isTold)
  }

  @Test func namesAreMaskedUnlessTheyAreToStay() throws {
    let masked = try Self.facts([.lamp])
    #expect(Self.whole(try Self.document(masked)).contains("[persoon]"))
    #expect(!String(decoding: try masked.json(), as: UTF8.self).contains("Sanne"))
    var request = BriefRequest()
    request.keepsPersonal = true
    let open = Self.whole(try Self.document(try Self.facts([.lamp], request)))
    #expect(open.contains("Sanne de Vries") && open.contains("niet afgeschermd"))
  }

  /// Sources are named by files, and these at times by a person.
  @Test func namesOfSourcesAreMaskedAndCountedApart() throws {
    let sources = ["klachten Sanne de Vries", "klachten Pieter Jansen"]
    let reviews = zip(sources, [Review.lamp, .soup]).flatMap { source, story in
      (Review.plain(12, grade: 9)
        + Review.plain(11, grade: 7).map {
          var review = $0
          review.id = "zeven-" + (review.id ?? "")
          review.text += " Tot ziens."
          return review
        } + [story]).map {
          var review = $0
          review.source = source
          return review
        }
    }
    let facts = try Self.facts(reviews)
    let masked = "klachten [persoon]"
    #expect(
      facts.sources.map(\.name) == [masked, masked] && facts.sources.map(\.reviews) == [24, 24])
    #expect(facts.grades?.source == masked && facts.step?.source == masked)
    #expect(Set(facts.good.map(\.source)) == [masked])
    let json = String(decoding: try facts.json(), as: UTF8.self)
    #expect(!json.contains("Vries") && !json.contains("Jansen"))
    var request = BriefRequest()
    request.keepsPersonal = true
    #expect(try Self.facts(reviews, request).sources.map(\.name) == sources)
  }

  @Test func onlyWhatIsAllowedLeaves() throws {
    var allowed = Review.soup
    allowed.permission = Permission(.allowed, date: "2026-03-05")
    var refused = Review.plinth
    refused.permission = Permission(.refused)
    var named = Review.lamp
    named.text =
      "De lamp was stuk. Toen belde ik met Blufkoning en binnen een uur stond de monteur ongevraagd met een nieuwe en een bos bloemen op de stoep."
    named.permission = Permission(.allowed, date: "2026-03-05")
    var request = BriefRequest()
    request.audience = .external
    let facts = try Self.facts([allowed, refused, named, .system], request)
    #expect(facts.good.map(\.id) == ["soep"] && facts.bad.isEmpty)
    // A name that is masked is not shown.
    named.text = Review.lamp.text
    #expect(named.text.contains("Sanne"))
    #expect(try Self.facts([named], request).good.map(\.id) == ["lamp"])
    request.keepsPersonal = true
    #expect(try Self.facts([named], request).good.isEmpty)
    let text = Self.whole(try Self.document(facts, audience: .external))
    #expect(!text.contains("Blufkoning") && !text.contains("wacht") && !text.contains("intern"))
    let json = String(decoding: try facts.json(), as: UTF8.self)
    for id in ["plint", "lamp", "systeem"] { #expect(!json.contains("\"\(id)\"")) }
    #expect(facts.open == nil && facts.look.isEmpty && facts.barred.isEmpty && facts.words.isEmpty)
  }

  @Test func aClosedCaseDoesNotWait() throws {
    var allowed = Review.system
    allowed.permission = Permission(.allowed, date: "2026-03-12")
    let invented = try InventedStore([allowed])
    func facts(_ audience: BriefAudience) throws -> BriefFacts {
      var request = BriefRequest()
      request.audience = audience
      return try BriefFacts(invented.store, request, analyzer: InventedStore.analyzer)
    }
    let open = try facts(.internal)
    #expect(open.open == 1 && open.barred.map(\.waiting) == [1] && open.bad.map(\.isOpen) == [true])
    #expect(Self.whole(try Self.document(open)).contains("wacht nog op antwoord"))
    #expect(try facts(.external).bad.isEmpty)
    try invented.store.setDone("2026-03-20", invented.store.matches(id: "systeem"))
    let closed = try facts(.internal)
    #expect(closed.open == 0 && closed.barred.map(\.waiting) == [0])
    #expect(closed.barred.map(\.stories) == [1] && closed.bad.map(\.isOpen) == [false])
    #expect(!Self.whole(try Self.document(closed)).contains("wacht nog op antwoord"))
    #expect(try facts(.external).bad.map(\.id) == ["systeem"])
  }

  @Test func permissionsAreShown() throws {
    var allowed = Review.soup
    allowed.permission = Permission(.allowed, date: "2026-03-05")
    let text = Self.whole(try Self.document(try Self.facts([allowed, .plinth])))
    #expect(text.contains("mag naar buiten (akkoord 5 maart)"))
    #expect(text.contains("vraag toestemming"))
  }

  @Test(arguments: [
    (BriefReader.board, "Wat niet mocht", "Van een 7 naar een 9"),
    (.team, "Van een 7 naar een 9", "Eén besluit"),
    (.marketing, "Wat we eerlijk kunnen zeggen", "Wat niet mocht"),
  ])
  func aReaderGetsTheirParts(reader: BriefReader, has: String, lacks: String) throws {
    let text = Self.own(try Self.document(try Self.facts(Review.all), reader: reader))
    #expect(text.contains(has) && !text.contains(lacks))
    #expect(text.contains("Hoe we dit weten"))
  }

  @Test func theLastBriefSaysWhatIsNew() throws {
    let facts = try Self.facts([.system])
    #expect(facts.barred.map(\.again) == [nil])
    var request = BriefRequest()
    request.previous = BriefRequest.Previous(json: Data(try facts.json()))
    let again = try Self.facts([.system], request)
    #expect(again.barred.map(\.again) == [true])
    #expect(Self.own(try Self.document(again)).contains("ook vorige keer"))
    request.previous = BriefRequest.Previous(json: Data(try Self.facts([.soup]).json()))
    #expect(Self.own(try Self.document(try Self.facts([.system], request))).contains("nieuw"))
    #expect(BriefRequest.Previous(json: Data("[1]".utf8)) == nil)
  }

  @Test func claimsAreHeldAgainstStories() throws {
    var request = BriefRequest()
    request.claims = ["Onze bezorger doet ongevraagd meer.", "Wij verkopen de mooiste vliegers."]
    let facts = try Self.facts([.soup, .system], request)
    #expect(facts.claims.map(\.confirming) == [1, 0])
    #expect(facts.claims.map(\.contradicting) == [0, 0])
    let text = Self.whole(try Self.document(facts))
    #expect(text.contains("Bevestigt: één verhaal") && text.contains("Geen verhaal gaat hierover"))
  }

  /// However many are not kept to be quoted, or may not be.
  @Test func claimsCountEveryStoryThatTheBalanceCounts() throws {
    var request = BriefRequest()
    request.claims = ["De bezorger komt op zondag, en de kast staat niet in de schuur."]
    request.audience = .external
    var allowed = Review.soup
    allowed.permission = Permission(.allowed, date: "2026-03-05")
    var copy = allowed
    copy.id = "kopie"
    let few = try Self.facts(
      [allowed, copy] + Review.system.repeated(3, date: "2026-03-20"), request)
    #expect(few.claims.map(\.confirming) == [1] && few.claims.map(\.contradicting) == [3])
    #expect(few.claims[0].stories.map(\.id) == ["soep"] && few.bad.isEmpty)
    let page = Self.whole(try Self.document(few, audience: .external))
    #expect(page.contains("Spreekt tegen: drie verhalen"))
    let many = try Self.facts(Review.soup.repeated(1_001, date: "2026-02-02"), request)
    #expect(many.claims.map(\.confirming) == [1_001] && many.balance.good == 1_001)
  }

  @Test func pillarsNeedThreeCustomers() throws {
    let two = try Self.facts(Review.soup.repeated(2, date: "2026-02-02"))
    #expect(two.pillars.isEmpty)
    let three = try Self.facts(Review.soup.repeated(3, date: "2026-02-02"))
    #expect(three.pillars.map(\.stories) == [3] && three.pillars[0].driver == "gesture")
  }

  @Test func ownWordsHoldNoNamesAndNothingSensitive() throws {
    let reviews =
      Review.soup.repeated(25, date: "2026-02-02").map {
        var review = $0
        review.text += " Zij hebben meegedacht, met dank aan Sanne de Vries."
        return review
      } + Review.reminder.repeated(25, date: "2026-02-03") + Review.plain(60)
    let words = try Self.facts(reviews).words
    #expect(!words.isEmpty && words.allSatisfy { $0.count >= 3 })
    for name in ["sanne", "vries", "overleden", "aanmaning"] {
      #expect(!words.contains { $0.text.contains(name) }, "\(words)")
    }
  }

  @Test func theDayOfMakingDoesNotMoveThePeriod() throws {
    var request = BriefRequest()
    request.today = Day("2026-04-02")
    let facts = try Self.facts(Review.plain(40), request)
    #expect(facts.period.first == "2026-01-01" && facts.today == "2026-04-02")
    #expect(Self.own(try Self.document(facts)).contains("gemaakt op 2 april 2026"))
  }

  @Test func whoIsThankedByNameIsCountedAndShownInPraiseOnly() throws {
    var complaint = Review.system
    complaint.text += " Sanne wist van niets."
    var request = BriefRequest()
    request.staff = ["Sanne de Vries", "Sanne"]
    let facts = try Self.facts([.lamp, complaint], request)
    #expect(facts.thanked == 1)
    let text = Self.whole(try Self.document(facts))
    #expect(text.contains("Eén klant bedankte een collega bij naam"))
    #expect(!text.contains("Sanne wist") && text.contains("[persoon] wist"))
    request.audience = .external
    #expect(try Self.facts([.lamp], request).thanked == nil)
  }
}
