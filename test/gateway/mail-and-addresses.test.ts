import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { Mailer } from "../../src/outbound/mailer.js";
import { isPublicAddress } from "../../src/outbound/public-address.js";
import { startMailbox } from "../support/receivers.js";

const MAIL = { messageId: "<7@dabyl.test>", subject: "s", text: "t", html: "<p>t</p>" };

/** A mail server that takes whatever it is sent and offers nothing: what it received. */
async function startLenient() {
  const reported: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    socket.setEncoding("utf8");
    socket.write("220 ready\r\n");
    let isData = false;
    socket.on("data", (chunk: string) => {
      for (const line of chunk.split("\r\n").filter((one) => one !== "")) {
        reported.push(line);
        if (isData && line !== ".") continue;
        if (line.startsWith("EHLO")) socket.write("250-lenient\r\n250 8BITMIME\r\n");
        else if (line === "DATA") socket.write("354 go on\r\n");
        else socket.write("250 taken\r\n");
        isData = line === "DATA";
      }
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    reported,
    url: `smtp://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function mailer(url: string): Mailer {
  return new Mailer({ url, from: "dabyl@centre.test", timeout: 30_000 });
}

test("R9.2 a mailbox with letters beyond ASCII is no proof with a server that cannot carry it: nothing is sent, for good", async () => {
  await using server = await startLenient();
  const attempted = await mailer(server.url).send({ ...MAIL, to: "инфо@банк.қаз" });
  expect(attempted).toEqual({ isAccepted: false, isFinal: true, detail: expect.stringContaining("SMTPUTF8") });
  expect(server.reported.filter((line) => /^(MAIL|RCPT|DATA)/.test(line))).toEqual([]);
  // A domain alone needs no extension.
  expect(await mailer(server.url).send({ ...MAIL, to: "info@банк.қаз" })).toMatchObject({ isAccepted: true });
});

test("R9.2 a mailbox with letters beyond ASCII is reached by a server with SMTPUTF8", async () => {
  await using mailbox = await startMailbox();
  expect(await mailer(mailbox.url).send({ ...MAIL, to: "инфо@банк.қаз" })).toMatchObject({ isAccepted: true });
  expect(mailbox.mails).toHaveLength(1);
});

test("a server that is down is not taken for one that cannot carry the address", async () => {
  const server = await startLenient();
  await server[Symbol.asyncDispose]();
  const attempted = await mailer(server.url).send({ ...MAIL, to: "инфо@банк.қаз" });
  expect(attempted).toMatchObject({ isAccepted: false, isFinal: false });
});

describe("an address of the IANA registries that is nobody's on the open internet", () => {
  const CLOSED =
    "3ffe::1 3ffe:ffff::1 3000::1 3fff::1 2d00::1 2e00::1 2f00::1 5f00::1 100::1 100:0:0:1::1 64:ff9b:1::1 64:ff9b:1:ffff::a00:1 " +
    "2620:4f:8000::1 2001:2::1 2001:10::1 2001:20::1 2001:30::1 2001:1::1 2001:3::1 2001:4:112::1 192.31.196.1 192.52.193.1 " +
    "192.175.48.1 192.0.0.9 ::ffff:192.175.48.1 64:ff9b::192.175.48.1";
  test.for(CLOSED.split(" "))("%s is called by no webhook", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  const PUBLIC =
    "2001:200::1 2003::1 2400::1 2620:0:2d0::1 2620:4f:7fff::1 2630::1 2a10::1 2c0f::1 192.31.195.1 192.175.49.1";
  test.for(PUBLIC.split(" "))("%s is", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});
