import { describe, expect, test } from "vitest";
import { linesOf, type Cut, type Item, type Pieces } from "../../src/exchange/items.js";
import { readItem } from "../../src/exchange/items.js";
import { beginsBatch, itemsOf } from "../../src/exchange/xml-items.js";
import { Unreadable } from "../../src/exchange/decoded.js";
import { allOf } from "../support/form-documents.js";
import { BoundedQueue } from "../../src/server/documents/bounded-queue.js";
import { seeded } from "../support/chance.js";

/** R13.2: a batch is cut into its items as it arrives, in whatever pieces that is. */

const LIMIT = 1_000;

/** What is sent, in pieces that a number decides. */
async function* inPieces(text: string, seed: number): Pieces {
  const random = seeded(seed);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + Math.floor(random() * random() * 40);
    yield await Promise.resolve(bytes.subarray(at, end));
    at = end;
  }
}

/** What was cut, as far as that went: the place and text of each item, the place of each fault. */
async function cutsOf(cuts: AsyncIterable<Cut>): Promise<unknown[]> {
  const seen: unknown[] = [];
  const placed = (fault: Unreadable): unknown => [fault.says.key, fault.place];
  try {
    for await (const cut of cuts)
      seen.push(cut instanceof Unreadable ? placed(cut) : [Buffer.from(cut.bytes).toString(), cut.at]);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    seen.push("and ends", placed(error));
  }
  return seen;
}

test("the lines of NDJSON are the same in whatever pieces they come; blank ones are none, one that is too long is named", async () => {
  const text = `\uFEFF{"а":1}\r\n\n \t\n{"b":"😀"}\n${"x".repeat(2 * LIMIT)}\n{"c":3}`;
  const expected = [
    ['\uFEFF{"а":1}\r', { line: 1, column: 1 }],
    ['{"b":"😀"}', { line: 4, column: 1 }],
    ["bodyTooLarge", { line: 5, column: 1 }],
    ['{"c":3}', { line: 6, column: 1 }],
  ];
  for (let seed = 0; seed < 50; seed += 1) expect(await cutsOf(linesOf(inPieces(text, seed), LIMIT))).toEqual(expected);
});

test("a byte-order mark with nothing behind it is a blank line; a line without a document is named by its place", async () => {
  const cuts = linesOf(inPieces("\uFEFF\r\n\u00A0\n", 1), LIMIT);
  const { value: item } = await cuts.next();
  expect(item).toMatchObject({ at: { line: 2, column: 1 } });
  expect(() => allOf(readItem(item as Item, "json", null))).toThrow(
    expect.objectContaining({ place: { line: 2, column: 1 } }),
  );
});

const XMLNS = 'xmlns="urn:dabyl:exchange:1"';

