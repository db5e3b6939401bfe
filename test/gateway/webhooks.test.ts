import { once } from "node:events";
import { createServer as createHttpServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import type { Attempted } from "../../src/outbound/attempt.js";
import { webhookBody } from "../../src/features/deliveries/owner-message.js";
import { newWebhookSecret, WebhookCaller, webhookFault, type WebhookMessage } from "../../src/outbound/webhook.js";
import { instant } from "../../src/domain/instant.js";
import { freePort } from "../support/process.js";
import { OWNER_MESSAGE, PATIENCE, SHORT, startPeer, type Peer } from "../support/peers.js";
import { isPublicAddress } from "../../src/outbound/public-address.js";

describe("a webhook", () => {
  interface Call {
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
  }
  interface Receiver extends Peer {
    readonly calls: readonly Call[];
    readonly host: string;
  }

  /** A receiver that answers as instructed; by default it answers everything with 204. */
  async function startReceiver(
    answer = (response: ServerResponse): unknown => response.writeHead(204).end(),
  ): Promise<Receiver> {
    const calls: Call[] = [];
    const server = createHttpServer((request, response) => {
      response.on("error", () => undefined);
      void readText(request).then((body) => {
        calls.push({ headers: request.headers, body });
        return answer(response);
      });
    });
    const peer = await startPeer(() => undefined, server);
    return { ...peer, calls, host: `127.0.0.1:${peer.port}` };
  }

  const SECRET = newWebhookSecret();

  function aCall(url: string, overrides: Partial<WebhookMessage> = {}): WebhookMessage {
    const now = instant(Date.now());
    return {
      id: "018f-7",
      url,
      secret: SECRET,
      body: webhookBody({ ...OWNER_MESSAGE, at: now }),
      at: now,
      ...overrides,
    };
  }

  /** A caller to whom this machine is allowed by its address. */
  function aCaller({ timeout = PATIENCE, allowedHosts = ["127.0.0.1"] as readonly string[] } = {}): WebhookCaller {
    return new WebhookCaller({ timeout, allowedHosts });
  }

  test("R9.2 is signed as the specification's own library verifies it, and the status is the proof", async () => {
    await using receiver = await startReceiver();
    const call = aCall(`http://${receiver.host}/hook?a=b`);
    expect(await aCaller().call(call)).toEqual({ isAccepted: true, proof: "HTTP 204" });
    const [{ headers, body } = { headers: {}, body: "" }] = receiver.calls;
    expect(headers["content-type"]).toBe("application/json");
    expect(headers["webhook-id"]).toBe("018f-7");
    expect(body).toBe(call.body);
    const signed = headers as Record<string, string>;
    expect(new Webhook(SECRET).verify(body, signed)).toEqual(JSON.parse(call.body));
    expect(() => new Webhook(newWebhookSecret()).verify(body, signed)).toThrow(/signature/i);
    expect(() => new Webhook(SECRET).verify(`${body} `, signed)).toThrow(/signature/i);
  });

  test("has a connection of its own, since its address is judged for each call", async () => {
    await using receiver = await startReceiver();
    const caller = aCaller();
    for (const _ of [1, 2]) await caller.call(aCall(`http://${receiver.host}/`));
    expect(receiver.calls).toHaveLength(2);
    expect(receiver.connections).toHaveLength(2);
  });

  const STATUSES: readonly (readonly [number, "taken" | "refused for good" | "tried again"])[] = [
    [200, "taken"],
    [202, "taken"],
    [299, "taken"],
    [301, "tried again"],
    [304, "tried again"],
    [400, "tried again"],
    [401, "tried again"],
    [404, "tried again"],
    [408, "tried again"],
    [410, "refused for good"],
    [425, "tried again"],
    [429, "tried again"],
    [500, "tried again"],
    [503, "tried again"],
  ];
  test.for(STATUSES)("that is answered with %i is %s", async ([status, outcome]) => {
    await using receiver = await startReceiver((response) => response.writeHead(status).end());
    const attempted = await aCaller().call(aCall(`http://${receiver.host}/`));
    expect(attempted.isAccepted ? attempted.proof : attempted.detail).toMatch(new RegExp(`^HTTP ${status}`));
    const isTaken = outcome === "taken";
    expect(attempted).toMatchObject(
      isTaken ? { isAccepted: true } : { isAccepted: false, isFinal: outcome === "refused for good" },
    );
  });

  test.for([302, 307])("follows no redirect (%i), to whatever it leads", async (status) => {
    await using target = await startReceiver();
    await using receiver = await startReceiver((response) =>
      response.writeHead(status, { location: `http://${target.host}/?secret` }).end(),
    );
    const detail = `HTTP ${status}: a redirect, which is not followed`;
    const attempted = await aCaller().call(aCall(`http://${receiver.host}/`));
    expect(attempted).toEqual({ isAccepted: false, isFinal: false, detail });
    expect(target.connections).toEqual([]);
  });

  test("ends at the timeout where no answer comes", async () => {
    await using receiver = await startReceiver(() => undefined);
    const attempted = await aCaller({ timeout: SHORT }).call(aCall(`http://${receiver.host}/`));
    expect(attempted).toEqual({ isAccepted: false, isFinal: false, detail: "no answer within 0.3 s" });
  });

  test("ends at the timeout where the name server gives no answer", async () => {
    const resolve = () => new Promise<never>(() => undefined);
    const caller = new WebhookCaller({ timeout: SHORT, allowedHosts: [], resolve });
    const attempted = await caller.call(aCall("https://owner.test/"));
    expect(attempted).toEqual({ isAccepted: false, isFinal: false, detail: "no answer within 0.3 s" });
  });

  const CHUNK = Buffer.alloc(65_536, "x");
  /** Sends a body without end, as fast as the other side reads. */
  function pour(response: ServerResponse): void {
    while (!response.destroyed && response.write(CHUNK));
    if (!response.destroyed) response.once("drain", () => pour(response));
  }

  test.for([200, 500])(
    "answered with %i and a body without end is judged by the status and cut off",
    async (status) => {
      let poured: ServerResponse | undefined;
      await using receiver = await startReceiver((response) => {
        poured = response.writeHead(status);
        pour(response);
      });
      const before = process.memoryUsage().arrayBuffers;
      const attempted = await aCaller().call(aCall(`http://${receiver.host}/`));
      expect(attempted.isAccepted).toBe(status === 200);
      if (poured && !poured.closed) await once(poured, "close");
      expect(receiver.connections[0]?.bytesWritten).toBeLessThan(64 * 1_048_576);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1_048_576);
    },
  );

  test("is taken with its status, though the rest of the answer never comes", async () => {
    await using receiver = await startReceiver((response) => response.writeHead(200).write("{"));
    // At once: waiting for the rest would last until this test is over.
    const attempted = await aCaller({ timeout: 1_000_000 }).call(aCall(`http://${receiver.host}/`));
    expect(attempted).toEqual({ isAccepted: true, proof: "HTTP 200" });
  });

  test("survives what is no answer", async () => {
    const nonsense = ["", "nonsense\r\n\r\n", `HTTP/1.1 200 OK\r\nx: ${"x".repeat(1_000_000)}\r\n\r\n`];
    for (const answer of nonsense) {
      await using peer = await startPeer((socket) => socket.once("data", () => socket.end(answer)));
      const attempted = await aCaller().call(aCall(`http://127.0.0.1:${peer.port}/`));
      expect(attempted).toMatchObject({ isAccepted: false, isFinal: false, detail: expect.stringMatching(/./) });
    }
    const attempted = await aCaller().call(aCall(`http://127.0.0.1:${await freePort()}/`));
    expect(attempted).toMatchObject({
      isAccepted: false,
      isFinal: false,
      detail: expect.stringContaining("ECONNREFUSED"),
    });
  });

  test.each([100, 103])("is broken off where answers %i come without an end", async (status) => {
    const flood = `HTTP/1.1 ${status} Still\r\n\r\n`.repeat(1_000);
    await using peer = await startPeer((socket) => {
      const pourOn = (): void => {
        while (!socket.destroyed && socket.write(flood));
        if (!socket.destroyed) socket.once("drain", pourOn);
      };
      socket.once("data", pourOn);
    });
    const attempted = await aCaller({ timeout: 1_000_000 }).call(aCall(`http://127.0.0.1:${peer.port}/`));
    expect(attempted).toMatchObject({ isAccepted: false, isFinal: false, detail: expect.stringContaining("1xx") });
  });

  test("reaches no private address whose host is not allowed", async () => {
    await using receiver = await startReceiver();
    const { port } = receiver;
    const strict = aCaller({ allowedHosts: ["10.0.0.1"] });
    const hidden = [`127.0.0.1:${port}`, `127.1:${port}`, `2130706433:${port}`, `[::ffff:127.0.0.1]:${port}`, "[::1]"];
    for (const host of hidden) {
      const attempted = await strict.call(aCall(`https://${host}/`));
      expect(attempted).toMatchObject({
        isAccepted: false,
        isFinal: true,
        detail: expect.stringContaining("not public"),
      });
    }
    expect(await strict.call(aCall(`http://127.0.0.1:${port}/`))).toMatchObject({ isAccepted: false, isFinal: true });
    expect(receiver.connections).toEqual([]);
    expect(await aCaller().call(aCall(`http://127.1:${port}/`))).toMatchObject({ isAccepted: true });
  });

  test("reaches no name of a private address, but one that is allowed", async () => {
    await using receiver = await startReceiver();
    const url = `localhost:${receiver.port}/`;
    // As a name server may answer that means us harm.
    const resolve = () => Promise.resolve([{ address: "127.0.0.1", family: 4 }]);
    const caller = new WebhookCaller({ timeout: PATIENCE, allowedHosts: [], resolve });
    const attempted = await caller.call(aCall(`https://${url}`));
    expect(attempted).toMatchObject({
      isAccepted: false,
      isFinal: false,
      detail: expect.stringContaining("not public"),
    });
    expect(receiver.connections).toEqual([]);
    const allowed = aCaller({ allowedHosts: ["localhost"] });
    expect(await allowed.call(aCall(`http://${url}`))).toMatchObject({ isAccepted: true });
  });

  test("asks once for a name, judges all its addresses, and goes to the one that it was given", async () => {
    await using receiver = await startReceiver();
    const asked: string[] = [];
    const answering =
      (...addresses: readonly string[]) =>
      (hostname: string) => {
        asked.push(hostname);
        return Promise.resolve(addresses.map((address) => ({ address, family: 4 })));
      };
    const url = `owner.test:${receiver.port}/`;
    const mixed = { timeout: PATIENCE, allowedHosts: [], resolve: answering("8.8.8.8", "127.0.0.1") };
    expect(await new WebhookCaller(mixed).call(aCall(`https://${url}`))).toMatchObject({ isAccepted: false });
    expect(receiver.connections).toEqual([]);
    const allowed = { timeout: PATIENCE, allowedHosts: ["owner.test"], resolve: answering("127.0.0.1") };
    expect(await new WebhookCaller(allowed).call(aCall(`http://${url}`))).toMatchObject({ isAccepted: true });
    expect(receiver.calls[0]?.headers.host).toBe(`owner.test:${receiver.port}`);
    expect(asked).toEqual(["owner.test", "owner.test"]);
  });

  test("never throws, and shows no secret", async () => {
    const secret = "not-a-secret-of-the-specification";
    const broken: readonly WebhookMessage[] = [
      aCall("nonsense"),
      aCall("https://user:s3cret@owner.test/"),
      aCall("http://127.0.0.1:1/", { secret }),
      aCall("http://127.0.0.1:1/", { id: "a\r\nb" }),
    ];
    for (const call of broken) {
      const attempted: Attempted = await aCaller().call(call);
      expect(attempted.isAccepted).toBe(false);
      expect(JSON.stringify(attempted)).not.toMatch(/s3cret|not-a-secret/);
    }
  });

  const ADDRESSES: readonly (readonly [string, ReturnType<typeof webhookFault>])[] = [
    ["https://owner.kz/hook", null],
    ["https://owner.kz:8443/hook?token=1", null],
    ["https://8.8.8.8/", null],
    ["https://localhost/", null],
    ["https://10.1.2.3/", null],
    ["http://10.1.2.3/", null],
    ["http://soc.intra.kz/", null],
    ["http://SOC.Intra.KZ./", null],
    ["http://[fd00::7]:8080/", null],
    ["", "NOT_URL"],
    ["owner.kz/hook", "NOT_URL"],
    ["https://", "NOT_URL"],
    ["http://owner.kz/hook", "NOT_HTTPS"],
    ["ftp://10.1.2.3/", "NOT_HTTPS"],
    ["file:///etc/passwd", "NOT_HTTPS"],
    ["https://user@owner.kz/", "CREDENTIALS"],
    ["https://:password@owner.kz/", "CREDENTIALS"],
    ["https://10.1.2.4/", "PRIVATE_ADDRESS"],
    ["https://0x7f.1/", "PRIVATE_ADDRESS"],
    ["https://[::1]/", "PRIVATE_ADDRESS"],
    ["https://[::ffff:10.0.0.1]/", "PRIVATE_ADDRESS"],
  ];
  test.for(ADDRESSES)("to %s is judged as %s when it is registered", ([url, fault]) => {
    expect(webhookFault(url, ["10.1.2.3", "soc.intra.kz", "fd00::7"])).toBe(fault);
  });

  test("has a secret that nobody else has", () => {
    expect(newWebhookSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newWebhookSecret()).not.toBe(newWebhookSecret());
  });
});

describe("an address", () => {
  const PUBLIC =
    "1.1.1.1 8.8.8.8 9.255.255.255 100.63.255.255 100.128.0.0 172.15.255.255 172.32.0.0 192.167.0.1 198.17.0.1 " +
    "223.255.255.255 2606:4700::1111 2a00::1 ::ffff:8.8.8.8 64:ff9b::8.8.8.8";
  test.for(PUBLIC.split(" "))("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  const CLOSED =
    "0.0.0.0 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.255 169.254.169.254 172.16.0.1 172.31.255.255 " +
    "192.0.0.1 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 " +
    "240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:7f00:1 ::ffff:0:8.8.8.8 " +
    "::ffff:169.254.169.254 64:ff9b::10.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: " +
    "3fff::1 fc00::1 fd00::1 fe80::1 fe80::1%eth0 febf::1 fec0::1 ff02::1 4000::1 localhost 1.2.3 x";
  test.for(["", ...CLOSED.split(" ")])("%s is not", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
