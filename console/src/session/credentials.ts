/** The token of the moment. Whoever asks while it is not accepted waits until the person has given another. */
export class Credentials {
  private awaited: { readonly token: Promise<string>; readonly give: (secret: string) => void } | null = null;

  constructor(private secret: string) {}

  readonly current = (): string | Promise<string> => this.awaited?.token ?? this.secret;

  /** The last one, accepted or not. */
  get last(): string {
    return this.secret;
  }

  /** The gateway does not accept it any more. */
  refuse(): void {
    if (this.awaited) return;
    let give: (secret: string) => void = () => undefined;
    const token = new Promise<string>((resolve) => (give = resolve));
    this.awaited = { token, give };
  }

  replace(secret: string): void {
    this.secret = secret;
    const { awaited } = this;
    this.awaited = null;
    awaited?.give(secret);
  }
}
