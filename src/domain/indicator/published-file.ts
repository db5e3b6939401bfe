/** What a published file lacks to be what it should be: where in it (`list[3]`; empty: the whole), and what is wrong and to be done. */
export class Unreadable extends Error {
  constructor(
    readonly path: string,
    fault: string,
  ) {
    super(fault);
  }
}
