/// A list of numbers for each form, appended in ascending order; most are empty.
struct FormLists {
  /// The places in `links` of the first and last number of each list; negative where it is empty.
  private var ends: [(first: Int32, last: Int32)]
  /// The numbers of all lists, each with the place of the next one of its list, or a negative number.
  private var links: [(number: Int32, next: Int32)] = []

  init(formCount: Int) { ends = Array(repeating: (-1, -1), count: formCount) }

  mutating func append(_ number: Int32, to form: Int32) {
    let place = Int32(links.count)
    links.append((number, -1))
    let last = ends[Int(form)].last
    if last < 0 { ends[Int(form)].first = place } else { links[Int(last)].next = place }
    ends[Int(form)].last = place
  }

  func isEmpty(_ form: Int) -> Bool { ends[form].first < 0 }

  /// Puts the numbers of a form's list and those of another list, both ascending, into `merged`, each once.
  func merge(_ form: Int, with other: [Int32], into merged: inout [Int32]) {
    merged.removeAll(keepingCapacity: true)
    var next = 0
    var place = ends[form].first
    while place >= 0 {
      let link = links[Int(place)]
      while next < other.count && other[next] < link.number {
        merged.append(other[next])
        next += 1
      }
      if next < other.count && other[next] == link.number { next += 1 }
      merged.append(link.number)
      place = link.next
    }
    merged += other[next...]
  }
}
