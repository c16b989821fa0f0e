/// What was asked for on the command line.
struct BenchOptions: Equatable {
  var megabytes = 64
  var rounds = 3
  var seed: UInt64 = 1
  var corpus = Checkout.file("Corpus")
  /// Beside this program by default.
  var verhaal: String?
  var python = "python3"
  var comparesPeers = false
  var measuresGrowth = false
  var updatesExpected = false
  /// Where files are written and kept; a folder that goes away by default.
  var folder: String?
  var format = Format.text
  var showsHelp = false

  enum Format { case text, markdown, json }

  static let help = """
    verhaal-bench: measure verhaal, and fail where an answer is wrong

    usage: verhaal-bench [FLAGS]

    A dump is generated from the sentences of the corpus, the same for the same size and seed, no two texts alike. The
    program goes through it in every way, as a process of its own; the stages are timed in this one. Of all rounds the
    best is shown. What comes out is held against an analysis one text at a time and against counts that are kept with
    the sources; where it differs, the row is named and the exit code is 1.

    MB/s        of the input, uncompressed, in millions of bytes; stages: of the whole file and of CPU, so that they add up
    seconds     of the best round; spread: how much longer the worst took
    CPU         seconds of all cores together in the best round, the system's work included. What runs on one core is
                compared by it, as it does not wait for what else the machine does
    peak        the most memory; what is below that of this program itself (shown at the end) is not seen
    write       is what `mine` takes on one thread beyond reading, analysing and starting (the CPU of `explain`): also
                ids and the summary
    per byte    how much more CPU a byte takes than in the smallest dump
    peers       read the same lines, slow ones the first few MB; loading their libraries and models is not counted

    examples:
      verhaal-bench
      verhaal-bench --size 4 --rounds 1
      verhaal-bench --compare --python /tmp/venv/bin/python --growth --markdown

    flags:
      --size MB          JSON Lines to generate; default 64
      --rounds N         how often each is run; default 3
      --seed N           of the generator; default 1
      --compare          also run wc -w, DuckDB, fastText, spaCy and textblob-nl, as far as they are installed
      --python PATH      the Python that has them; default python3
      --growth           also 10 MB, 100 MB and 1 GB, a million empty reviews, an endless line, a review of 16 MB
      --markdown         write the tables as Markdown
      --json             write everything as JSON
      --corpus DIR       take the sentences from here; default the Corpus of the checkout
      --verhaal PATH     the program; default the one beside this
      --in DIR           write the dumps and what comes of them here, and leave them
      --update-expected  keep the counts that were found as those to expect
      --help             show this
    """

  init(_ words: some Sequence<String>) throws(BenchError) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      func value() throws(BenchError) -> String {
        guard let value = rest.popFirst() else {
          throw BenchError("\(word) needs a value", hint: "see --help")
        }
        return value
      }
      func number(atMost most: Int) throws(BenchError) -> Int {
        let text = try value()
        guard let number = Int(text), 1...most ~= number else {
          throw BenchError(
            "\(word) is a number from 1 to \(most), not ‘\(text)’", hint: "see --help")
        }
        return number
      }
      switch word {
      case "--size": megabytes = try number(atMost: 10_000)
      case "--rounds": rounds = try number(atMost: 1_000)
      case "--seed": seed = UInt64(try number(atMost: .max))
      case "--corpus": corpus = try value()
      case "--verhaal": verhaal = try value()
      case "--python": python = try value()
      case "--in": folder = try value()
      case "--compare": comparesPeers = true
      case "--growth": measuresGrowth = true
      case "--update-expected": updatesExpected = true
      case "--markdown": format = .markdown
      case "--json": format = .json
      case "--help", "-h": showsHelp = true
      default: throw BenchError("there is no flag \(word)", hint: "see --help")
      }
    }
  }
}
