/**
 * The two digests that checksums of wallets are made of, for messages of a block at most. Here because the core imports
 * nothing, and its judgements do not wait.
 */

const PRIMES = [2];
for (let next = 3; PRIMES.length < 64; next += 2) if (PRIMES.every((prime) => next % prime !== 0)) PRIMES.push(next);
const fraction = (root: number): number => ((root % 1) * 2 ** 32) | 0;
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

/** SHA-256 (FIPS 180-4, section 6.2) of at most 55 bytes. */
export function sha256(message: readonly number[]): number[] {
  const block = new DataView(new ArrayBuffer(64));
  message.forEach((byte, index) => block.setUint8(index, byte));
  block.setUint8(message.length, 0x80);
  block.setUint32(60, message.length * 8);
  const words = new Int32Array(64);
  for (let index = 0; index < 16; index += 1) words[index] = block.getInt32(4 * index);
  for (let index = 16; index < 64; index += 1) {
    const [early, late] = [words[index - 15] ?? 0, words[index - 2] ?? 0];
    const one = right(early, 7) ^ right(early, 18) ^ (early >>> 3);
    const two = right(late, 17) ^ right(late, 19) ^ (late >>> 10);
    words[index] = (words[index - 16] ?? 0) + one + (words[index - 7] ?? 0) + two;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = INITIAL;
  for (let index = 0; index < 64; index += 1) {
    const mixed = (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g));
    const one = (h + mixed + (ROUNDS[index] ?? 0) + (words[index] ?? 0)) | 0;
    const two = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  return [a, b, c, d, e, f, g, h].flatMap((value, index) => {
    const sum = value + (INITIAL[index] ?? 0);
    return [(sum >>> 24) & 255, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255];
  });
}

function right(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

const RATE = 136;
/** Where each lane goes and by how many bits it turns: rho and pi of FIPS 202, section 3.2, along their one path. */
const PATH: { readonly to: number; readonly by: number }[] = [];
for (let x = 1, y = 0, step = 0; step < 24; step += 1) {
  [x, y] = [y, (2 * x + 3 * y) % 5];
  PATH.push({ to: x + 5 * y, by: (((step + 1) * (step + 2)) / 2) % 64 });
}
/** The constants of iota, low and high half, out of the shift register of FIPS 202, section 3.2.5. */
const IOTA: (readonly [low: number, high: number])[] = [];
for (let round = 0, register = 1; round < 24; round += 1) {
  let [low, high] = [0, 0];
  for (let bit = 0; bit < 7; bit += 1) {
    const place = 2 ** bit - 1;
    if (register & 1 && place < 32) low |= 1 << place;
    if (register & 1 && place >= 32) high |= 1 << (place - 32);
    register = register & 0x80 ? (register << 1) ^ 0x171 : register << 1;
  }
  IOTA.push([low, high]);
}

/**
 * Keccak-256 as Ethereum and Monero have it (the permutation of FIPS 202 with the padding of the original submission),
 * of at most 135 bytes. Lanes of 64 bits are kept as two halves, the low one first.
 */
export function keccak256(message: readonly number[]): number[] {
  const block = new Uint8Array(200);
  block.set(message);
  block[message.length] = 1;
  block[RATE - 1] = (block[RATE - 1] ?? 0) | 0x80;
  const view = new DataView(block.buffer);
  const state = Int32Array.from({ length: 50 }, (_, half) => view.getInt32(4 * half, true));
  for (const [low, high] of IOTA) {
    permute(state);
    state[0] = (state[0] ?? 0) ^ low;
    state[1] = (state[1] ?? 0) ^ high;
  }
  return Array.from({ length: 32 }, (_, at) => ((state[at >> 2] ?? 0) >>> (8 * (at % 4))) & 255);
}

/** A round of the permutation but for iota: theta, rho, pi and chi. */
function permute(state: Int32Array): void {
  const sums = new Int32Array(10);
  for (let half = 0; half < 50; half += 1) sums[half % 10] = (sums[half % 10] ?? 0) ^ (state[half] ?? 0);
  for (let half = 0; half < 50; half += 1) {
    const before = sums[(half + 8) % 10] ?? 0;
    const after = sums[(half + 2) % 10] ?? 0;
    const other = sums[half % 2 === 0 ? (half + 3) % 10 : (half + 1) % 10] ?? 0;
    state[half] = (state[half] ?? 0) ^ before ^ ((after << 1) | (other >>> 31));
  }
  let [low, high] = [state[2] ?? 0, state[3] ?? 0];
  for (const { to, by } of PATH) {
    const [nextLow, nextHigh] = [state[2 * to] ?? 0, state[2 * to + 1] ?? 0];
    const isCrossed = by >= 32;
    state[2 * to] = left(isCrossed ? high : low, isCrossed ? low : high, by);
    state[2 * to + 1] = left(isCrossed ? low : high, isCrossed ? high : low, by);
    [low, high] = [nextLow, nextHigh];
  }
  const row = new Int32Array(10);
  for (let start = 0; start < 50; start += 10) {
    row.set(state.subarray(start, start + 10));
    for (let half = 0; half < 10; half += 1)
      state[start + half] = (row[half] ?? 0) ^ (~(row[(half + 2) % 10] ?? 0) & (row[(half + 4) % 10] ?? 0));
  }
}

/** The half `one` of a lane, turned to the left, with the bits that come out of the other. */
function left(one: number, other: number, by: number): number {
  const rest = by % 32;
  return rest === 0 ? one : (one << rest) | (other >>> (32 - rest));
}
