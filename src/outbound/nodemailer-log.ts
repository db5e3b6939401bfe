/**
 * nodemailer's log, read for what its interface does not tell: whether a server offers SMTPUTF8 (RFC 6531). The library uses it where
 * it is offered, and sends the address all the same where it is not; some servers accept that and lose the mail.
 *
 * Shown by `test/gateway/mail-and-addresses` ("letters beyond ASCII").
 */
import { once } from "node:events";
import { createTransport, type SMTPTransportOptions } from "nodemailer";

/** Asks the server. Of its replies the last one counts, since it comes after STARTTLS. */
export async function offersUtf8(options: SMTPTransportOptions, broken: AbortSignal): Promise<boolean> {
  let isOffered = false;
  const logger = {
    debug(entry: object, line: string): void {
      if ("tnx" in entry && entry.tnx === "server" && line.startsWith("250"))
        isOffered = /^250[ -]SMTPUTF8\b/im.test(line);
    },
    info: () => undefined,
  };
  const asking = createTransport({ ...options, transactionLog: true, logger });
  await Promise.race([asking.verify(), once(broken, "abort").then(() => Promise.reject(new Error("broken off")))]);
  return isOffered;
}
