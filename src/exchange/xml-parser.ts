import { SaxesParser } from "saxes";

// XML 1.1 would let control characters in and take more for ends of lines.
const OPTIONS = { xmlns: true, forceXMLVersion: true, defaultXMLVersion: "1.0" } as const;

/** Reads XML 1.0 with namespaces as it arrives. */
export class XmlParser extends SaxesParser<typeof OPTIONS> {
  constructor() {
    super(OPTIONS);
  }

  /** What has been read so far of a text, a comment, a section of CDATA or an attribute that has not ended. */
  get held(): string {
    return Reflect.get(this, "text");
  }

  /**
   * Takes what is held out but for its last character; "" where it has no more than `most` characters. To be called after each piece:
   * saxes holds as many strings as there were ends of lines, references, `]` and `-`, and to put millions together takes half a second.
   */
  takeHeld(most: number): string {
    const { held } = this;
    if (held.length <= most) return "";
    // The last one stays, since saxes does not tell of an empty text.
    Reflect.set(this, "text", held.slice(-1));
    return held.slice(0, -1);
  }
}
