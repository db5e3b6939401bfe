/** Bytes of a body from which on it is sent as it is, shared by all: below that, copying is cheaper than one more piece. */
const LARGE = 16_384;
/** FIN and the opcode of a text frame (RFC 6455, section 5.2). */
const WHOLE_TEXT = 0x81;

/**
 * WebSocket text messages of one frame each, for one write to the network: each with the same beginning, and a body of its own in
 * UTF-8. Small ones are one piece; a large body is a piece by itself, and not copied.
 */
export class TextMessages {
  readonly pieces: readonly Buffer[];
  private readonly copied: Buffer;
  /** Where in it the beginnings are. */
  private readonly beginnings: number[] = [];
  private readonly begins: number;

  constructor(
    private beginning: string,
    bodies: readonly Buffer[],
  ) {
    const begins = (this.begins = Buffer.byteLength(beginning));
    const size = bodies.reduce(
      (sum, body) => sum + headerBytes(begins + body.length) + begins + (body.length < LARGE ? body.length : 0),
      0,
    );
    const copied = (this.copied = Buffer.allocUnsafe(size));
    const pieces: Buffer[] = [];
    let from = 0;
    let to = 0;
    for (const body of bodies) {
      to = writeHeader(copied, to, begins + body.length);
      this.beginnings.push(to);
      to += copied.write(beginning, to);
      if (body.length < LARGE) to += body.copy(copied, to);
      else {
        pieces.push(copied.subarray(from, to), body);
        from = to;
      }
    }
    if (to > from) pieces.push(copied.subarray(from, to));
    this.pieces = pieces;
  }

  /**
   * Writes another beginning over the last one, if it is as long in bytes; whether it is. The pieces must not be in use any more:
   * they are the same ones.
   */
  beginWith(beginning: string): boolean {
    if (beginning === this.beginning) return true;
    if (Buffer.byteLength(beginning) !== this.begins) return false;
    this.beginning = beginning;
    for (const at of this.beginnings) this.copied.write(beginning, at);
    return true;
  }
}

function headerBytes(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10;
}

/** Writes the header of a message of so many bytes; gives where it ends. */
function writeHeader(target: Buffer, at: number, length: number): number {
  target[at] = WHOLE_TEXT;
  if (length < 126) return target.writeUInt8(length, at + 1);
  if (length < 65_536) {
    target[at + 1] = 126;
    return target.writeUInt16BE(length, at + 2);
  }
  target[at + 1] = 127;
  return target.writeBigUInt64BE(BigInt(length), at + 2);
}
