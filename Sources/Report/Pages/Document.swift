import HTML

/// The frame of every page of a report and of every pack: the one head, the way past what comes first, the body.
struct Document {
  var title: String
  /// Class of the body; empty where it has none.
  var look = ""
  /// Style sheets, in their order.
  var styles = [Self.pageStyle]
  /// Where the first link of the page leads, and what it says.
  var skip = (target: "main", words: "Skip to the figures")
  var script = HTML()

  static let pageStyle = HTML(finished: PackageResources.page_css)
  static let packStyle = HTML(finished: PackageResources.pack_css)
  static let script = HTML(finished: PackageResources.page_js)

  /// What a browser may do with a page: use the style in it and run the one script, load nothing, send nothing. Should
  /// markup ever come in with a name, it stays dead.
  private var policy: HTML {
    script.isEmpty
      ? "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
      : "default-src 'none'; style-src 'unsafe-inline'; script-src '\(Self.scriptDigest)'; base-uri 'none'; form-action 'none'"
  }

  /// SHA-256 of the script, as the policy names it.
  static let scriptDigest = "sha256-MMNlJaauwilzpst5tuOZDo76dbDZcAvBZcPYAe24uM4="

  func html(@HTMLBuilder _ body: () -> HTML) -> HTML {
    let bodyClass: HTML = look.isEmpty ? HTML() : " class=\"\(look)\""
    return HTML {
      """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      """
      for style in styles { style }
      """
      </style>
      </head>
      <body\(bodyClass)>
      <a class="skip" href="#\(skip.target)">\(skip.words)</a>
      """
      body()
      if !script.isEmpty { "<script>\n\(script)</script>" }
      """
      </body>
      </html>

      """
    }
  }

  /// Said at the top of every page that holds figures of schools that do not exist.
  static func synthetic(_ isSynthetic: Bool, what: String = "authority") -> HTML? {
    isSynthetic ? "<p class=\"synthetic\" role=\"note\">Synthetic sample data: no such \(what) exists.</p>" : nil
  }
}
