import ReviewStore

/// How many reviews of a store may be used outside, and those on which something is asked or allowed.
struct PermissionPage {
  let lines: [String]

  init(_ store: ReviewStore, source: String?) throws(StoreError) {
    let counts = try store.permissionCounts(source: source)
    let numbers = PermissionStatus.allCases.map { Number.grouped(counts[$0] ?? 0) }
    let width = numbers.map(\.count).max() ?? 0
    var lines = zip(PermissionStatus.allCases, numbers).map { status, number in
      Column.left(status.rawValue, 10) + Column.right(number, width)
    }
    let reviews = try store.reviews(with: [.asked, .allowed], source: source)
    if !reviews.isEmpty { lines.append("") }
    lines += reviews.map { review in
      Column.left(review.permission.status.rawValue, 10)
        + Column.left(review.permission.date ?? "", 12)
        + Terminal.safe(review.source) + "  " + Terminal.safe(review.id)
    }
    self.lines = lines
  }
}
