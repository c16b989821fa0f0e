import Privacy

extension Command {
  static let redact = Command(
    name: "redact", operands: "[FILE|-]",
    summary: "Mask the personal data in a text.",
    discussion: """
      The text comes out as it went in, with a mask for each piece of personal data: [persoon], [e-mail], [telefoon]
      (Dutch, Belgian, or with a +), [iban], [bsn] and [rijksregisternummer] (by their check digits or a cue),
      [kaartnummer], [postcode], [adres] (street and number), [ordernummer] (also of customers, invoices, files),
      [url], [ip-adres], [kenteken], [geboortedatum], [account] (@name). Persons are found by given names and by
      cues such as "mevrouw", "geholpen door" or "groetjes". Prices, names of products, years, opening hours, sizes
      and brands that are given names stay. It helps to share texts with care; that nothing is left is not promised.

      With --json, JSON Lines are read. Each line comes out as it was, with "text" masked and "spans" added: start and
      end (UTF-8 bytes) and startUTF16 and endUTF16 into the text as read, maskedStart and maskedEnd (bytes) into the
      masked text, and kind: person, email, phone, iban, bsn, nationalNumber, card, postcode, address, order, url, ip,
      licencePlate, birthdate, handle. Nothing but "text" is masked. Lines without it are reported and left out.
      """,
    examples: [
      "echo 'Geholpen door Sanne, bel 06-12345678.' | verhaal redact",
      "verhaal redact reviews.txt -o masked.txt",
      "verhaal redact --json reviews.jsonl > masked.jsonl",
    ],
    flags: [
      Flag("json", help: "Read JSON Lines and mask \"text\" in each."),
      Flag("output", short: "o", .path("FILE"), help: "Write to a file; stdout by default."),
      Flag(
        "max-record-bytes", .text("N"), help: "The longest line that is read; default 16777216."),
    ]
  ) { arguments in
    guard arguments.operands.count <= 1 else {
      throw UsageError("redact takes one FILE, or - for stdin")
    }
    let limit = try arguments.number("max-record-bytes") ?? 1 << 24
    var run = try RedactRun(
      file: arguments.operands.first ?? "-", output: arguments["output"], limit: limit)
    do {
      return try arguments.has("json")
        ? run.redactJSON(isQuiet: arguments.has("quiet"))
        : run.redactText(isQuiet: arguments.has("quiet"))
    } catch let error as OutputError where error.isBrokenPipe {
      return .done
    }
  }
}
