import CReportPage

/// The files of the report page that are compiled into the program.
enum PageFile: String, CaseIterable {
  case html = "page.html"
  case style = "page.css"
  case script = "page.js"
  case dutch = "nl.json"
  case english = "en.json"
  case reasons = "reasons.json"

  var bytes: [UInt8] {
    for number in 0..<verhaal_page_file_count() {
      // The C table lives as long as the process.
      let file = unsafe verhaal_page_files()[number]
      if unsafe String(cString: file.name) == rawValue {
        return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      }
    }
    return []
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
