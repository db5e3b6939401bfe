/**
 * Questions that come often. PostgreSQL plans a question with what it leads to as a statement of its own, in each session: ten
 * milliseconds for a dossier, up to eighty and 3.6 MB where everything is asked for; what is loaded as it is needed is planned once
 * for all. So a plan has to be paid for by uses before it, whichever document or filter makes a question another. Those that came
 * last are kept: whoever asks more of them by turns than there is room for gets none planned.
 */
export class Habits {
  /** By question, the least recently used first. */
  private readonly known = new Map<string, { readonly parts: number; times: number }>();
  private parts = 0;

  /** `uses`: how often a question comes before it is a habit; `most`: parts of the statements of all that are kept. */
  constructor(
    private readonly uses = 20,
    private readonly most = 500,
  ) {}

  /** Counts a use of a question whose statement would have so many parts; true if it came often enough before. */
  isOne(question: string, parts: number): boolean {
    const found = this.known.get(question) ?? { parts, times: 0 };
    if (!this.known.delete(question)) this.parts += parts;
    this.known.set(question, found);
    for (const [oldest, { parts: its }] of this.known) {
      if (this.parts <= this.most) break;
      this.known.delete(oldest);
      this.parts -= its;
    }
    found.times += 1;
    return found.times > this.uses;
  }
}
