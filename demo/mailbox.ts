import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { DemoError } from "./answers.js";
import { Waiting } from "./waiting.js";

/** Milliseconds in which a mail must be here. */
const PATIENCE = 10_000;

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** A mail as the mailbox received it, as plain text. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  /** The text part. */
  readonly text: string;
  /** Milliseconds of the epoch. */
  readonly takenAt: number;
}

/** A mail server on this machine that plays the mail server of every owner: it takes what comes and keeps it in memory. */
export class Mailbox {
  private readonly mails: Mail[] = [];
  private readonly shown = new Set<Mail>();
  private readonly waiting = new Waiting();

  private constructor(
    readonly url: string,
    private readonly server: SMTPServer,
  ) {}

  /** Listens where the gateway sends its mail, `smtpUrl`; rejects with a DemoError where it cannot. */
  static async open(smtpUrl: string | null): Promise<Mailbox> {
    if (smtpUrl === null) throw new DemoError("The gateway has no mail server (SMTP_URL).");
    const { protocol, hostname, port } = new URL(smtpUrl);
    if (protocol !== "smtp:" || !LOOPBACK.includes(hostname))
      throw new DemoError(`The gateway has a mail server of its own, ${hostname} (SMTP_URL).`);
    const url = `smtp://${hostname}:${port || "587"}`;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      disableReverseLookup: true,
      logger: false,
      onData: (stream, { envelope }, done) => {
        const to = envelope.rcptTo.map(({ address }) => address).join(", ");
        simpleParser(stream, {}, (error, mail) => {
          if (!error) mailbox.take(mail, to);
          done(error, "taken into the demonstration's mailbox");
        });
      },
    });
    const mailbox = new Mailbox(url, server);
    await new Promise<void>((resolve, reject) => {
      server.on("error", (error) => reject(new DemoError(`No mailbox can be opened at ${url}: ${error.message}.`)));
      server.listen(Number(port || "587"), hostname.replace(/^\[|\]$/g, ""), resolve);
    });
    return mailbox;
  }

  /** The mail about an incident; null where none comes in time. */
  async about(number: string): Promise<Mail | null> {
    const find = (): Mail | undefined => this.mails.find((mail) => !this.shown.has(mail) && isAbout(mail, number));
    const mail = await this.waiting.until(find, PATIENCE);
    if (mail) this.shown.add(mail);
    return mail;
  }

  /** How many mails came that nobody asked for: about incidents of earlier runs. */
  get others(): number {
    return this.mails.length - this.shown.size;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private take({ from, subject, messageId, text }: ParsedMail, to: string): void {
    this.mails.push({
      from: from?.text ?? "",
      to,
      subject: subject ?? "",
      messageId: messageId ?? "",
      text: text ?? "",
      takenAt: Date.now(),
    });
    this.waiting.stir();
  }
}

/** An incident's number is in the subject of its mail, delimited. */
function isAbout({ subject }: Mail, number: string): boolean {
  return subject.split(/[\s:,;]+/).includes(number);
}
