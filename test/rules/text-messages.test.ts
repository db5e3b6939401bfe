import { expect, test } from "vitest";
import { TextMessages } from "../../src/server/text-messages.js";

/** The messages in what is written: unmasked text frames (RFC 6455, section 5.2). */
function read(pieces: readonly Buffer[]): string[] {
  let rest = Buffer.concat(pieces);
  const messages: string[] = [];
  while (rest.length > 0) {
    expect(rest[0]).toBe(0x81);
    const short = rest[1] ?? 0;
    const [header, length] =
      short === 127 ? [10, Number(rest.readBigUInt64BE(2))] : short === 126 ? [4, rest.readUInt16BE(2)] : [2, short];
    messages.push(rest.subarray(header, header + length).toString());
    rest = rest.subarray(header + length);
  }
  return messages;
}

test("messages of every length are read as they were written, and a large body is not copied", () => {
  const beginning = `{"id":"ә","payload":`;
  const begins = Buffer.byteLength(beginning);
  const sizes = [0, 125, 126, 127, 16_383, 16_384, 65_535, 65_536, 1_000_000].map((size) => Math.max(size - begins, 0));
  const bodies: Buffer[] = sizes.map((size, index) => Buffer.alloc(size, String(index)));
  for (const some of [bodies, bodies.toReversed(), ...bodies.map((body) => [body])]) {
    const { pieces } = new TextMessages(beginning, some);
    expect(read(pieces)).toEqual(some.map((body) => beginning + body.toString()));
    expect(pieces.filter((piece) => some.includes(piece))).toEqual(some.filter(({ length }) => length >= 16_384));
  }
  expect(new TextMessages(beginning, bodies.slice(0, 4)).pieces).toHaveLength(1);
});

test("another beginning takes the place of the last one where it is as long in bytes, also before a large body", () => {
  const bodies = [Buffer.from("one"), Buffer.alloc(20_000, "l"), Buffer.from("two")];
  const messages = new TextMessages("ә:", bodies);
  expect(messages.beginWith("ab:")).toBe(true);
  expect(read(messages.pieces)).toEqual(bodies.map((body) => `ab:${body.toString()}`));
  expect(messages.beginWith("a:")).toBe(false);
  expect(messages.beginWith("әб")).toBe(false);
  expect(read(messages.pieces)).toEqual(bodies.map((body) => `ab:${body.toString()}`));
});
