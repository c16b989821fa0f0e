import Lexicon

/// The agreement of two gold files for reading, and as JSON.
struct AgreementPage {
  private let agreement: Agreement

  init(_ agreement: Agreement) { self.agreement = agreement }

  private var rows: [(name: String, matrix: ConfusionMatrix)] {
    [("label", agreement.labels), ("story", agreement.stories)]
  }

  var json: String {
    var json = JSONWriter()
    json.open()
    json.key("count")
    json.integer(agreement.count)
    for (name, matrix) in rows {
      json.key(escaping: name)
      json.open()
      json.key("agreement")
      json.fixed(Fixed(rounding: matrix.accuracy))
      json.key("kappa")
      json.optional(matrix.kappa.map { Fixed(rounding: $0) })
      json.close()
    }
    json.close()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  var text: String {
    var lines = ["\(Number.counted(agreement.count, "review")) labelled in both", ""]
    lines.append(Column.left("", 22) + " agreement     kappa")
    for (name, matrix) in rows {
      lines.append(
        Column.left(name, 22) + Column.right(Number.decimal(matrix.accuracy), 10)
          + Column.right(Number.decimal(matrix.kappa), 10))
    }
    lines.append("")
    lines += ConfusionTable(agreement.labels, title: "first \\ second").lines
    return lines.joined(separator: "\n")
  }
}
