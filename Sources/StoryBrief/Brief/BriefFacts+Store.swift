import Essentials
import Lexicon
import Privacy
import ReviewStore
import StoryAnalysis
import StoryFigures

extension BriefFacts {
  /// The newest quarter is the period where it has at least so many reviews to count; else it is everything.
  private static let leastReviews = 30
  /// The smallest N for shares of a hundred, and for a ranking.
  static let leastForShares = 100
  private static let mostGroups = 12
  private static let leastInGroup = 5
  /// 0 to 3: what is below is no story for anyone else.
  private static let leastOfOnlySetback: Fixed = 6_000

  /// Collects the facts in one pass over a store.
  ///
  /// - Throws: `StoreError`; `BriefError` where what is asked for is not there; `WordsError`, which the tests rule out.
  public init(_ store: ReviewStore, _ request: BriefRequest, analyzer: Analyzer) throws {
    let external = request.audience == .external
    let mask = try Mask(
      keepsPersonal: request.keepsPersonal, staff: external ? [] : request.staff,
      analyzer: analyzer)
    var thanked = 0
    let fields = try store.fieldValues()
    let roles = FieldRoles(fields, chosen: request.field)
    let newest = try store.newestDate(source: request.source).flatMap { Day($0) }
    var tally = BriefTally(
      try Self.period(request, newest: newest, store), permittedOnly: external)
    let redactor = request.keepsPersonal ? nil : try Redactor()
    var words = OwnWords(analyzer: analyzer, redactor: redactor)
    var claimTally = ClaimTally(request.claims, analyzer: analyzer)
    try store.forEachFigureRow(
      source: request.source, grouping: roles.grouping.map(FigureGrouping.field)
    ) { row, review in
      tally.add(row, review) { roles.place(of: review.fields) }
      guard row.counts, tally.period.holds(row.day) else { return }
      claimTally.add(row, text: review.text)
      guard StoryCandidate.mayBeQuoted(row) else { return }
      words.add(review.text, isStory: row.side == .good || row.side == .bad)
      let praise = mask.praise(
        in: review.text, titleLength: review.titleLength, label: row.label, flags: row.flags)
      if praise.contains(where: { !mask.staff(in: review.text, $0).isEmpty }) { thanked += 1 }
    }

    analyzers = try store.analyzers.sorted()
    title = request.title
    audience = request.audience.rawValue
    reader = request.reader.rawValue
    newestDate = newest?.description
    today = request.today?.description
    period = Days(tally.period)
    read = tally.now.total
    count = tally.now.count
    firstDate = tally.now.firstDay?.description
    lastDate = tally.now.lastDay?.description
    excluded = Excluded(
      tooShort: tally.now.tooShort, noExperience: tally.now.noExperience,
      otherLanguage: tally.now.otherLanguage, duplicates: tally.now.duplicates,
      undated: tally.undated)
    sources = tally.sources.map { Source(name: mask.shown($0.name), reviews: $0.reviews) }
    let hasPrevious = tally.before.count > 0
    if let previous = tally.previous, hasPrevious {
      previousPeriod = Days(previous)
      previousCount = tally.before.count
    }
    cells = StoryCell.allCases.map { Self.cell($0, tally) }
    balance = Self.balance(tally)
    grades = Self.grades(tally, mask)
    groups = try Self.groups(
      tally, roles, mask, isAsked: request.field != nil, known: fields.map(\.name))

    let candidates = [tally.good, tally.bad].map { side in
      external ? side.filter { Self.namesNobody($0, redactor, analyzer) } : side
    }
    let selections = candidates.map {
      StorySelection($0, mostWords: request.mostQuoteWords, analyzer: analyzer)
    }
    good = selections[0].best.map { Story($0, mask) }
    var setbacks = selections[1].best
    if setbacks.isEmpty {
      // A brief without a setback would be only half of what customers tell: then the best there is.
      setbacks = Array(
        StorySelection(
          candidates[1], leastMemorability: Self.leastOfOnlySetback,
          mostWords: request.mostQuoteWords, analyzer: analyzer
        ).best.prefix(1))
    }
    bad = setbacks.map { Story($0, mask) }
    opens = good.first.map(\.isHeadline) ?? false

    step = Self.step(tally, mask)
    setSubjects(tally, request)
    if external {
      // What leaves holds nothing of what is still to be done, and no words of those who did not allow it.
      barred = []
      pillars = []
    } else {
      sensitive = tally.sensitive
      open = tally.open
      self.thanked = request.staff.isEmpty ? nil : thanked
      look = Self.look(self, selections, mask)
      self.words = words.phrases
    }
    claims = claimTally.claims.map { Claim($0, candidates, request, mask, analyzer) }
    invited = request.invited
    sample = request.sample
    isMasked = !request.keepsPersonal
  }

  // MARK: Period

