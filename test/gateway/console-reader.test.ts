import { expect, test } from "vitest";
import { sharedGateway } from "../support/gateway.js";
import { accepted, type Person } from "../support/person.js";
import { RawSocket } from "../support/raw-socket.js";

const world = sharedGateway();

/** Decides what nobody asked for: refused with a remedy. */
const UNASKED = `mutation ($number: ID!) {
  decideRetraction(input: { submissionKey: "unasked", incidentId: $number, isGranted: true, reason: "x" }) {
    ... on SubmissionRejected { violations { message } }
  }
}`;

interface Answer {
  readonly data?: { readonly decideRetraction: { readonly violations: readonly { readonly message: string }[] } };
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** What somebody is answered who says of itself that people read it, or does not. */
async function asks(person: Person, isOfPeople: boolean, body: object, path = "/graphql"): Promise<Answer> {
  const response = await fetch(`${world().url}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${person.token}`,
      "accept-language": "ru",
      ...(isOfPeople ? { "dabyl-reader": "console" } : {}),
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

const saidOf = ({ data }: Answer): string | undefined => data?.decideRetraction.violations[0]?.message;

test("a remedy is named by the console's button for people, by the mutation for everybody else", async () => {
  const soc = await world().soc();
  const centre = await world().nationalCentre();
  const { incident } = accepted(await soc.reports());
  const body = { query: UNASKED, variables: { number: incident.number } };
  expect(saidOf(await asks(centre, true, body))).toContain("«Попросить отозвать инцидент»");
  expect(saidOf(await asks(centre, false, body))).toContain("`requestRetraction`");
});

test("on a socket too, once its connection_init says who reads", async () => {
  const soc = await world().soc();
  const centre = await world().nationalCentre();
  const { incident } = accepted(await soc.reports());
  const said = async (reader: object): Promise<string> => {
    using socket = await RawSocket.mute(world().url);
    const init = { authorization: `Bearer ${centre.token}`, acceptLanguage: "kk", ...reader };
    const payload = { query: UNASKED, variables: { number: incident.number } };
    socket.send(JSON.stringify({ type: "connection_init", payload: init }));
    socket.send(JSON.stringify({ type: "ping" }));
    await socket.take(({ type }) => type === "connection_ack", 1);
    socket.send(JSON.stringify({ type: "subscribe", id: "a", payload }));
    const [next] = await socket.take(({ id, type }) => id === "a" && type === "next", 1);
    return saidOf(next?.payload as Answer) ?? "";
  };
  expect(await said({ reader: "console" })).toContain("«Оқыс оқиғаны кері қайтарып алуды сұрау»");
  expect(await said({ reader: "anybody" })).toContain("`requestRetraction`");
  expect(await said({})).toContain("`requestRetraction`");
});

test("a socket is closed with a sentence for people", async () => {
  using socket = await RawSocket.mute(world().url);
  socket.send(JSON.stringify({ type: "connection_init", payload: { acceptLanguage: "en", reader: "console" } }));
  expect(await socket.closed).toEqual({ code: 4401, reason: "There was no token: sign in." });
});

test("a right that is missing is named by its role's words; a page that is older or newer, by what to do about it", async () => {
  const soc = await world().soc();
  const refused = await asks(soc, true, { query: "{ auditEntries(first: 1) { nodes { position } } }" });
  expect(refused.errors?.[0]).toMatchObject({
    message: expect.stringMatching(/Ваши роли \(Дежурный ОЦИБ\).*Администратор НКЦИБ/),
    extensions: { code: "FORBIDDEN" },
  });
  const older = await asks(soc, true, { query: "{ thisIsNoField }" });
  expect(older.errors?.[0]).toMatchObject({
    message: expect.stringContaining("Загрузите страницу заново"),
    extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
  });
});

test("a file that a page fetches through the documents' door is refused in words for people", async () => {
  const soc = await world().soc();
  const get = async (headers: Readonly<Record<string, string>>): Promise<string> => {
    const authorization = `Bearer ${soc.token}`;
    const address = `${world().url}/exchange/incident-cards/NONE-2026-0001.pdf`;
    const response = await fetch(address, { headers: { authorization, "accept-language": "en", ...headers } });
    return ((await response.json()) as { readonly title: string }).title;
  };
  expect(await get({})).not.toBe("");
  expect(await get({ "dabyl-reader": "console" })).not.toMatch(/`|docs\/|GraphQL/);
});
