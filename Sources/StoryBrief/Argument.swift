import Lexicon
import StoryAnalysis

/// The reasons of an analysis in words.
public struct Argument {
  private let reasons: [Reason]
  private let lexicon: Lexicon
  private let text: [UInt8]

  /// - Parameter text: what was analysed.
  public init(_ reasons: [Reason], lexicon: Lexicon, text: [UInt8]) {
    self.reasons = reasons
    self.lexicon = lexicon
    self.text = text
  }

  /// One point of an argument.
  public struct Point {
    /// The kind of evidence, as `phrases.tsv` names it.
    public let kind: String
    /// What was seen, in words.
    public let phrase: String
    /// The words in the text, at most three places; empty for what the whole text gives.
    public let quotes: [String]
    /// Where these words stand first, in bytes of the text.
    public let spans: [Range<Int>]
    /// In the score, in ten-thousandths.
    public let weight: Fixed
  }

  /// What makes the words inside a span worth retelling, strongest first, as one sentence; single words say too little.
  public func sentence(within span: Range<Int>, most: Int = 4) -> String {
    let inside = reasons.filter {
      ($0.target == .memorability || $0.target == .story)
        && $0.span.map { span.contains($0.lowerBound) } == true && !$0.isOfWord
    }
    var chosen: [Point] = []
    for point in points(inside) where point.weight > 0 && chosen.count < most {
      // What stands under another point already says nothing new.
      let isNew = point.quotes.contains { quote in !chosen.contains { $0.quotes.contains(quote) } }
      if isNew || point.quotes.isEmpty { chosen.append(point) }
    }
    return chosen.map { point in
      point.quotes.isEmpty
        ? point.phrase : point.phrase + " (" + point.quotes.joined(separator: ", ") + ")"
    }.joined(separator: "; ")
  }

  /// The points for one target, or for one label against another, strongest first.
  public func points(for target: ModelTarget, against other: ModelTarget? = nil) -> [Point] {
    points(
      reasons.compactMap { reason in
        if reason.target == target { return reason }
        guard reason.target == other else { return nil }
        return Reason(
          target: reason.target, span: reason.span, spanUTF16: reason.spanUTF16,
          rule: reason.rule, weight: -reason.weight)
      })
  }

  private struct Quote {
    var weight: Fixed
    let text: String
    let span: Range<Int>
  }

  /// Reasons of one kind: what they add up to, and the words they stand on.
  private struct Sum {
    /// Quotes among which those shown are sought: the strongest, of a text as long as a book.
    private static let most = 100

    var weight: Fixed = 0
    private var quotes: [Quote] = []
    private var places: [String: Int] = [:]

    mutating func add(_ quote: Quote) {
      if let known = places[quote.text] {
        quotes[known].weight = quotes[known].weight.plus(quote.weight)
      } else {
        places[quote.text] = quotes.count
        quotes.append(quote)
      }
    }

    /// The three strongest that are no part of another, in the order of the text.
    var shown: [Quote] {
      let strongest = quotes.enumerated()
        .sorted { (abs($1.element.weight), $0.offset) < (abs($0.element.weight), $1.offset) }
        .prefix(Self.most)
      return strongest.filter { _, quote in
        !strongest.contains { $1.text != quote.text && $1.text.contains(quote.text) }
      }.prefix(3).sorted { $0.offset < $1.offset }.map(\.element)
    }
  }

  /// Reasons of the same kind taken together.
  private func points(_ reasons: [Reason]) -> [Point] {
    var order: [String] = []
    var sums: [String: Sum] = [:]
    for reason in reasons {
      let kind = Argument.kind(of: reason)
      if sums[kind] == nil { order.append(kind) }
      // Taken out, so that it is changed where it is.
      var sum = sums.removeValue(forKey: kind) ?? Sum()
      sum.weight = sum.weight.plus(reason.weight)
      // The phrase for a word quotes it.
      if let span = reason.span, !reason.isOfWord {
        sum.add(Quote(weight: reason.weight, text: quotation(span), span: span))
      }
      sums[kind] = sum
    }
    return order.compactMap { kind in
      guard let sum = sums[kind], sum.weight != 0 else { return nil }
      let quotes = sum.shown
      return Point(
        kind: kind, phrase: lexicon.phrase(for: kind),
        quotes: quotes.map { "“\($0.text)”" }, spans: quotes.map(\.span), weight: sum.weight)
    }.enumerated().sorted {
      (abs($1.element.weight), $0.offset) < (abs($0.element.weight), $1.offset)
    }.map(\.element)
  }

  /// The words of a span, without marks and line ends around them.
  private func quotation(_ span: Range<Int>) -> String {
    let words = String(decoding: text[span], as: UTF8.self).withoutControls()
    let trimmed = words.drop { $0.isPunctuation || $0.isWhitespace }
    return trimmed.isEmpty ? words : String(trimmed)
  }

  /// The kind of evidence in a reason's rule: `rule/kind` or `kind`; all of the shape are one, with the base, since each
  /// alone says little: what a long sentence adds, a long text takes off.
  private static func kind(of reason: Reason) -> String {
    if reason.isOfWord { return reason.rule }
    if Evidence(rawValue: reason.rule)?.isOfShape == true { return Evidence.base.rawValue }
    return reason.rule.split(separator: "/").last.map(String.init) ?? reason.rule
  }
}