  private static func period(
    _ request: BriefRequest, newest: Day?, _ store: ReviewStore
  ) throws(StoreError) -> BriefPeriod {
    if let period = request.period { return period }
    guard let newest else { return BriefPeriod() }
    let quarter = BriefPeriod(quarterOf: newest)
    let count = try store.experienceCount(
      from: quarter.first?.description ?? "", to: quarter.last?.description ?? "")
    return count >= leastReviews ? quarter : BriefPeriod()
  }

  // MARK: Figures

  static func share(_ count: Int, of whole: Int) -> Int? {
    whole < leastForShares ? nil : Int((100 * Double(count) / Double(whole)).rounded())
  }

  private static func points(_ value: Double) -> Int { Int((100 * value).rounded()) }

  private static func cell(_ cell: StoryCell, _ tally: BriefTally) -> Cell {
    let count = tally.now.count(cell)
    let hasPrevious = tally.before.count > 0
    let previous = tally.before.count(cell)
    return Cell(
      cell: cell.key, count: count, share: share(count, of: tally.now.count),
      previousCount: hasPrevious ? previous : nil,
      previousShare: share(previous, of: tally.before.count))
  }

  private static func balance(_ tally: BriefTally) -> Balance {
    let (good, bad) = tally.now.sides(of: .story)
    var facts = Balance(good: good, bad: bad, turns: tally.now.count(.turn))
    guard tally.now.count >= leastForShares else { return facts }
    let now = tally.now.balance(.story)
    facts.points = now.value.map(points)
    facts.low = points(now.low)
    facts.high = points(now.high)
    guard tally.before.count >= leastForShares else { return facts }
    let before = tally.before.balance(.story)
    let change = StoryFigures.Change(from: before, to: now)
    facts.previousPoints = before.value.map(points)
    // A fall is told by its size.
    let isFall = change.direction == .fallen
    facts.change = Change(
      direction: change.direction.rawValue,
      low: points(isFall ? -change.high : change.low),
      high: points(isFall ? -change.low : change.high))
    return facts
  }

  /// Of the source with the most grades; a mean is taken of one scale only.
  private static func grades(_ tally: BriefTally, _ mask: Mask) -> Grades? {
    let known = tally.grades.filter { $0.value.count > 0 && tally.steps[$0.key]?.scale != nil }
    guard
      let (source, sum) = known.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      let scale = tally.steps[source]?.scale
    else { return nil }
    func mean(_ sum: Int64, _ count: Int) -> Double {
      (10 * Double(sum) / Double(count) / Double(Fixed.one)).rounded(.toNearestOrEven) / 10
    }
    return Grades(
      source: mask.shown(source), scale: scale.rawValue, mean: mean(sum.sum, sum.count),
      previousMean: sum.previousScales == [scale]
        ? mean(sum.previousSum, sum.previousCount) : nil,
      nines: sum.nines, nineStories: sum.nineStories)
  }

  private static func groups(
    _ tally: BriefTally, _ roles: FieldRoles, _ mask: Mask, isAsked: Bool, known: [String]
  ) throws(BriefError) -> Groups? {
    guard let field = roles.grouping else { return nil }
    let counted = tally.groups.filter { $0.value.count > 0 }
    if isAsked && counted.isEmpty { throw .noField(field, known: known) }
    if isAsked && counted.count > mostGroups {
      throw .tooManyValues(field, count: counted.count, most: mostGroups)
    }
    let isAcross = tally.sources.count > 1
    // Where every value has a source of its own, they are the sources.
    let areSources = isAcross && counted.keys.allSatisfy { tally.groupSources[$0]?.count == 1 }
    // Values of one review each tell reviews apart and put none together.
    let areShared = counted.values.contains { $0.count >= leastInGroup }
    guard isAsked || (!areSources && areShared && (2...mostGroups).contains(counted.count)) else {
      return nil
    }
    let isRanked =
      !isAcross && counted.count > 1 && counted.allSatisfy { $0.value.count >= leastForShares }
    let standard = LengthStandard(counted.values.reduce(into: ReviewCounts()) { $0.add($1) })
    let rows = counted.sorted { first, second in
      let values = [first, second].map {
        isRanked ? standard.balance(.story, of: $0.value).value ?? 0 : 0
      }
      return values[0] != values[1] ? values[0] > values[1] : first.key < second.key
    }
    return Groups(
      field: field, isRanked: isRanked, isAcrossSources: isAcross,
      rows: rows.map {
        let (good, bad) = $0.value.sides(of: .story)
        return Groups.Row(name: mask.shown($0.key), good: good, bad: bad, count: $0.value.count)
      })
  }

