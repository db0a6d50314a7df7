/// The same page as HTML that needs nothing else: for a browser, or for WeasyPrint to make a PDF of.
extension CrisisPage {
  public var html: String {
    func text(_ raw: String) -> String {
      raw.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
    }
    var body = "<header><div class=\"kind\">\(text(title))</div><div class=\"version\">\(text(side))</div></header>\n"
    body += "<h1>\(text(name))</h1>\n"
    let names = [nativeName, preferred.map { "Preferred name \($0)" }].compactMap { $0 }
    if !names.isEmpty { body += "<p class=\"names\">\(names.map(text).joined(separator: " &middot; "))</p>\n" }
    for fact in facts {
      let parts = fact.split(separator: "      ").map { "<span>\(text(String($0)))</span>" }
      body += "<p class=\"facts\">\(parts.joined(separator: " "))</p>\n"
    }
    body += "<table>\n"
    for block in blocks {
      let paragraphs = block.paragraphs.map { rows in "<div>\(text(rows.joined(separator: " ")).spaced)</div>" }
      let kind = (block.isUrgent ? "urgent " : "") + (block.startsGroup ? "group" : "")
      let label = block.label.hasPrefix("!! ") ? String(block.label.dropFirst(3)) : block.label
      body +=
        "<tr class=\"\(kind)\"><th scope=\"row\">\(text(label))</th><td>\(paragraphs.joined())</td></tr>\n"
    }
    body += "</table>\n<footer>\(footer.map { "<p>\(text($0))</p>" }.joined())"
    if isShortened { body += "<p>\(text(CrisisPage.shortened))</p>" }
    body += "</footer>\n"
    return """
      <!DOCTYPE html>
      <html lang="en-GB"><head><meta charset="utf-8"><title>\(text(title)), \(text(name))</title>
      <style>
      \(CrisisPage.style(lines: lines.count))
      </style></head><body>
      \(body)</body></html>

      """
  }

  /// As large as the page allows: a short plan is read from further away.
  private static func style(lines: Int) -> String {
    let size = lines <= 42 ? "12pt" : lines <= 50 ? "11pt" : "10pt"
    return style.replacing("font: 10pt", with: "font: \(size)")
  }

  private static let style = """
    @page { size: A4; margin: 11mm 14mm 10mm 14mm }
    body { font: 10pt/1.22 "Liberation Sans", Arial, "Noto Sans", "Noto Sans Bengali", "FreeSans", sans-serif;
      color: #000; margin: 0 }
    header { display: flex; justify-content: space-between; align-items: baseline; border-bottom: 2.5pt solid #000;
      padding-bottom: 1mm }
    .kind { font-size: 13pt; font-weight: bold; letter-spacing: .04em }
    .version { font-size: 9pt }
    h1 { font-size: 18pt; margin: 2mm 0 0 0; line-height: 1.1 }
    .names { font-size: 12pt; margin: .5mm 0 }
    .facts { margin: .5mm 0; font-size: 10.5pt }
    .facts span { margin-right: 8mm }
    table { width: 100%; border-collapse: collapse; margin-top: 1.5mm }
    th { width: 42mm; text-align: left; vertical-align: top; font-size: 8.5pt; letter-spacing: .03em; padding: .6mm 2mm .6mm 1mm }
    td { vertical-align: top; padding: .6mm 1mm }
    tr.group th, tr.group td { border-top: .8pt solid #000; padding-top: 1.2mm }
    tr.urgent th, tr.urgent td { font-weight: bold; font-size: 11pt; background: #eee }
    footer { border-top: .8pt solid #000; margin-top: 1.5mm; font-size: 8.5pt }
    footer p { margin: .7mm 0 }
    """
}

extension String {
  /// Gaps between columns as one wide blank.
  fileprivate var spaced: String {
    split(separator: "  ").map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
      .joined(separator: "&emsp;")
  }
}
