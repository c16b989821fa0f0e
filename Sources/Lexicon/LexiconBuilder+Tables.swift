/// The rows of tables.
extension LexiconBuilder {
  mutating func addNorms(_ text: Span<UInt8>) {
    // The line in which each spelling was seen, 0 where in none.
    var lines = [Int32](repeating: 0, count: words.entries.count)
    var rows = TextRows(text)
    while rows.advanceLine(in: text) {
      guard let (cell, norms) = found.norms(&rows, of: "forms", text) else { continue }
      var forms = TextWords(cell)
      var isFirst = true
      while let form = forms.next(in: text) {
        let spelling = Int(words.number(of: text, form))
        while lines.count <= spelling { lines.append(0) }
        if lines[spelling] > 0 {
          found.report(
            rows.line, form,
            "‘\(text.string(form))’ stands in line \(lines[spelling]) already")
        }
        lines[spelling] = Int32(rows.line.number)
        words.setNorms(norms, of: spelling)
        words.addToRow(Int32(spelling), isFirst: isFirst)
        isFirst = false
      }
    }
  }

  mutating func addClass(_ name: String, _ text: Span<UInt8>) {
    let nameBytes = Array(name.utf8)
    var number = classNames.number(of: nameBytes.span, 0..<nameBytes.count)
    var rows = TextRows(text)
    while rows.advance(in: text) {
      var forms = TextWords(rows.line.range)
      var isFirst = true
      // A row that begins with a form to take out is no row of a lemma.
      var isRow = true
      while let form = forms.next(in: text) {
        let takesOut = text[form.lowerBound] == UInt8(ascii: "-") && form.count > 1
        if isFirst { isRow = !takesOut }
        if rows.cells.count > 1 && text.contains(UInt8(ascii: "\t"), in: form) {
          found.report(rows.line, form, "a class file has one column: forms, with spaces between")
        } else if takesOut {
          let rest = form.lowerBound + 1..<form.upperBound
          words.takeOut(words.number(of: text, rest), ofClass: number)
        } else {
          if number == 0 { number = classNames.insert(nameBytes.span, 0..<nameBytes.count) }
          let spelling = words.number(of: text, form)
          words.put(spelling, inClass: number)
          if isRow { words.addToRow(spelling, isFirst: isFirst) }
        }
        isFirst = false
      }
    }
  }

  mutating func addAbbreviations(_ text: Span<UInt8>) {
    var rows = TextRows(text)
    while rows.advance(in: text) {
      let cells = rows.cells
      guard cells.count == 3, text.contains(UInt8(ascii: "."), in: cells[0]) else {
        found.report(
          rows.line, nil, "expected three columns: form with its full stops, use, meaning")
        continue
      }
      guard let use = Abbreviation.Use(rawValue: text.string(cells[1])) else {
        found.report(rows.line, cells[1], "the use is one of inner, final and numeric")
        continue
      }
      let form = text.string(cells[0])
      abbreviations[form] = Abbreviation(form: form, use: use)
    }
  }

  mutating func addFrequencies(_ text: Span<UInt8>) {
    var rows = TextRows(text)
    while rows.advance(in: text) {
      guard rows.cells.count == 2, !rows.cells[0].isEmpty, let count = text.count(rows.cells[1])
      else {
        found.report(rows.line, nil, "expected two columns: form, occurrences in a million tokens")
        continue
      }
      words.setFrequency(count, of: words.number(of: text, rows.cells[0]))
    }
  }

  mutating func addPhrases(_ text: Span<UInt8>) {
    var rows = TextRows(text)
    while rows.advance(in: text) {
      guard rows.cells.count == 2, !rows.cells[1].isEmpty else {
        found.report(rows.line, nil, "expected two columns: evidence, what it says to a reader")
        continue
      }
      phrases[text.string(rows.cells[0])] = text.string(rows.cells[1])
    }
  }

  mutating func addParameters(_ text: Span<UInt8>) {
    var rows = TextRows(text)
    while rows.advance(in: text) {
      let cells = rows.cells
      guard cells.count == 3 else {
        found.report(rows.line, nil, "expected three columns: name, value, meaning")
        continue
      }
      let name = text.string(cells[0])
      guard let parameter = Parameter(name: name) else {
        found.report(rows.line, cells[0], "no parameter has the name ‘\(name)’")
        continue
      }
      if let value = found.number(cells[1], in: parameter.range, text, rows.line) {
        parameters[parameter.rawValue] = value
      }
    }
  }

