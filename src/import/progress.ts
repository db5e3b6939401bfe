/** Milliseconds between two lines. */
const BETWEEN = 2_000;

/** Lines on stderr about how far something is. */
export class Progress {
  private readonly since = Date.now();
  private last = this.since;

  /** `all`: how many there will be, where that is known. */
  constructor(private readonly all: number | null) {}

  /** Says it, if some time has passed; whether it did. */
  tell(counts: { readonly read: number } & Readonly<Record<string, number>>): boolean {
    if (Date.now() - this.last < BETWEEN) return false;
    this.last = Date.now();
    console.error(this.line(counts));
    return true;
  }

  end(counts: { readonly read: number } & Readonly<Record<string, number>>): void {
    console.error(this.line(counts));
  }

  private line({ read, ...counts }: { readonly read: number } & Readonly<Record<string, number>>): string {
    const seconds = Math.max((Date.now() - this.since) / 1_000, 0.001);
    const each = Object.entries(counts).filter(([name, count]) => count > 0 || name === "accepted");
    const of = this.all === null ? "" : ` of ${this.all}`;
    return `${read}${of} read: ${each.map(([name, count]) => `${count} ${name}`).join(", ")}${each.length > 0 ? ", " : ""}${Math.round(read / seconds)}/s`;
  }
}
