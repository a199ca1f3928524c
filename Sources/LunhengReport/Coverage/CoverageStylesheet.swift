/// The style sheet of coverage pages.
enum CoverageStylesheet {
  static let css = """
    :root {
    \(variables(.light))}
    @media screen and (prefers-color-scheme: dark) {
    :root {
    \(variables(.dark))}
    }
    \(rules)
    """

  /// The colours as custom properties: those of print are the light ones.
  private static func variables(_ palette: HeatPalette) -> String {
    var css = ""
    for (name, colour) in [
      ("page", palette.page), ("ink", palette.ink), ("faint", palette.faint),
      ("surface", palette.surface), ("rule", palette.rule), ("link", palette.link),
      ("mark", palette.mark),
    ] {
      css += "  --\(name): \(colour.css);\n"
    }
    for (index, step) in palette.steps.enumerated() {
      css += "  --h\(index + 1): \(step.background.css); --i\(index + 1): \(step.ink.css);\n"
    }
    return css
  }

  private static let heat = (1...HeatScale.stepCount).map {
    ".h\($0) { background: var(--h\($0)); color: var(--i\($0)); }\n"
  }.joined()

  private static let rules = """
    * { box-sizing: border-box; }
    html { background: var(--page); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 1.5rem clamp(.75rem, 3vw, 2.5rem) 3rem;
      font: 1rem/1.6 system-ui, "PingFang TC", "PingFang HK", "Microsoft JhengHei",
        "Noto Sans TC", "Noto Sans CJK TC", sans-serif;
    }
    h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.3; }
    h2 { margin: 3rem 0 0; font-size: 1.25rem; }
    h3 { position: sticky; top: 0; z-index: 1; margin: 2rem 0 .5rem; padding: .4rem 0;
      background: var(--page); border-bottom: 1px solid var(--rule); font-size: 1.1rem;
      line-height: 1.35; }
    h4 { margin: .75rem 0 .5rem; font-size: 1rem; }
    small, caption span span, .source, footer, .legend {
      color: var(--faint); font-size: .875rem; font-weight: normal;
    }
    a { color: var(--link); }
    :focus-visible { outline: 2px solid var(--link); outline-offset: -2px; }
    .legend {
      display: flex; flex-wrap: wrap; gap: .25rem .9rem; margin: 0 0 1rem; padding: 0;
      list-style: none; font-variant-numeric: tabular-nums;
    }
    .legend li { display: flex; align-items: center; gap: .4rem; }
    .swatch {
      display: inline-block; width: 1.4rem; height: 1.1rem; border: 1px solid var(--rule);
      line-height: 1rem; text-align: center;
    }
    .scroll {
      width: fit-content; max-width: 100%; max-height: 90vh; overflow: auto;
      border: 1px solid var(--rule);
    }
    table { border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
    caption { padding: .5rem .75rem; text-align: start; }
    caption > span { position: sticky; inset-inline-start: .75rem; display: inline-block;
      max-width: calc(100vw - 4rem); }
    caption span span { display: inline-block; }
    th, td { border: 0 solid var(--page); border-width: 0 1px 1px 0; }
    th { background: var(--surface); padding: .4rem .6rem; font-weight: 600; line-height: 1.35; }
    thead th {
      position: sticky; top: 0; z-index: 2; min-width: 4.5em; max-width: 9em;
      vertical-align: bottom; font-size: .875rem; overflow-wrap: break-word; hyphens: auto;
      text-wrap: balance;
      border-bottom-color: var(--rule);
    }
    tfoot th, tfoot td {
      position: sticky; bottom: 0; z-index: 2; background: var(--surface); font-weight: 600;
      border-top: 1px solid var(--rule);
    }
    th.label {
      position: sticky; inset-inline-start: 0; z-index: 1; width: 18em;
      min-width: min(11em, 32vw); max-width: min(24em, 38vw); text-align: start; overflow-wrap: anywhere;
      border-inline-end-color: var(--rule);
    }
    tbody th.label { font-weight: normal; }
    thead th.label, tfoot th.label { z-index: 3; }
    td { height: 2.4rem; padding: 0 .4rem; text-align: center; }
    td[id] { padding: 0; }
    td a { display: flex; align-items: center; justify-content: center; height: 100%;
      min-height: 2.4rem; padding: 0 .4rem; color: inherit;
      text-decoration: underline dotted 1px; text-underline-offset: .2em; }
    td.size, th.size { padding: .4rem .6rem; text-align: end; }
    td.size { color: var(--faint); }
    .gap { color: var(--faint); font-weight: 700; }
    \(heat)td:target { outline: 3px solid var(--ink); outline-offset: -3px; }
    td[id] { scroll-margin: 8rem; }
    .evidence { max-width: 46rem; }
    .evidence section { scroll-margin-top: 4rem; padding: .25rem .75rem; margin: 0 -.75rem; }
    .evidence section:target { background: var(--surface); box-shadow: -3px 0 var(--link); }
    .evidence ol { margin: 0; padding-inline-start: 1.75rem; }
    .evidence li { padding-bottom: .5rem; }
    blockquote { margin: 0; overflow-wrap: anywhere; }
    .source { display: flex; flex-wrap: wrap; gap: 0 .9rem; align-items: baseline;
      margin: .1rem 0 .5rem; }
    .source code { font-size: .8125rem; overflow-wrap: anywhere; }
    cite { font-style: normal; }
    mark { background: var(--mark); color: inherit; padding: 0 .1em; }
    h4 a { text-decoration: none; padding: 0 .4em; }
    footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: .5rem; }
    footer p { margin: .25rem 0; overflow-wrap: anywhere; }
    @media (max-width: 40rem) {
      body { padding-top: 1rem; }
      .scroll { font-size: .875rem; }
      thead th { font-size: .8125rem; min-width: 4.6em; }
      th { padding: .35rem .45rem; }
    }
    @media print {
      @page { size: A4 landscape; margin: 12mm; }
      html { font-size: 9pt; }
      body { padding: 0; }
      .scroll { max-height: none; overflow: visible; border: 0; width: auto; }
      thead th, tfoot th, tfoot td, th.label, caption > span, h3 { position: static; }
      tr, li, h3, h4 { break-inside: avoid; }
      h2, h3, h4 { break-after: avoid; }
      tfoot { display: table-row-group; }
      td { height: 1.8em; }
      td a { text-decoration: none; min-height: 0; }
      h4 a { display: none; }
      .evidence { max-width: none; columns: 2; column-gap: 10mm; }
      .evidence h2, .evidence article:first-of-type h3 { margin-top: 0; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
