/// Takes what stands in an XML file, in its order.
protocol XMLContent: AnyObject {
  func begin(_ tag: WorkbookTag, _ attributes: XMLAttributes)
  func end(_ tag: WorkbookTag)
  /// A piece of the text between tags, in UTF-8.
  func text(_ bytes: Span<UInt8>)
}
