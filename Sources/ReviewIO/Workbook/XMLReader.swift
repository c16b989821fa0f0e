import CExpat
import Essentials

/// Reads XML through expat, piece by piece, and hands its elements on.
///
/// A document type is refused, and with it every entity that could grow; so are elements too deep and tags too long to be
/// a workbook's.
@safe final class XMLReader {
  /// Why it cannot be read.
  struct Flaw: Error {
    let reason: String
  }

  private static let mostDepth = 256
  private static let longestTag = 1 << 20

  private let parser: XML_Parser
  private unowned let content: any XMLContent
  private var depth = 0
  private var fed = 0
  private var refusal: String?
  /// Whether some of what was given waits.
  private(set) var isSuspended = false

  init(_ content: any XMLContent) {
    self.content = content
    unsafe parser = XML_ParserCreate(nil)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { reader, name, attributes in
        guard let name = unsafe name else { return }
        unsafe XMLReader.from(reader).begin(name, attributes)
      },
      { reader, name in
        guard let name = unsafe name else { return }
        unsafe XMLReader.from(reader).end(name)
      })
    unsafe XML_SetCharacterDataHandler(parser) { reader, text, count in
      let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
      unsafe XMLReader.from(reader).content.text(
        bytes.assumingMemoryBound(to: UInt8.self).span)
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
      unsafe XMLReader.from(reader).refuse("it declares a document type, which no workbook does")
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Reads the next bytes, or the end; or goes on where it was suspended, and then takes none.
  func read(_ bytes: [UInt8], isLast: Bool) throws(Flaw) {
    let status =
      if isSuspended {
        unsafe XML_ResumeParser(parser)
      } else {
        unsafe bytes.withUnsafeBytes {
          unsafe XML_Parse(
            parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count),
            isLast ? 1 : 0)
        }
      }
    if !isSuspended { fed += bytes.count }
    isSuspended = status == XML_STATUS_SUSPENDED
    if let refusal { throw Flaw(reason: refusal) }
    if isSuspended { return }
    guard status == XML_STATUS_OK else {
      let reason = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map {
        unsafe String(cString: $0)
      }
      throw Flaw(
        reason: unsafe "not valid XML in line \(XML_GetCurrentLineNumber(parser))"
          + (reason.map { ": " + $0 } ?? ""))
    }
    // What is not read yet is the beginning of a tag that goes on.
    if unsafe !isLast && fed - Int(XML_GetCurrentByteIndex(parser)) > XMLReader.longestTag {
      throw Flaw(reason: "a tag is longer than a workbook has")
    }
  }

  /// Makes `read` return at the end of the element that ends now.
  func suspend() { _ = unsafe XML_StopParser(parser, 1) }

  private static func from(_ pointer: UnsafeMutableRawPointer?) -> XMLReader {
    unsafe Unmanaged<XMLReader>.fromOpaque(pointer!).takeUnretainedValue()
  }

  private func begin(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    if depth > XMLReader.mostDepth { return refuse("its elements are nested too deep") }
    if let tag = unsafe XMLReader.tag(name) {
      unsafe content.begin(tag, XMLAttributes(attributes))
    }
  }

  private func end(_ name: UnsafePointer<CChar>) {
    depth -= 1
    if let tag = unsafe XMLReader.tag(name) { content.end(tag) }
  }

  private func refuse(_ reason: String) {
    if refusal == nil { refusal = reason }
    _ = unsafe XML_StopParser(parser, 0)
  }

  /// Which element it is, whatever its prefix.
  private static func tag(_ name: UnsafePointer<CChar>) -> WorkbookTag? {
    let start = unsafe strchr(name, 0x3a).map { unsafe UnsafePointer($0 + 1) } ?? name
    let length = unsafe strlen(start)
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: length)
    let key = unsafe beginning(of: bytes.assumingMemoryBound(to: UInt8.self).span)
    guard let tag = tags[key], tag.rawValue.utf8.count == length,
      unsafe length <= 8 || String(cString: start) == tag.rawValue
    else { return nil }
    return tag
  }

  private static let tags = Dictionary(
    uniqueKeysWithValues: WorkbookTag.allCases.map { tag in
      (beginning(of: Array(tag.rawValue.utf8).span), tag)
    })

  private static func beginning(of name: Span<UInt8>) -> UInt64 {
    name.word(0, count: min(8, name.count))
  }
}
