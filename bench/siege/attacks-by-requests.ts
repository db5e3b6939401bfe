import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Agent, request } from "undici";
import type { Attack } from "./attacks.ts";
import { cardInput, key, SUBMIT } from "./world.ts";

const agent = new Agent({ connections: 512, pipelining: 1 });

/** Rows nested in rows: how many aliases a document may have, and of what. */
const INTROSPECTION = `{ ${Array.from(
  { length: 99 },
  (_, n) =>
    `a${n}: __schema { types { name description fields { name description args { name type { name ofType { name ofType { name } } } } type { name ofType { name ofType { name } } } } } }`,
).join(" ")} }`;

const CYCLE = (levels: number): string =>
  `{ notifications(first: 1) { nodes { ${"incidents { notifications { ".repeat(levels)} incidents { number } ${"} }".repeat(levels)} } } }`;

/** Sends one query; returns a short label for its answer. */
function ask(
  url: string,
  token: string | null,
  query: string,
  variables: object = {},
  signal?: AbortSignal,
): Promise<string> {
  return send(url, token, JSON.stringify({ query, variables }), signal);
}

async function send(url: string, token: string | null, text: string, signal?: AbortSignal): Promise<string> {
  const { statusCode, body } = await request(`${url}/graphql`, {
    dispatcher: agent,
    method: "POST",
    headersTimeout: 120_000,
    ...(signal ? { signal } : {}),
    headers: { "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: text,
  });
  // Read to the end, but only its beginning is kept.
  let begin = "";
  for await (const chunk of body) if (begin.length < 2_000) begin += String(chunk);
  return /"code":"(\w+)"/.exec(begin)?.[1] ?? `HTTP ${statusCode}`;
}

const reason = (error: unknown): string => (error instanceof Error ? error.name : "an error");

/** Keeps `at` requests running, each sent again as soon as it is answered. */
async function again(at: number, over: AbortSignal, tell: (outcome: string) => void, once: () => Promise<string>) {
  await Promise.all(
    Array.from({ length: at }, async () => {
      while (!over.aborted) tell(await Promise.race([once().catch(reason), ended(over)]));
    }),
  );
}

const ended = (over: AbortSignal): Promise<string> =>
  new Promise((resolve) => over.addEventListener("abort", () => resolve("still waiting at the end"), { once: true }));

/** Queries and submissions over HTTP. */
export const byRequests = {
  "forbidden acts, a hundred in each request": async ({ url, hostile }, over, tell) => {
    const acts = Array.from({ length: 100 }, (_, n) => `a${n}: revokeToken(input: { tokenId: "none" }) { __typename }`);
    await again(60, over, tell, () => ask(url, hostile.token, `mutation { ${acts.join(" ")} }`));
  },

  "bodies of 300,000 different names": async ({ url, hostile }, over, tell) => {
    const variables = Object.fromEntries(Array.from({ length: 300_000 }, (_, n) => [`n${n}`, 1]));
    const body = JSON.stringify({ query: "{ me { name } }", variables });
    await again(4, over, tell, () => send(url, hostile.token, body));
  },

  "bodies full of quotes": async ({ url, hostile }, over, tell) => {
    const body = JSON.stringify({ query: "{ me { name } }", extensions: { text: '":'.repeat(1_300_000) } });
    await again(4, over, tell, () => send(url, hostile.token, body));
  },

  "heavy readings": ({ url, hostile }, over, tell) =>
    again(8, over, tell, () =>
      ask(
        url,
        hostile.token,
        "{ incidents(first: 9) { nodes { cardRevisions { indicators { type value submitted } } } } }",
      ),
    ),

  "readings within the limit": ({ url, hostile }, over, tell) =>
    again(8, over, tell, () =>
      ask(url, hostile.token, "{ incidents(first: 2) { nodes { card { indicators { type value submitted } } } } }"),
    ),

  "abandoned readings": async ({ url, hostile }, over, tell) => {
    while (!over.aborted) {
      await Promise.all(
        Array.from({ length: 30 }, () =>
          ask(
            url,
            hostile.token,
            "{ incidents(first: 9) { nodes { cardRevisions { indicators { value } } } } }",
            {},
            AbortSignal.timeout(300),
          )
            .catch(reason)
            .then(tell),
        ),
      );
    }
  },

  "a cycle of lists": ({ url, hostile }, over, tell) => {
    let levels = 1;
    return again(4, over, tell, () => ask(url, hostile.token, CYCLE(1 + (levels++ % 5))));
  },

  "introspection without a token": ({ url }, over, tell) => again(8, over, tell, () => ask(url, null, INTROSPECTION)),

  "introspection with a token": ({ url, hostile }, over, tell) =>
    again(8, over, tell, () => ask(url, hostile.token, INTROSPECTION)),

  "documents without a token": ({ url }, over, tell) => {
    let n = 0;
    return again(4, over, tell, () =>
      ask(
        url,
        null,
        n++ % 2 === 0
          ? `{ __typename } # ${n} ${"a".repeat(3_900_000)}`
          : `{ ${"me { name } ".repeat(3_000)} c${n}: __typename }`,
      ),
    );
  },

  "new documents with a token": ({ url, hostile }, over, tell) => {
    let n = 0;
    return again(4, over, tell, () => {
      n += 1;
      return ask(
        url,
        hostile.token,
        n % 2 === 0
          ? `{ ${"me { name } ".repeat(3_000)} c${n}: __typename }`
          : `{ ${"incidents { nodes { id number card { nature } } } ".repeat(400)} c${n}: __typename }`,
      );
    });
  },

  "20 cards of 10,000 indicators at once": ({ url, hostile }, over, tell) => {
    let n = 0;
    // Serialized once: the attacker's own cost is not to be measured.
    const [begin = "", end = ""] = JSON.stringify({
      query: SUBMIT,
      variables: { input: { ...cardInput(hostile, "", 10_000), submissionKey: "HERE" } },
    }).split("HERE");
    return again(20, over, tell, () => send(url, hostile.token, `${begin}${key(`${(n += 1)}`)}${end}`));
  },

  "wrong tokens": ({ url }, over, tell) =>
    again(16, over, tell, () => ask(url, `dabyl_${randomBytes(32).toString("base64url")}`, "{ me { name } }")),

  "small questions, as fast as they are answered": ({ url, hostile }, over, tell) =>
    again(16, over, tell, () =>
      ask(url, hostile.token, "{ incidents(first: 50) { nodes { id number obligations { rule standing } } } }"),
    ),

  quiet: async (_, over) => {
    while (!over.aborted) await pause(50);
  },
} satisfies Record<string, Attack>;