describe("XML", () => {
  test.for<[string, string, unknown[]]>([
    [
      "items with what the batch declares for them, and their places",
      `\uFEFF<?xml version="1.0"?>\r\n<!-- <a/> --><d:batch xmlns:d="urn:dabyl:exchange:1" version="1.0">\r\n  <d:a x="&lt;"><b>😀</b></d:a><!-- – -->\n<c ${XMLNS}/></d:batch>\n<!-- x -->\n`,
      [
        ['<d:a xmlns:d="urn:dabyl:exchange:1" x="&lt;"><b>😀</b></d:a>', { line: 3, column: 3 }],
        [`<c xmlns:d="urn:dabyl:exchange:1" ${XMLNS}/>`, { line: 4, column: 1 }],
      ],
    ],
    [
      "nothing of what follows a fault",
      `<batch ${XMLNS} version="1.0"><a ${XMLNS}/>\n<incidentReport ${XMLNS} version="1.0">\n<b></c></incidentReport><a/></batch>`,
      [[`<a ${XMLNS}/>`, { line: 1, column: 51 }], "and ends", ["xmlUnfit", { line: 3, column: 4 }]],
    ],
    [
      "no batch that does not end",
      `<batch ${XMLNS} version="1.0">\n<a ${XMLNS}/>\n`,
      [[`<a ${XMLNS}/>`, { line: 2, column: 1 }], "and ends", ["xmlUnfit", { line: 3, column: 1 }]],
    ],
    [
      "no item beyond the limit",
      `<batch ${XMLNS} version="1.0"><a>${"x".repeat(LIMIT)}</a></batch>`,
      ["and ends", ["bodyTooLarge", { line: 1, column: 51 }]],
    ],
    [
      "no text between items",
      `<batch ${XMLNS} version="1.0"><a ${XMLNS}/> <![CDATA[ ]]></batch>`,
      [[`<a ${XMLNS}/>`, { line: 1, column: 51 }], "and ends", ["textBetween", { line: 1, column: 85 }]],
    ],
    [
      "the fault of an item that relies on what the batch declares",
      `<d:batch xmlns:d="urn:dabyl:exchange:1" version="1.0">\n<d:incidentReport version="1.0"><d:report>&who;</d:report></d:incidentReport></d:batch>`,
      ["and ends", ["xmlUnfit", { line: 2, column: 43 }]],
    ],
    [
      "an item with an instruction or a batch in it, to be refused by itself",
      `<batch ${XMLNS} version="1.0"><a ${XMLNS}><?x y?></a><batch ${XMLNS}/></batch>`,
      [
        [`<a ${XMLNS}><?x y?></a>`, { line: 1, column: 51 }],
        [`<batch ${XMLNS}/>`, { line: 1, column: 94 }],
      ],
    ],
    [
      "no instruction between items",
      `<batch ${XMLNS} version="1.0"><a ${XMLNS}/><?x y?></batch>`,
      [[`<a ${XMLNS}/>`, { line: 1, column: 51 }], "and ends", ["xmlUnfit", { line: 1, column: 84 }]],
    ],
    [
      "items behind white space that is written as characters",
      `<batch ${XMLNS} version="1.0">&#10;<a ${XMLNS}/>&#32; <b ${XMLNS}/>&#9;</batch>`,
      [
        [`<a ${XMLNS}/>`, { line: 1, column: 56 }],
        [`<b ${XMLNS}/>`, { line: 1, column: 95 }],
      ],
    ],
    [
      "no text behind the batch",
      `<batch ${XMLNS} version="1.0"><a ${XMLNS}/></batch>\n x`,
      [[`<a ${XMLNS}/>`, { line: 1, column: 51 }], "and ends", ["xmlUnfit", { line: 2, column: 2 }]],
    ],
    [
      "nothing of a batch with an attribute of its own",
      `<batch ${XMLNS} date="2026-03-01" version="1.0"><a/></batch>`,
      ["and ends", ["memberUnknown", { line: 1, column: 1 }]],
    ],
    [
      "nothing of a batch that names its schema",
      `<batch ${XMLNS} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" version="1.0"><a/></batch>`,
      ["and ends", ["xmlUnfit", { line: 1, column: 1 }]],
    ],
  ])("gives %s, in whatever pieces it comes", async ([, text, expected]) => {
    for (let seed = 0; seed < 50; seed += 1)
      expect(await cutsOf(itemsOf(inPieces(text, seed), LIMIT))).toEqual(expected);
  });

  test("what the batch declares is added to one item at a time, however many come in one piece", async () => {
    const declared = Array.from({ length: 60 }, (_, index) => `xmlns:p${index}="${"u".repeat(4_000)}"`).join(" ");
    const text = `<batch ${XMLNS} ${declared} version="1.0">${"<a/>".repeat(200)}</batch>`;
    const whole = async function* (): Pieces {
      yield await Promise.resolve(Buffer.from(text));
    };
    const cuts = itemsOf(whole(), LIMIT * LIMIT);
    const before = process.memoryUsage().arrayBuffers;
    const { value: item } = await cuts.next();
    expect((item as Item).bytes.length).toBeGreaterThan(240_000);
    // All of them would be 48 MB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
    let count = 1;
    while (!(await cuts.next()).done) count += 1;
    expect(count).toBe(200);
  });

  test("the places of an item's faults are those in the batch", async () => {
    const text = `<batch ${XMLNS} version="1.0">\n  <incidentCard version="1.0"><surprise/>\n<other/></incidentCard></batch>`;
    const { value: item } = await itemsOf(inPieces(text, 1), LIMIT).next();
    const places = (() => {
      try {
        allOf(readItem(item as Item, "xml", null));
        return [];
      } catch (error) {
        return (error as { readonly faults: readonly { readonly place: unknown }[] }).faults.map(({ place }) => place);
      }
    })();
    expect(places.slice(0, 2)).toEqual([
      { line: 2, column: 31 },
      { line: 3, column: 1 },
    ]);
  });

  test("a batch is told by its root element, once that has come", () => {
    const whole = `\uFEFF<?xml version="1.0"?> <!-- <batch> --> <d:batch `;
    for (let end = 0; end < whole.length; end += 1)
      expect([end, beginsBatch(whole.slice(0, end))]).toEqual([end, null]);
    expect([whole, "<batch>", "<batch/>", "<incidentCard ", "<batches ", "x"].map(beginsBatch)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

test("no more is read than there is room for between reading and results, however much there is", async () => {
  const line = new BoundedQueue<{ readonly bytes: number }>({ count: 3, bytes: 100 });
  let read = 0;
  const reading = (async () => {
    for (; (await line.room()) && read < 1_000; read += 1) line.push({ bytes: read % 7 === 0 ? 120 : 30 });
    line.end();
  })();
  let most = 0;
  for (let taken = await line.next(), count = 1; taken; taken = await line.next(), count += 1) {
    // Whatever could go on has gone on.
    await new Promise((resolve) => setImmediate(resolve));
    most = Math.max(most, read - count + 1);
    line.done(taken);
  }
  await reading;
  expect([read, most]).toEqual([1_000, 3]);
});

test("reading ends where nobody takes results any more", async () => {
  const line = new BoundedQueue<{ readonly bytes: number }>({ count: 1, bytes: 100 });
  line.push({ bytes: 1 });
  const room = line.room();
  line.leave();
  expect(await room).toBe(false);
});
