/**
 * How a `Sheet` looks as PDF, in Typst 0.14. It comes in as JSON and is only ever shown as text: nothing in it is Typst.
 * Words that are longer than a column are boxes, of what stands between their strokes or of a few characters, between which a
 * line may break without a sign of it. What is attached is paragraphs: cells of a table cost ten times as much.
 */
export const TEMPLATE = String.raw`
#let sheet = json(bytes(sys.inputs.sheet))
#let grey = luma(110)
#let rule = 0.4pt + luma(90)

#set document(title: sheet.title, date: datetime(..sheet.date))
#set page(
  paper: "a4",
  flipped: sheet.isFlipped,
  margin: (x: 15mm, top: 19mm, bottom: 17mm),
  header: text(size: 7pt, fill: grey, sheet.running),
  footer: text(size: 7pt, fill: grey, grid(
    columns: (1fr, auto),
    sheet.foot,
    context [#counter(page).display() / #counter(page).final().first()],
  )),
)
#set text(font: "DejaVu Sans", stretch: 75%, fallback: false, size: 9pt, lang: sheet.locale, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.6em)
#set table(stroke: rule, inset: 4.5pt)
// Characters of a word from which on it may be broken anywhere; in a narrow column from fewer on.
#let LONGEST = 24
#let WIDTH = if sheet.isFlipped { 267mm } else { 180mm }
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 10pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.9em)
#let broken(longest, size, body) = {
  let pieces(part) = if part.clusters().len() <= longest { (part,) } else { part.clusters().chunks(size).map(it => it.join()) }
  show regex("\S{" + str(longest) + ",}"): it => {
    it.text.matches(regex("[^/-]*[/-]?")).map(part => pieces(part.text)).flatten().map(part => box(part)).join()
  }
  body
}

#let written(it) = {
  for line in it.split("\n") { if line == "" { block(height: 0.5em) } else { par(line) } }
}
// How many characters of a word a column holds that has a share of that width.
#let held(columns, width, character) = {
  let all = columns.map(it => it.share).sum()
  columns.map(it => calc.floor((width * it.share / all - 6pt) / character))
}
#let tabled(it, width) = if it.rows.len() == 0 { written(it.nothing) } else {
  set text(size: 8pt)
  let longest = held(it.columns, width, 1.5mm)
  let ofHead = held(it.columns, width, 1.7mm)
  let fitted(longest, words, body) = if longest >= LONGEST or words.len() <= longest { body } else {
    broken(longest + 1, 4, body)
  }
  table(
    columns: it.columns.map(column => column.share * 1fr),
    inset: 3pt,
    table.header(..it.columns.enumerate().map(((x, column)) => fitted(ofHead.at(x), column.label, strong(column.label)))),
    ..it.rows.map(row => row.enumerate().map(((x, cell)) => table.cell(
      // Otherwise what is higher than a page would run off it.
      breakable: cell.len() > 300 or cell.contains("\n"),
      // A paragraph of its own costs as much again as what is in it.
      fitted(longest.at(x), cell, if cell.contains("\n") { written(cell) } else { cell }),
    ))).flatten(),
  )
}
#let boxed(it) = grid(
  columns: (1.2em, 1fr),
  row-gutter: 0.45em,
  ..it.map(one => (
    if one.isChosen [☑] else [☐],
    {
      if one.isChosen { strong(one.label) } else { one.label }
      if one.note != none { par(text(size: 8pt, one.note)) }
    },
  )).flatten(),
)
#let marked(it) = {
  for mark in it {
    let said = mark.text.split("\n").join(linebreak())
    if mark.kind == "KEPT" { said }
    if mark.kind == "REMOVED" { [[− #strike(said) −]] }
    if mark.kind == "ADDED" { [[+ #underline(strong(said)) +]] }
    if mark.kind == "ASIDE" { text(fill: grey, said) }
  }
}
#let celled(it) = {
  if it.kind == "text" { written(it.text) }
  if it.kind == "marks" { marked(it.marks) }
  if it.kind == "boxes" { boxed(it.boxes) }
  if it.kind == "table" {
    tabled(it.table, 0.7 * WIDTH - 9pt)
    if it.note != none { block(above: 0.6em, par(text(size: 7pt, it.note))) }
  }
  if it.kind == "rows" {
    for row in it.rows {
      block(below: 0.45em, sticky: true, strong(row.label))
      block(below: 0.9em, celled(row.cell))
    }
  }
}
#let formed(rows) = {
  // One table below the other looks like one.
  set block(spacing: 0pt)
  let short = ()
  let told(rows) = if rows.len() > 0 {
    table(
      columns: (30%, 1fr),
      ..rows.map(row => (table.cell(fill: luma(243), row.label), celled(row.cell))).flatten(),
    )
  }
  for row in rows {
    if row.isLong {
      told(short)
      short = ()
      table(columns: 1fr, table.header(table.cell(fill: luma(243), row.label)), celled(row.cell))
    } else { short.push(row) }
  }
  told(short)
}
#let listed(it) = {
  set text(size: 8pt)
  set par(hanging-indent: 4em, spacing: 0.5em)
  block(sticky: true, above: 1.2em, strong(it.label))
  for line in it.lines { par(line) }
}
#let named(facts) = grid(
  columns: (auto, 1fr),
  column-gutter: 1em,
  row-gutter: 0.6em,
  ..facts.map(fact => (text(fill: grey, fact.label), written(fact.text))).flatten(),
)

#broken(LONGEST, 4, {
  if sheet.origin != none { align(right, block(width: 62%, text(size: 7pt, fill: grey, sheet.origin))) }
  align(center, heading(level: 1, sheet.title))
  v(0.4em)
  grid(
    columns: (1fr, auto),
    column-gutter: 1em,
    named(sheet.facts),
    if sheet.code != none {
      align(center, {
        image(bytes(sheet.code.svg), format: "svg", width: 26mm, alt: sheet.code.caption)
        block(width: 40mm, text(size: 6pt, fill: grey, sheet.code.address))
      })
    },
  )
  v(0.6em)
  formed(sheet.form)
  if sheet.closing != none {
    block(breakable: false, above: 1.6em, {
      heading(level: 2, sheet.closing.title)
      named(sheet.closing.facts)
    })
  }
  for it in sheet.tables {
    if it.title != none { heading(level: 2, it.title) }
    tabled(it.table, WIDTH)
  }
})
#if sheet.attached != none {
  // A line of its whole width: what is longer than sixty characters may be longer than it.
  broken(60, 16, {
    heading(level: 2, sheet.attached.title)
    par(text(size: 8pt, sheet.attached.note))
    for it in sheet.attached.lists { listed(it) }
  })
}
`;
