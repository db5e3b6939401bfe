import type { Format } from "../../src/exchange/read-document.js";
import type { Chance } from "./chance.js";

const PIECES: Readonly<Record<Format, RegExp>> = {
  xml: /<!--.*?-->|<[^>]*>|[^<]+/gs,
  json: /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|\s+/gs,
};

/** What stands in the place of a piece, or beside it. */
const OTHERS: Readonly<Record<Format, readonly string[]>> = {
  xml: [
    "<note>",
    "</note>",
    "<note/>",
    "<notes/>",
    "<card>",
    "</card>",
    "<type>SPAM</type>",
    "<severity code='3'>MEDIUM</severity>",
    "<severity code='4'>LOW</severity>",
    "<severity code=' 4 '>\n HIGH\t</severity>",
    "<severity code='04'>HIGH</severity>",
    "<revision> 07 </revision>",
    "<revision>2147483648</revision>",
    "<revision>-1</revision>",
    "<revision>+1</revision>",
    "<revision>\u00A01</revision>",
    "<indicator/>",
    "<indicator type=' IPV4 '>1</indicator>",
    "<indicator type='IPV4' x='1'/>",
    "<contours/>",
    "<contour>INTERNAL</contour>",
    "<contour>internal</contour>",
    "<kind> E_GOVERNMENT</kind>",
    "<registeredOn>2026-02-30</registeredOn>",
    "<registeredOn>1969-12-31</registeredOn>",
    "<registeredOn>2026-03-01Z</registeredOn>",
    "<registeredOn>\n2026-03-01\n</registeredOn>",
    "<occurredAt>2026-03-01T00:00:00.1234Z</occurredAt>",
    "<occurredAt>2026-03-01T24:00:00Z</occurredAt>",
    "<occurredAt>2026-03-01T00:00:60Z</occurredAt>",
    "<occurredAt>1970-01-01T00:00:00+05:00</occurredAt>",
    "<occurredAt>9999-12-31T23:59:59-05:00</occurredAt>",
    "<occurredAt>2026-03-01t00:00:00z</occurredAt>",
    "<occurredAt>2026-03-01T00:00:00+15:00</occurredAt>",
    "<occurredAt>2026-03-01T00:00:00</occurredAt>",
    "<occurredAt>2026-03-01T00:00:00-00:00</occurredAt>",
    "<!-- -->",
    "<!-- -- -->",
    "<![CDATA[x]]>",
    "<![CDATA[ ]]>",
    "<![CDATA[HIGH]]>",
    "<?a b?>",
    "<!DOCTYPE a>",
    "<?xml version='1.1'?>",
    "&lt;",
    "&#32;",
    "&#xA0;",
    "&#0;",
    "&nbsp;",
    "&",
    "]]>",
    " ",
    "\n",
    "\u00A0",
    "\r",
    "\u0000",
    "\uFFFF",
    "x",
    "<x:note/>",
    "<note xmlns=''/>",
    "<note xmlns='urn:dabyl:exchange:2'/>",
    "<n:note xmlns:n='urn:dabyl:exchange:1'/>",
    "<note xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='false'/>",
    "<note xml:lang='kk'/>",
    "<note note='1'/>",
    "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='a'/>",
    "<note><b/></note>",
    "<__proto__/>",
    "<constructor/>",
  ],
  json: [
    '"note"',
    '"notes"',
    '"severityCode"',
    '"__proto__"',
    '"constructor"',
    '"toString"',
    '"\\ud800"',
    '"\\u0000"',
    '""',
    '"HIGH"',
    '"internal"',
    '"2026-02-30"',
    '"1969-12-31"',
    '"2026-03-01T00:00:60Z"',
    '"2026-03-01T24:00:00Z"',
    '"1970-01-01T00:00:00+05:00"',
    '"9999-12-31T23:59:59-05:00"',
    '"2026-03-01t00:00:00.123456789z"',
    '"2026-03-01 00:00:00Z"',
    "4",
    "-1",
    "-0",
    "1.0",
    "1e2",
    "1e400",
    "2147483648",
    "01",
    "+1",
    "NaN",
    "null",
    "true",
    "tru",
    "{}",
    "[]",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\t",
    "\u00A0",
    "\uFEFF",
    "'a'",
    "//",
    "\u0000",
    '"note":"a",',
    '"revision":1,',
    '"revision":"1",',
    '"revision":null,',
    '"number":"N",',
    '"number":1,',
    '"incidentCard":',
  ],
};

