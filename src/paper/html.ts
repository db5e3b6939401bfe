import { undirected } from "./glyphs.js";
import { drawCode } from "./qr.js";
import {
  isLong,
  type Box,
  type Cell,
  type Code,
  type Fact,
  type Lines,
  type Mark,
  type Row,
  type Sheet,
  type Table,
} from "./sheet.js";

/** A sheet as a page that can be printed: nothing is fetched for it and nothing in it runs. */
export function toHtml(sheet: Sheet): string {
  const { locale, title, origin, facts, code, form, closing, tables, attached } = sheet;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(sheet.running)}</title>
<style>${style(sheet)}</style>
</head>
<body>
<header>
${origin === null ? "" : `<p class="origin">${escaped(origin)}</p>`}
<h1>${escaped(title)}</h1>
<div class="identity">${factList(facts)}${code === null ? "" : figure(code)}</div>
</header>
<main>
${formTables(form)}
${closing === null ? "" : `<section><h2>${escaped(closing.title)}</h2>${factList(closing.facts)}</section>`}
${tables.map((it) => `<section>${it.title === null ? "" : `<h2>${escaped(it.title)}</h2>`}${table(it.table)}</section>`).join("")}
${attached === null ? "" : `<section><h2>${escaped(attached.title)}</h2><p>${escaped(attached.note)}</p>${attached.lists.map(lines).join("")}</section>`}
</main>
</body>
</html>
`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(of: string): string {
  return undirected(of).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** The rows in a table, and each long text in one of its own, whose head is printed again on each page. */
function formTables(rows: readonly Row[]): string {
  const tables: string[] = [];
  let short: Row[] = [];
  const end = (): void => {
    if (short.length > 0) tables.push(`<table class="form"><tbody>${short.map(formRow).join("")}</tbody></table>`);
    short = [];
  };
  for (const row of rows) {
    if (!isLong(row)) short.push(row);
    else {
      end();
      const head = `<thead><tr><th scope="col">${escaped(row.label)}</th></tr></thead>`;
      tables.push(`<table class="form">${head}<tbody><tr><td>${inside(row.cell)}</td></tr></tbody></table>`);
    }
  }
  end();
  return tables.join("\n");
}

function formRow({ label, cell }: Row): string {
  return `<tr><th scope="row">${escaped(label)}</th><td>${inside(cell)}</td></tr>`;
}

function inside(cell: Cell): string {
  switch (cell.kind) {
    case "text":
      return text(cell.text);
    case "boxes":
      return `<ul class="boxes">${cell.boxes.map(box).join("")}</ul>`;
    case "marks":
      return `<div class="text" dir="auto">${cell.marks.map(mark).join("")}</div>`;
    case "table":
      return table(cell.table) + (cell.note === null ? "" : `<p class="note">${escaped(cell.note)}</p>`);
    case "rows":
      return `<dl>${cell.rows.map((row) => `<dt>${escaped(row.label)}</dt><dd>${inside(row.cell)}</dd>`).join("")}</dl>`;
  }
}

/** Its lines and spaces stay as they are; what stands in it decides no direction but its own. */
function text(of: string): string {
  return `<div class="text" dir="auto">${escaped(of)}</div>`;
}

/** Signs beside the element and its looks: they are there in black and white, and read out where elements are not. */
function mark({ kind, text: of }: Mark): string {
  switch (kind) {
    case "KEPT":
      return escaped(of);
    case "REMOVED":
      return `[− <del>${escaped(of)}</del> −]`;
    case "ADDED":
      return `[+ <ins>${escaped(of)}</ins> +]`;
    case "ASIDE":
      return `<span class="aside">${escaped(of)}</span>`;
  }
}

function lines({ label, lines: all }: Lines): string {
  return `<h3>${escaped(label)}</h3><ul class="lines">\n${all.map((line) => `<li dir="auto">${escaped(line)}</li>\n`).join("")}</ul>`;
}

function box({ label, isChosen, note }: Box): string {
  const named = isChosen ? `<strong>${escaped(label)}</strong>` : escaped(label);
  return `<li>${isChosen ? "☑" : "☐"} ${named}${note === null ? "" : `<div class="note">${escaped(note)}</div>`}</li>`;
}

function table({ columns, rows, nothing }: Table): string {
  if (rows.length === 0) return `<p>${escaped(nothing)}</p>`;
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => `<col style="width:${((100 * share) / all).toFixed(2)}%">`);
  const head = columns.map(({ label }) => `<th scope="col">${escaped(label)}</th>`);
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td dir="auto">${escaped(cell)}</td>`).join("")}</tr>\n`);
  return `<table class="list"><colgroup>${widths.join("")}</colgroup><thead><tr>${head.join("")}</tr></thead><tbody>\n${body.join("")}</tbody></table>`;
}

function factList(facts: readonly Fact[]): string {
  return `<dl class="facts">${facts.map(({ label, text: of }) => `<dt>${escaped(label)}</dt><dd dir="auto">${escaped(of)}</dd>`).join("")}</dl>`;
}

function figure({ address, caption }: Code): string {
  const { size, path } = drawCode(address);
  return `<figure><svg role="img" aria-label="${escaped(caption)}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg><figcaption>${escaped(address)}</figcaption></figure>`;
}