  mutating func addModel(_ text: Span<UInt8>) {
    var rows = TextRows(text)
    while rows.advance(in: text) {
      let cells = rows.cells
      let first = text.string(cells[0])
      // A whole model, of which no weight of another may remain.
      if cells.count == 1, first == "-" {
        weights = []
        removeWords()
        continue
      }
      guard cells.count == 4 else {
        found.report(rows.line, nil, "expected four columns: target, evidence, scope, weight")
        continue
      }
      guard let target = ModelTarget(name: first) else {
        found.report(rows.line, cells[0], "no target has the name ‘\(first)’")
        continue
      }
      guard let (scope, weight) = scopedWeight(rows, in: -1_000_000...1_000_000, text)
      else { continue }
      weights.append(
        WeightRow(
          target: target, scope: scope, weight: weight,
          evidence: evidenceName(cells[1], text, rows.line)))
    }
  }

  mutating func addWords(_ text: Span<UInt8>) {
    let targets = WordWeights.targets
    var rows = TextRows(text)
    while rows.advance(in: text) {
      let cells = rows.cells
      // All words, of which none before it may remain.
      if cells.count == 1, text.string(cells[0]) == "-" {
        removeWords()
        continue
      }
      guard cells.count == targets.count + 1, TextWords(cells[0]).rest(in: text) == [cells[0]]
      else {
        let names = targets.map(\.name).joined(separator: ", ")
        found.report(rows.line, nil, "expected six columns: form, \(names)")
        continue
      }
      var weights = SIMD8<Int32>()
      for (target, cell) in zip(targets, cells.dropFirst()) {
        if let weight = found.number(cell, in: WordWeights.range, text, rows.line) {
          weights[Int(target.rawValue)] = weight
        }
      }
      let spelling = words.number(of: text, cells[0])
      let word = words.entries[Int(spelling)].word
      if word > 0 {
        wordWeights.replace(word, by: weights)
      } else if wordWeights.count == WordWeights.capacity {
        return found.report(
          rows.line, nil, "there are more than \(WordWeights.capacity) words with weights")
      } else {
        words.setWord(wordWeights.append(weights), of: spelling)
      }
    }
  }

  private mutating func removeWords() {
    if wordWeights.count == 0 { return }
    wordWeights.removeAll()
    words.removeWords()
  }

  mutating func addPriors(_ text: Span<UInt8>) {
    var rows = TextRows(text)
    while rows.advance(in: text) {
      let cells = rows.cells
      let kind: PriorRow.Kind
      let first = text.string(cells[0])
      switch (first, cells.count) {
      case ("used", 2): kind = .used
      case ("segment", 2): kind = .ofSegment
      case ("tied", 2): kind = .tied
      case ("barred", 2):
        var words = TextWords(cells[1])
        while let word = words.next(in: text) { barredWords.insert(text.string(word)) }
        continue
      case ("used", _), ("segment", _), ("tied", _), ("barred", _):
        found.report(rows.line, nil, "expected two columns: \(first), evidence")
        continue
      default:
        guard let target = ModelTarget(name: first) else {
          found.report(
            rows.line, cells[0],
            "expected used, segment, tied, barred or a target; no target has the name ‘\(first)’")
          continue
        }
        guard cells.count == 4 else {
          found.report(rows.line, nil, "expected four columns: target, evidence, scope, prior")
          continue
        }
        guard let (scope, weight) = scopedWeight(rows, in: -100_000...100_000, text)
        else { continue }
        kind = .weight(target, scope, weight)
      }
      var names = TextWords(cells[1])
      while let name = names.next(in: text) {
        priors.append(PriorRow(kind: kind, evidence: evidenceName(name, text, rows.line)))
      }
    }
  }

  /// The scope in the third cell and the weight in the fourth, or nil with a problem.
  private mutating func scopedWeight(
    _ rows: TextRows, in range: ClosedRange<Fixed>, _ text: Span<UInt8>
  ) -> (EvidenceScope, Fixed)? {
    let name = text.string(rows.cells[2])
    guard let scope = EvidenceScope(name: name) else {
      found.report(rows.line, rows.cells[2], "no scope has the name ‘\(name)’")
      return nil
    }
    return found.number(rows.cells[3], in: range, text, rows.line).map { (scope, $0) }
  }

  private mutating func evidenceName(
    _ name: Range<Int>, _ text: Span<UInt8>, _ line: TextLine
  ) -> EvidenceName {
    EvidenceName(
      number: evidence.insert(text, name), path: found.origin, line: line.number,
      column: line.column(of: name))
  }
}