/** An element with a text alone: what can be exchanged as a whole. */
const LEAF = /<([a-zA-Z]+)(?: [^>]*)?>[^<]*<\/\1>/gs;
const WHOLE = OTHERS.xml.filter((other) =>
  /^<([\w:]+)[^>]*(?:\/>|>.*<\/\1>)$|^<!(?:-- -->|\[)|^ $|^&lt;|^&#x/s.test(other),
);

/** A document's text with something wrong with it: mostly what its form forbids, else what its format does. */
export function spoiled(text: string, format: Format, chance: Chance): string {
  if (chance.is(0.3)) return inPieces(text, format, chance);
  return format === "json" ? inMembers(text, chance) : inElements(text, chance);
}

/** One to three changes where the pieces of the format meet. */
function inPieces(text: string, format: Format, chance: Chance): string {
  let pieces: string[] = text.match(PIECES[format]) ?? [];
  for (let count = 1 + chance.upTo(2); count > 0; count -= 1) {
    const at = chance.upTo(pieces.length - 1);
    const piece = pieces[at] ?? "";
    const other = chance.is(0.5) || pieces.length === 0 ? chance.one(OTHERS[format]) : chance.one(pieces);
    const cut = chance.upTo(piece.length);
    const instead = [
      [],
      [piece, piece],
      [other],
      [piece, other],
      [other, piece],
      [piece.slice(0, cut), other, piece.slice(cut)],
      [piece.slice(0, cut), piece.slice(cut + 1)],
    ];
    pieces = [...pieces.slice(0, at), ...chance.one(instead), ...pieces.slice(at + 1)];
    if (chance.is(0.02)) pieces = pieces.slice(0, chance.upTo(pieces.length));
  }
  return pieces.join("");
}

/** An element that holds a text: gone, twice, changed for another or beside one. */
function inElements(text: string, chance: Chance): string {
  const leaves = Array.from(text.matchAll(LEAF));
  const { 0: leaf, index } = chance.one(leaves);
  const sameNamed = WHOLE.filter((one) => one.startsWith(leaf.slice(0, 6)));
  const other = chance.one(sameNamed.length > 0 && chance.is(0.6) ? sameNamed : WHOLE);
  const inside = leaf.replace(/(>[^<]*)(<)/, (_, held: string, rest: string) => `${held}${other}${rest}`);
  const instead = chance.one(["", leaf + leaf, other, other, other, leaf + other, other + leaf, inside]);
  return text.slice(0, index) + instead + text.slice(index + leaf.length);
}

/** A member or an item: gone, renamed, beside another, or holding something else. */
function inMembers(text: string, chance: Chance): string {
  const root = JSON.parse(text) as object;
  const slots: (readonly [Record<string, unknown>, string])[] = [];
  const look = (held: unknown): void => {
    if (typeof held !== "object" || held === null) return;
    for (const name of Object.keys(held)) {
      slots.push([held as Record<string, unknown>, name]);
      look((held as Record<string, unknown>)[name]);
    }
  };
  look(root);
  const [held, name] = chance.one(slots);
  const values = [...OTHERS.json.flatMap(jsonIn), {}, [], [[]], [null]];
  const change = chance.upTo(3);
  if (change === 0 && !Array.isArray(held)) delete held[name];
  else if (change === 1 && !Array.isArray(held))
    held[chance.one(["note", "revision", "severityCode", "number", "colour", "natur", name.toUpperCase()])] =
      chance.one(values);
  else held[name] = chance.one(values);
  return JSON.stringify(root);
}

function jsonIn(text: string): unknown[] {
  try {
    return [JSON.parse(text) as unknown];
  } catch {
    return [];
  }
}
