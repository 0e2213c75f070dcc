/**
 * The page of a report in Typst. The document comes as data through sys.inputs and is set as text, never as markup, so nothing that a person
 * typed can become code. Headings start at level 1 with the title; tables have header cells; the page's furniture is an artifact.
 */
export const typstTemplate = `
#let d = json(bytes(sys.inputs.document))
#let ink = rgb("#17211f")
#let soft = rgb("#52605c")
#let line-colour = rgb("#c9c4b8")
#let brand = rgb("#0d5c55")
#let wash = rgb("#e3f0ed")
#let colours = ("done": rgb("#1d6b3a"), "on-time": brand, "late": rgb("#9a3b12"), "stalled": rgb("#755300"), "withdrawn": rgb("#5b5f66"))

#set document(title: d.title, author: d.author, date: datetime(year: d.year, month: d.month, day: d.day))
#set text(font: "Atkinson Hyperlegible Next", size: 10.5pt, fill: ink, lang: d.lang, region: "CA", hyphenate: false, ligatures: false)
#set par(leading: 0.62em, spacing: 0.95em)
#set page(
  paper: "us-letter", margin: (x: 2.4cm, top: 2.3cm, bottom: 2.4cm),
  footer: context [
    #set text(size: 8.5pt, fill: soft)
    #line(length: 100%, stroke: 0.5pt + line-colour)
    #v(-0.5em)
    #grid(columns: (1fr, auto), column-gutter: 1em, [#d.foot], [#d.page #counter(page).display() #d.of #counter(page).final().first()])
  ],
)
#show link: set text(fill: brand)
#show link: underline.with(stroke: 0.5pt, offset: 1.8pt)
#show heading: set text(fill: ink)
#show heading: set par(justify: false)
#show heading.where(level: 1): set text(size: 20pt, weight: 700)
#show heading.where(level: 1): set block(above: 0.5em, below: 0.9em)
#show heading.where(level: 2): set text(size: 14.5pt, weight: 700, fill: brand)
#show heading.where(level: 2): set block(above: 1.7em, below: 0.75em, sticky: true)
#show heading.where(level: 3): set text(size: 11.5pt, weight: 700)
#show heading.where(level: 3): set block(above: 1.5em, below: 0.65em, sticky: true)
#set list(indent: 0.2em, body-indent: 0.6em, spacing: 0.6em, marker: text(fill: brand)[•])
#show figure: set block(breakable: true, above: 1.1em, below: 1.2em)
#show figure: set align(left)
#set figure(numbering: none, supplement: none, gap: 0.55em)
#set figure.caption(position: top)
#show figure.caption: set text(weight: 700, size: 9.5pt)
#show figure.caption: set block(sticky: true)
#set table.cell(breakable: false)

// A mark beside the words of a state: never by colour alone, and nothing for the reading voice.
#let mark(state) = pdf.artifact(box(baseline: -0.04em, width: 0.62em, height: 0.62em, {
  let c = colours.at(state)
  if state == "late" { place(center + horizon, rotate(45deg, square(size: 0.44em, fill: c))) }
  else if state == "stalled" { place(center + horizon, circle(radius: 0.25em, stroke: 1pt + c)) }
  else if state == "withdrawn" { place(center + horizon, line(length: 0.55em, stroke: 1.4pt + c)) }
  else { place(center + horizon, circle(radius: 0.27em, fill: c)) }
}))
#let piece(i) = {
  if i.k == "strong" { strong(i.t) }
  else if i.k == "link" { link(i.u, i.t) }
  else if i.k == "state" { mark(i.s); h(0.3em); link(i.u, text(fill: colours.at(i.s), weight: 600, i.t)) }
  else { i.t }
}
#let run(content) = content.map(piece).join()

#let show-table(b) = figure(
  kind: table, caption: b.caption,
  table(
    columns: b.columns.map(c => if c == 0 { auto } else { c * 1fr }),
    align: (left + top), stroke: none, inset: (x: 0.45em, y: 0.5em),
    fill: (_, y) => if y == 0 { wash },
    table.hline(stroke: 1pt + brand),
    table.header(..b.header.map(h => text(size: 9pt, weight: 600, h))),
    table.hline(stroke: 0.75pt + brand),
    ..b.rows.map(row => (..row.map(cell => text(size: 9.5pt, run(cell))), table.hline(stroke: 0.5pt + line-colour))).flatten(),
  ),
)

// A picture carries its words for those who do not see it; they stand below it too.
#let show-chart(b) = {
  if b.svg != none { figure(kind: image, caption: b.t, image(bytes(b.svg), format: "svg", width: 100%, alt: b.alt)) } else { par(strong(b.t)) }
  par(b.s)
}

#let show-statement(b) = block(width: 100%, breakable: false, stroke: (left: 2.5pt + brand), inset: (left: 0.9em, y: 0.25em), above: 1.1em, below: 1.2em, {
  par(run(b.c))
  par(text(size: 9pt, fill: soft, run(b.f)))
})

#if d.notice != none { block(width: 100%, fill: wash, inset: 0.8em, stroke: (left: 3pt + brand), below: 1.4em, par(text(size: 9.5pt, d.notice))) }
#par(text(size: 10pt, weight: 600, fill: brand, d.kicker))

#heading(level: 1, d.title)

#block(width: 100%, stroke: (top: 1pt + brand, bottom: 1pt + brand), inset: (y: 0.7em), below: 1.6em,
  grid(columns: (auto, 1fr), column-gutter: 1.6em, row-gutter: 0.65em, ..d.details.map(x => (text(weight: 600, x.term), text(x.text))).flatten()))

#for b in d.blocks {
  if b.k == "heading" { heading(level: b.level, b.t) }
  else if b.k == "paragraph" { par(run(b.c)) }
  else if b.k == "list" { list(..b.items.map(run)) }
  else if b.k == "statement" { show-statement(b) }
  else if b.k == "chart" { show-chart(b) }
  else { show-table(b) }
}
`;
