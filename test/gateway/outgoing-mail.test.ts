import { once } from "node:events";
import type { Socket } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { describe, expect, test } from "vitest";
import { accepted, failed } from "../../src/outbound/attempt.js";
import { Mailer, type Mail } from "../../src/outbound/mailer.js";
import { composeMail } from "../../src/features/deliveries/owner-message.js";
import { freePort } from "../support/process.js";
import { listen, OWNER_MESSAGE, PATIENCE, SHORT, startPeer } from "../support/peers.js";

describe("a mail", () => {
  interface MailServer extends AsyncDisposable {
    readonly port: number;
    readonly mails: ParsedMail[];
  }

  async function startMailServer(options: SMTPServerOptions = {}, reply = "queued as 4F1"): Promise<MailServer> {
    const mails: ParsedMail[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      disableReverseLookup: true,
      onData(stream, _session, done) {
        simpleParser(stream, {}, (error, mail) => {
          mails.push(mail);
          done(error, reply);
        });
      },
      ...options,
    });
    // A client that does not trust our certificate ends the handshake, which is what a test may be after.
    server.on("error", () => undefined);
    const port = await listen(server.server);
    return {
      port,
      mails,
      [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
    };
  }

  function aMail(overrides: Partial<Mail> = {}): Mail {
    return { messageId: "<7@dabyl.test>", to: "duty@owner.test", ...composeMail(OWNER_MESSAGE, "kk"), ...overrides };
  }

  function aMailer(port: number, { timeout = PATIENCE, scheme = "smtp", query = "", login = "" } = {}): Mailer {
    return new Mailer({
      url: `${scheme}://${login}127.0.0.1:${port}${query}`,
      from: "Dabyl <dabyl@centre.test>",
      timeout,
    });
  }

  function refusal(responseCode: number, message: string): Error {
    return Object.assign(new Error(message), { responseCode });
  }

  test("R9.2 arrives whole, in both forms, and the server's reply is the proof", async () => {
    await using server = await startMailServer();
    const mail = aMail();
    const attempted = await aMailer(server.port).send(mail);
    expect(attempted).toEqual({ isAccepted: true, proof: expect.stringMatching(/^250 .*queued as 4F1$/) });
    const [arrived] = server.mails;
    expect(arrived?.subject).toBe(mail.subject);
    expect(arrived?.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect(arrived?.html).toBe(mail.html);
    expect(arrived?.messageId).toBe("<7@dabyl.test>");
    expect(arrived?.from?.text).toBe('"Dabyl" <dabyl@centre.test>');
    expect([arrived?.to].flat().map((to) => to?.text)).toEqual(["duty@owner.test"]);
    expect(arrived?.headers.get("auto-submitted")).toBe("auto-generated");
  });

  test("has the same Message-ID when it is sent again", async () => {
    await using server = await startMailServer();
    const mailer = aMailer(server.port);
    for (const _ of [1, 2]) await mailer.send(aMail());
    expect(server.mails.map(({ messageId }) => messageId)).toEqual(["<7@dabyl.test>", "<7@dabyl.test>"]);
  });

  const REFUSALS = [
    ["onRcptTo", 550, true],
    ["onRcptTo", 451, false],
    ["onMailFrom", 550, false],
    ["onConnect", 554, false],
    ["onData", 554, true],
    ["onData", 452, false],
  ] as const;
  test.for(REFUSALS)("that is refused at %s with %i is refused for good: %s", async ([where, code, isFinal]) => {
    const refuse = (...given: readonly unknown[]) => {
      // The stream of a message has to be read before it can be refused.
      if (where === "onData") (given[0] as NodeJS.ReadableStream).resume();
      (given.at(-1) as (error: Error) => void)(refusal(code, "no such luck"));
    };
    await using server = await startMailServer({ [where]: refuse });
    const detail: unknown = expect.stringMatching(new RegExp(`^${code} .*no such luck`));
    expect(await aMailer(server.port).send(aMail())).toEqual({ isAccepted: false, isFinal, detail });
  });

  test("is not refused for good by a server that is down", async () => {
    const attempted = await aMailer(await freePort()).send(aMail());
    expect(attempted).toEqual({ isAccepted: false, isFinal: false, detail: expect.stringContaining("ECONNREFUSED") });
  });

  const MUTE: readonly (readonly [string, (socket: Socket) => void])[] = [
    ["never greets", () => undefined],
    [
      "greets, and then never comes to the end of a reply",
      (socket) => {
        socket.write("220 ready\r\n");
        const dripping = setInterval(() => socket.write("250-slowly\r\n"), SHORT / 10);
        socket.on("close", () => clearInterval(dripping));
      },
    ],
  ];
  test.for(MUTE)("ends at the timeout where the server %s", async ([, onConnection]) => {
    await using peer = await startPeer(onConnection);
    const attempted = await aMailer(peer.port, { timeout: SHORT }).send(aMail());
    expect(attempted).toEqual({ isAccepted: false, isFinal: false, detail: expect.stringContaining("0.3 s") });
    const [socket] = peer.connections;
    if (socket && !socket.closed) await once(socket.resume(), "close");
  });

  test("is broken off when the mailer is closed", async () => {
    await using peer = await startPeer(() => mailer.close());
    const mailer = aMailer(peer.port);
    expect(await mailer.send(aMail())).toMatchObject({ isAccepted: false, isFinal: false });
  });

  test("goes over TLS where the server offers it, to a certificate that is trusted only", async () => {
    await using offering = await startMailServer({ disabledCommands: [] });
    await using speaking = await startMailServer({ secure: true });
    const servers = [
      [offering, "smtp"],
      [speaking, "smtps"],
    ] as const;
    for (const [server, scheme] of servers) {
      const strict = await aMailer(server.port, { scheme }).send(aMail());
      expect(strict).toMatchObject({
        isAccepted: false,
        isFinal: false,
        detail: expect.stringMatching(/certificate/i),
      });
      expect(server.mails).toEqual([]);
      const lenient = aMailer(server.port, { scheme, query: "?tls.rejectUnauthorized=false" });
      expect(await lenient.send(aMail())).toMatchObject({ isAccepted: true });
      expect(server.mails).toHaveLength(1);
    }
  });

  test("to a server that refuses the password is not refused for good, and the password is not shown", async () => {
    await using server = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (auth, _, done) => done(refusal(535, `wrong: ${auth.password}`)),
    });
    const attempted = await aMailer(server.port, { login: "dabyl:s3cret@" }).send(aMail());
    expect(attempted).toMatchObject({ isAccepted: false, isFinal: false, detail: expect.stringContaining("535") });
    expect(JSON.stringify(attempted)).not.toMatch(/s3cret/);
  });

  test("to what is no address of one mailbox is refused for good", async () => {
    await using server = await startMailServer();
    for (const to of ["", "owner", "a@b.test, c@d.test", "a@b.test\r\nBcc: c@d.test", "A <a@b.test>", "a@b@c.test"])
      expect(await aMailer(server.port).send(aMail({ to }))).toMatchObject({ isAccepted: false, isFinal: true });
    expect(server.mails).toEqual([]);
  });

  test("names the setting where no mail server is set", async () => {
    const detail = "no mail server is set (SMTP_URL)";
    expect(await new Mailer(null).send(aMail())).toEqual({ isAccepted: false, isFinal: false, detail });
  });

  test("has a proof of at most 500 characters", async () => {
    await using server = await startMailServer({}, "ұ".repeat(600));
    const attempted = await aMailer(server.port).send(aMail());
    if (!attempted.isAccepted) throw new Error(attempted.detail);
    expect(attempted.proof).toMatch(/^250 .*ұ$/);
    expect(attempted.proof).toHaveLength(500);
  });
});

test("what a server says is kept as one printable line", () => {
  const said = `250 2.0.0\u0000\u0007 \u001B[31mok\u2028\r\nqueued\uD800`;
  const line = "250 2.0.0 [31mok queued\uFFFD";
  expect(accepted(said)).toEqual({ isAccepted: true, proof: line });
  expect(failed(said)).toEqual({ isAccepted: false, isFinal: false, detail: line });
});