  /// Of the source in which there is most to compare.
  private static func step(_ tally: BriefTally, _ mask: Mask) -> Step? {
    func size(_ step: GradeStep) -> Int { min(step.nines, step.sevens) }
    let known = tally.steps.filter { $0.value.scale != nil && size($0.value) > 0 }
    guard
      let (source, step) = known.max(by: { (size($0.value), $1.key) < (size($1.value), $0.key) }),
      let scale = step.scale
    else { return nil }
    let rows = step.associations.compactMap { association -> Step.Row? in
      guard case .driver(let driver) = association.mention, association.low > 0 else { return nil }
      return Step.Row(driver: driver.name, nine: association.nine, seven: association.seven)
    }
    return Step(
      source: mask.shown(source), scale: scale.rawValue, nines: step.nines, sevens: step.sevens,
      rows: Array(rows.prefix(3)))
  }

  // MARK: Subjects

  /// What an organisation itself allows or not, apart from what it sells.
  private static let barring: [Driver] = [
    .rules, .costs, .promise, .reach, .information, .solution, .speed, .trust,
  ]

  private mutating func setSubjects(_ tally: BriefTally, _ request: BriefRequest) {
    hasPreviousBrief = request.previous != nil
    /// The most frequent ones first; equal ones in the order of their names.
    func ranked(_ count: (BriefTally.Subject) -> Int) -> [(
      driver: Driver, subject: BriefTally.Subject
    )] {
      tally.subjects.filter { count($0.value) > 0 }
        .sorted { (count($1.value), $0.key.name) < (count($0.value), $1.key.name) }
        .map { (driver: $0.key, subject: $0.value) }
    }
    let setbacks = ranked(\.bad)
    let shown = setbacks.filter { Self.barring.contains($0.driver) }.prefix(3)
    let hasPrevious = previousPeriod != nil
    barred = shown.map { driver, subject in
      Cause(
        driver: driver.name, stories: subject.bad, waiting: subject.waiting,
        again: request.previous.map { $0.barred.contains { $0.driver == driver.name } }
          ?? (hasPrevious ? subject.previousBad > 0 : nil))
    }
    otherSetbacks = balance.bad - barred.reduce(0) { $0 + $1.stories }
    mainSetback = setbacks.first.flatMap { $0.subject.bad > 1 ? $0.driver.name : nil }
    let goods = ranked(\.good)
    mainGood = goods.first.flatMap { $0.subject.good > 1 ? $0.driver.name : nil }
    pillars = goods.filter { $0.subject.good >= 3 }.prefix(3).map { driver, subject in
      Pillar(
        driver: driver.name, stories: subject.good, asked: subject.asked,
        allowed: subject.allowed, setbacks: subject.bad)
    }
    sameAsFirst = good.first?.driver.flatMap { name in
      goods.first { $0.driver.name == name }.map { $0.subject.good - 1 }
    }
  }

  /// Three places to go to, each with the stories that lead there.
  private static func look(
    _ facts: BriefFacts, _ selections: [StorySelection], _ mask: Mask
  ) -> [Look] {
    func ids(_ driver: String, in stories: [StorySelection.Chosen], _ shown: [Story]) -> [String] {
      // Those that are quoted first.
      let quoted = shown.filter { $0.driver == driver }.map(\.id)
      let others = stories.filter { $0.candidate.driver?.name == driver }.map {
        mask.shown($0.candidate.review.id)
      }
      return Array((quoted + others.filter { !quoted.contains($0) }).prefix(2))
    }
    let bad = selections[1].readable
    let causes = facts.barred.map(\.driver) + bad.compactMap { $0.candidate.driver?.name }
    var found: [Look] = []
    for driver in causes where found.count < 3 && !found.contains(where: { $0.driver == driver }) {
      let ids = ids(driver, in: bad, facts.bad)
      if !ids.isEmpty { found.append(Look(driver: driver, ids: ids)) }
    }
    if let gesture = facts.good.first(where: { $0.driver == Driver.gesture.name }) {
      found = found.prefix(2) + [Look(driver: Driver.gesture.name, ids: [gesture.id])]
    }
    return found
  }

  // MARK: Permission

  /// Whether a story waits for nothing and seems to name nobody, so that it may leave.
  private static func namesNobody(
    _ candidate: StoryCandidate, _ redactor: Redactor?, _ analyzer: Analyzer
  ) -> Bool {
    guard !candidate.isOpen else { return false }
    var text = candidate.review.text
    // What is masked is not shown.
    for span in redactor?.redact(text.span).spans ?? [] {
      for at in span.range { text[at] = UInt8(ascii: " ") }
    }
    // A word that no table knows, with a capital inside a sentence, is mostly a name, and might be of another company.
    return !analyzer.words(of: text, titleLength: candidate.review.titleLength)
      .contains { !$0.isKnown && $0.isCapitalised && !$0.isFirst }
  }
}

extension BriefFacts.Days {
  init(_ period: BriefPeriod) {
    self.init(
      name: period.name.rawValue, first: period.first?.description, last: period.last?.description)
  }
}
