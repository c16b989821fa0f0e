extension String {
  /// The text as it stands in HTML, in an attribute between double quotes too.
  var forHTML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