/** A text as a string of CSS that also may stand within <style>. */
function quoted(of: string): string {
  return `"${of.replace(/[^\p{L}\p{N} .,_-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}

function style({ orientation, running, foot }: Sheet): string {
  return `
@page { size: A4 ${orientation}; margin: 19mm 15mm 17mm;
  @top-left { content: ${quoted(running)}; font: 7pt sans-serif; color: #666 }
  @bottom-left { content: ${quoted(foot)}; font: 7pt sans-serif; color: #666 }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7pt sans-serif; color: #666 } }
body { font: 10pt/1.35 "DejaVu Sans Condensed", "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #000; background: #fff; max-width: ${orientation === "portrait" ? "180mm" : "267mm"}; margin: 0 auto }
@media screen { body { padding: 6mm 4mm } }
h1 { font-size: 14pt; text-align: center; margin: 3mm 0 }
h2 { font-size: 11pt; margin: 5mm 0 2mm; break-after: avoid }
.origin { font-size: 7.5pt; color: #444; width: 62%; margin: 0 0 0 auto; text-align: right }
.identity { display: flex; justify-content: space-between; gap: 6mm; margin-bottom: 4mm }
dl { margin: 0 }
dt { font-weight: bold; margin-top: 2mm; break-after: avoid }
dt:first-child { margin-top: 0 }
dd { margin: 0; overflow-wrap: anywhere }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 4mm; align-content: start }
.facts dt { color: #444; font-weight: normal; margin: 0 }
figure { margin: 0; width: 40mm; flex: none; text-align: center }
svg { width: 26mm; height: 26mm }
figcaption { font-size: 6.5pt; color: #444; overflow-wrap: anywhere }
table { border-collapse: collapse; width: calc(100% - 1px); table-layout: fixed }
th, td { border: 0.4pt solid #444; padding: 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
thead { display: table-header-group }
.form + .form { margin-top: -0.4pt }
.form > tbody > tr > th { width: 30% }
.form > tbody > tr > th, .form > thead > tr > th { font-weight: normal; background: #f3f3f3 }
.list { font-size: 8pt }
.list th, .list td { padding: 1mm }
.list tr { break-inside: avoid }
.list td, .text { white-space: pre-wrap; overflow-wrap: anywhere }
.boxes { list-style: none; margin: 0; padding: 0 }
.note { font-size: 8.5pt; margin-left: 1.4em }
p.note { font-size: 7.5pt; margin: 1mm 0 0 }
ins { font-weight: bold }
.aside { color: #444 }
h3 { font-size: 8.5pt; margin: 3mm 0 1mm; break-after: avoid }
.lines { list-style: none; margin: 0; padding: 0; font-size: 8pt }
.lines li { word-break: break-all; padding-left: 4em; text-indent: -4em }
`;
}
