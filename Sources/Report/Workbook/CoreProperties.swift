/// The document properties of a workbook (`docProps/core.xml`): title, language and a fixed date.
///
/// libxlsxwriter cannot say a document's language, which the accessibility checklist asks for.
struct CoreProperties {
  var title: String
  /// ISO 8601.
  var created: String

  var xml: String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
    xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
    <dc:title>\(escaped(title))</dc:title><dc:creator>School indicators</dc:creator><dc:language>en-GB</dc:language>\
    <dcterms:created xsi:type="dcterms:W3CDTF">\(created)</dcterms:created>\
    <dcterms:modified xsi:type="dcterms:W3CDTF">\(created)</dcterms:modified></cp:coreProperties>
    """
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case _ where scalar.value < 0x20: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
