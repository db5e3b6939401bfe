import {
  createTransport,
  type NodemailerError,
  type SMTPSentMessageInfo,
  type SMTPTransportOptions,
  type Transporter,
} from "nodemailer";
import { SECOND } from "../domain/instant.js";
import { accepted, failed, failedForGood, reasonOf, type Attempted } from "./attempt.js";
import { offersUtf8 } from "./nodemailer-log.js";

/** One address of one mailbox, without a display name; whether anybody reads there, only its server knows. */
const ADDRESS = /^[^\s\p{Cc}<>(),;:"\\[\]@]+@[^\s\p{Cc}<>(),;:"\\[\]@]+$/u;

/** What only a server with SMTPUTF8 can deliver (RFC 6531); a domain goes as `xn--…`, what is before the @ cannot. */
const BEYOND_ASCII = /[\u0080-\u{10FFFF}][^@]*@/u;

const NO_SMTPUTF8 =
  "the mail server does not offer SMTPUTF8, and without that no mail goes to an address with letters beyond ASCII before its @";

/** The server that takes our mail. `url` is `smtp://` or `smtps://` and may hold a password. */
export interface MailServer {
  readonly url: string;
  readonly from: string;
  /** Milliseconds for the whole of one attempt. */
  readonly timeout: number;
}

export interface Mail {
  /** `<…@…>`; the same for each attempt, so that the reader's server can recognise a repeat. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Hands mails to the mail server, each over a separate connection: STARTTLS if it is offered, TLS from the start
 * for `smtps://`. The URL's query may have options of nodemailer.
 */
export class Mailer {
  private readonly closing = new AbortController();
  private readonly transport: Transporter<SMTPSentMessageInfo> | null;

  /** `server` is null if none is set: every attempt then fails with that message. */
  constructor(private readonly server: MailServer | null) {
    this.transport = server && createTransport(optionsOf(server));
  }

  /** Hands the mail over once; never throws. The proof is the server's reply to the message, `250 2.0.0 queued as …`. */
  async send(mail: Mail): Promise<Attempted> {
    const { server, transport } = this;
    if (server === null || transport === null) return failed("no mail server is set (SMTP_URL)");
    if (!ADDRESS.test(mail.to)) return failedForGood("the address is no e-mail address");
    // The library's own timeouts restart with each reply; this one is for the whole.
    const late = AbortSignal.timeout(server.timeout);
    const broken = AbortSignal.any([late, this.closing.signal]);
    try {
      if (BEYOND_ASCII.test(mail.to) && !(await offersUtf8(optionsOf(server), broken)))
        return failedForGood(NO_SMTPUTF8);
      const { response } = await transport.sendMail({
        from: server.from,
        // An object is used as it is; a string would be split at its commas.
        to: { name: "", address: mail.to },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        headers: { "Auto-Submitted": "auto-generated" },
        signal: broken,
      });
      return accepted(response);
    } catch (error) {
      if (late.aborted) return failed(`the mail server did not finish within ${server.timeout / SECOND} s`);
      return judge(error);
    }
  }

  /** Breaks off what is being sent. */
  close(): void {
    this.closing.abort();
    this.transport?.close();
  }
}

function optionsOf({ url, timeout }: MailServer): SMTPTransportOptions {
  // Behind the one for the whole, which says what it is.
  const later = 2 * timeout;
  return {
    url,
    connectionTimeout: later,
    greetingTimeout: later,
    socketTimeout: later,
    dnsTimeout: later,
    // What a mail holds was written by others: nothing in it is read from disk or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** A 5xx about the recipient or the message is final; one about the connection or ourselves may be temporary. */
function judge(error: unknown): Attempted {
  const { code, command, response, responseCode = 0 } = error as NodemailerError;
  // What the server says here may repeat what it was given.
  if (code === "EAUTH") return failed(`the mail server refused our user name or password (${responseCode})`);
  const isAboutThisMail = command === "RCPT TO" || command === "DATA";
  // 503 is about the order of commands, not about what was sent.
  const isFinal = isAboutThisMail && responseCode >= 500 && responseCode !== 503;
  const detail = response ?? reasonOf(error);
  return isFinal ? failedForGood(detail) : failed(detail);
}
