import { afterAll, beforeAll, beforeEach } from "vitest";
import { startGateway, type TestGateway } from "./gateway.js";
import { startMailbox, type Mailbox } from "./receivers.js";

interface MailWorld {
  readonly mailbox: Mailbox;
  readonly world: TestGateway;
}

/**
 * One gateway and its mail server for the tests of a file, each of which uses its own addresses and finds the server accepting
 * mail.
 */
export function sharedMailWorld(): () => MailWorld {
  let shared: MailWorld | null = null;
  const get = (): MailWorld => {
    if (!shared) throw new Error("the tests that share a mail server have not begun");
    return shared;
  };
  beforeAll(async () => {
    const mailbox = await startMailbox();
    shared = { mailbox, world: await startGateway({ settings: { SMTP_URL: mailbox.url } }) };
  });
  beforeEach(() => {
    get().mailbox.reply = "ACCEPT";
  });
  afterAll(async () => {
    await shared?.world[Symbol.asyncDispose]();
    await shared?.mailbox[Symbol.asyncDispose]();
  });
  return get;
}
