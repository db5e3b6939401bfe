import { expect, test } from "vitest";
import { sharedGateway } from "../support/gateway.js";
import { RawSocket } from "../support/raw-socket.js";

const world = sharedGateway();

/** How a socket of this language is closed that sends this after its initialisation. */
async function closed(acceptLanguage: string, token: string, ...messages: object[]) {
  using socket = await RawSocket.mute(world().url);
  const payload = { authorization: `Bearer ${token}`, acceptLanguage };
  for (const message of [{ type: "connection_init", payload }, ...messages]) socket.send(JSON.stringify(message));
  return await socket.closed;
}

test("a close says why in the language of the connection, whatever the reason", async () => {
  const { token } = await world().soc();
  const following = { type: "subscribe", id: "a", payload: { query: "subscription { incidentFeed { cursor } }" } };
  const init = { type: "connection_init" };
  const said = [];
  for (const language of ["kk", "ru", "en"])
    said.push(
      await Promise.all([
        closed(language, "unknown"),
        closed(language, token, init),
        closed(language, token, { type: "nonsense" }),
        closed(language, token, { type: "ping", payload: { text: "x".repeat(2_000) } }),
      ]),
    );
  expect(said).toEqual([
    [
      { code: 4403, reason: "Мұндай токен мұнда белгісіз." },
      { code: 4429, reason: "connection_init бұрын келген: оны бір рет жіберіңіз." },
      { code: 4400, reason: "Бұл graphql-transport-ws хабары емес." },
      { code: 4400, reason: "ping немесе pong тым үлкен." },
    ],
    [
      { code: 4403, reason: "Такой токен здесь неизвестен." },
      { code: 4429, reason: "connection_init уже получено: передайте его один раз." },
      { code: 4400, reason: "Это не сообщение graphql-transport-ws." },
      { code: 4400, reason: "Слишком большой ping или pong." },
    ],
    [
      { code: 4403, reason: "Forbidden: the token is not known here." },
      { code: 4429, reason: "connection_init had come before: send it once." },
      { code: 4400, reason: "This is no message of graphql-transport-ws." },
      { code: 4400, reason: "A ping or pong is too large." },
    ],
  ]);
  using early = await RawSocket.mute(world().url);
  early.send(JSON.stringify(following));
  expect(await early.closed).toEqual({
    code: 4401,
    reason: "Unauthorized: send the token as `authorization` in connection_init.",
  });
});
