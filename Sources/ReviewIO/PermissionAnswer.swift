/// What a column on permission says of a review.
public enum PermissionAnswer: Sendable, Equatable {
  /// On which day, as `yyyy-mm-dd`, where that is said.
  case given(date: String?)
  case refused

  /// Reads a value: a day and nothing else is a yes, and among other words the words decide, whatever day stands there.
  ///
  /// - Returns: nil for what is not clearly a yes and no no.
  public init?(_ bytes: Span<UInt8>, _ range: Range<Int>, monthFirst: Bool = false) {
    let range = bytes.trimmed(range)
    guard range.count <= Self.mostBytes else { return nil }
    if range.count == 1, let isGiven = Self.digits[bytes[range.lowerBound]] {
      self = isGiven ? .given(date: nil) : .refused
      return
    }
    let said = Said(bytes, range)
    if said.no && !said.yes && !said.open {
      self = .refused
      return
    }
    guard !said.no, !said.open, !said.other else { return nil }
    let date = CalendarDate(bytes, range, monthFirst: monthFirst)
    guard said.yes || said.leave || date != nil else { return nil }
    self = .given(
      date: date.map {
        var text: [UInt8] = []
        $0.append(to: &text)
        return String(decoding: text, as: UTF8.self)
      })
  }

  /// A longer value is a text, of which one word says nothing.
  private static let mostBytes = 64

  private static let digits: [UInt8: Bool] = [
    UInt8(ascii: "1"): true, UInt8(ascii: "0"): false,
  ]

  /// Which kinds of words stand in a value.
  private struct Said {
    var yes = false
    var leave = false
    var no = false
    var open = false
    var other = false

    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      var i = range.lowerBound
      while i < range.upperBound {
        let start = i
        while i < range.upperBound && Self.isLetter(bytes[i]) { i += 1 }
        if i == start {
          i += 1
          continue
        }
        switch PermissionAnswer.words.meaning(bytes, start..<i) {
        case .yes: yes = true
        case .leave: leave = true
        case .no: no = true
        case .open: open = true
        case .day: break
        case nil: if !DateParts.isMonth(bytes, start..<i) { other = true }
        }
      }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
      byte >= 0x80 || Byte.folded(byte) &- 0x61 < 26
    }
  }

  private enum Word {
    case yes
    /// What is given or, after a no, is not.
    case leave
    case no
    /// What says that there is no answer as yet, or turns a no round.
    case open
    /// What stands in a day and a time.
    case day
  }

  private static let words = FoldedWords<Word>(
    [
      (Word.yes, "ja j yes y true waar wel ok oke oké graag"),
      (.leave, "akkoord toegestaan toestemming gegeven verleend allowed granted agreed given"),
      (
        .no,
        """
        nee neen n no false onwaar niet geen nooit geweigerd weigert weigering ingetrokken herroepen afgewezen verlopen \
        not none never refused denied declined rejected revoked withdrawn expired
        """
      ),
      (
        .open,
        """
        nog gevraagd aangevraagd antwoord reactie gereageerd bekend toepassing idee mening opmerking opmerkingen \
        commentaar bezwaar bezwaren probleem yet asked requested pending answer response known applicable objection \
        objections problem
        """
      ),
      (
        .day,
        """
        t z u h uur om op van d dd am pm st nd rd th the of at on utc gmt cet cest ma di wo do vr za zo maandag dinsdag \
        woensdag donderdag vrijdag zaterdag zondag mon tue wed thu fri sat sun monday tuesday wednesday thursday friday \
        saturday sunday
        """
      ),
    ].flatMap { kind, list in list.split(separator: " ").map { (String($0), kind) } })
}
