extension HTMLBrief {
  /// Set to be read: one column of text, quotes in a serif, few colours; also on a phone, in the dark and on paper.
  static let style = """
    :root {
      --paper: #fdfcf9; --ink: #23211d; --soft: #6b665d; --rule: #ddd8cc; --mark: #8a3b1e;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "URW Palladio L", Georgia, serif;
    }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #191815; --ink: #e9e5da; --soft: #a49d8f; --rule: #3a372f; --mark: #e5a182; }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.6 var(--serif); font-variant-numeric: oldstyle-nums; text-rendering: optimizeLegibility;
      hyphens: manual; overflow-wrap: break-word;
    }
    main { max-width: 40rem; margin: 0 auto; padding: 3.5rem 1.25rem 5rem; }
    header { display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between;
      border-bottom: 1px solid var(--rule); padding-bottom: .6rem; color: var(--soft); font-size: .875rem; }
    header p { margin: 0; }
    .title { font-style: italic; }
    h1 { font-size: clamp(1.75rem, 1.25rem + 2.4vw, 2.6rem); line-height: 1.18; font-weight: 500; letter-spacing: -.012em;
      margin: 2.2rem 0 1.2rem; text-wrap: balance; }
    h2 { font-size: 1.3rem; line-height: 1.3; font-weight: 600; margin: 3.2rem 0 .9rem; text-wrap: balance; }
    p { margin: 0 0 1rem; text-wrap: pretty; }
    strong { font-weight: 650; }
    .story { margin: 0 0 1.9rem; padding-left: 1.15rem; border-left: 2px solid var(--mark); break-inside: avoid; }
    .story blockquote { margin: 0; font-size: 1.125rem; line-height: 1.55; color: var(--soft); }
    .story blockquote p { margin: 0 0 .45rem; }
    .story blockquote strong { color: var(--ink); font-weight: 600; }
    figcaption { font-size: .875rem; line-height: 1.45; color: var(--soft); }
    figcaption em { color: var(--ink); }
    figcaption strong { color: var(--mark); font-weight: 600; }
    .table { margin: 0 0 1.3rem; overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; font-variant-numeric: lining-nums tabular-nums; line-height: 1.4; }
    th, td { padding: .42rem .9rem .42rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top;
      font-weight: 400; }
    tr > :last-child { padding-right: 0; }
    thead th, thead td { color: var(--soft); font-size: .875rem; vertical-align: bottom; }
    .number { text-align: right; white-space: nowrap; }
    thead .number { white-space: normal; }
    ol, ul { margin: 0 0 1rem; padding-left: 1.25rem; }
    li { margin-bottom: .5rem; padding-left: .2rem; }
    .word { white-space: nowrap; }
    .blank { display: inline-block; min-width: 8.5rem; border-bottom: 1px solid var(--soft); height: 1em;
      vertical-align: baseline; }
    td .blank { min-width: 6rem; width: 100%; }
    @media (max-width: 30rem) {
      main { padding: 1.6rem 1.1rem 3rem; }
      h2 { margin-top: 2.6rem; }
      table { font-size: .9375rem; }
      th, td { padding-right: .6rem; }
    }
    @media print {
      :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --mark: #000; }
      @page { margin: 20mm 22mm; }
      body { font-size: 10.5pt; line-height: 1.45; }
      main { max-width: none; padding: 0; }
      h1 { font-size: 22pt; margin-top: 1.4rem; }
      h2 { margin-top: 1.8rem; break-after: avoid; }
      .table, tr, li { break-inside: avoid; }
    }

    """
}
