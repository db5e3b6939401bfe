import { EventEmitter, once } from "node:events";
import { Readable } from "node:stream";
import { Client } from "undici";
import { cardRequest, type SendingSoc } from "./cards.ts";
import { answerJobs } from "./processes.ts";
import { loadProduct } from "./product.ts";
import type { WaysJob, WaysResult } from "./ways.ts";
import { tokenOf } from "./servers/tokens.ts";

/** Sends new cards of one SOC by one way, in a process of its own. */

/** Connections of what is sent one by one. */
const CONNECTIONS = 16;
/** Items of a batch that are sent ahead of their results: more than the gateway takes in at once. */
const AHEAD = 300;

const product = await loadProduct();
let sent = 0;

/** What goes in `submissionKey` and `card`. */
function inputOf(soc: SendingSoc): never {
  const { body } = cardRequest([soc], (sent += 1));
  return (JSON.parse(body ?? "") as { readonly variables: { readonly input: never } }).variables.input;
}

function documentOf(soc: SendingSoc, format: "json" | "xml"): string {
  return product.writeDocument("incidentCard", inputOf(soc), format);
}

async function sendOne({ way, soc }: WaysJob, client: Client): Promise<void> {
  const isMutation = way.startsWith("mutation");
  const answer = await client.request({
    method: "POST",
    path: isMutation ? "/graphql" : "/exchange/incident-cards",
    headers: {
      authorization: `Bearer ${tokenOf(soc.code, "SOC_OPERATOR")}`,
      "content-type": way === "XML" ? "application/xml" : "application/json",
    },
    body: bodyOf(way, soc),
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200 || /"errors":|SubmissionRejected/.test(text))
    throw new Error(`${way} answers ${answer.statusCode}: ${text.slice(0, 500)}`);
}

function bodyOf(way: WaysJob["way"], soc: SendingSoc): string {
  if (way === "mutation, receipt alone") return cardRequest([soc], (sent += 1)).body ?? "";
  if (way !== "mutation") return documentOf(soc, way === "XML" ? "xml" : "json");
  const input = inputOf(soc);
  return JSON.stringify({
    query: product.submissionOf("incidentCard", input).mutation.toString(),
    variables: { input },
  });
}

async function oneByOne(job: WaysJob): Promise<WaysResult> {
  const clients = Array.from({ length: CONNECTIONS }, () => new Client(job.url, { pipelining: 1 }));
  const isOver = ending(job);
  let cards = 0;
  await Promise.all(
    clients.map(async (client) => {
      for (; !isOver(cards); await sendOne(job, client)) cards += 1;
    }),
  );
  await Promise.all(clients.map((client) => client.close()));
  return { cards };
}

async function batch(job: WaysJob): Promise<WaysResult> {
  const { way, soc, url } = job;
  const format = way.startsWith("XML") ? "xml" : "json";
  const answers = new EventEmitter();
  let [cards, answered] = [0, 0];
  const client = new Client(url, { bodyTimeout: 0, headersTimeout: 0 });
  const answer = await client.request({
    method: "POST",
    path: "/exchange/incident-cards",
    headers: {
      authorization: `Bearer ${tokenOf(soc.code, "SOC_OPERATOR")}`,
      "content-type": format === "json" ? "application/x-ndjson" : "application/xml",
      ...(way.endsWith("minimal") ? { prefer: "return=minimal" } : {}),
    },
    body: Readable.from(
      (async function* () {
        const isOver = ending(job);
        if (format === "xml") yield '<batch xmlns="urn:dabyl:exchange:1" version="1.0">\n';
        for (; !isOver(cards); cards += 1) {
          while (cards - answered >= AHEAD) await once(answers, "some");
          yield `${documentOf(soc, format).replace(/^<\?xml.*\?>\n|\n$/g, "")}\n`;
        }
        if (format === "xml") yield "</batch>";
      })(),
    ),
  });
  let end = "";
  for await (const piece of answer.body) {
    const text = String(piece);
    answered += text.split("\n").length - 1;
    answers.emit("some");
    end = (end + text).slice(-500);
  }
  await client.close();
  if (!new RegExp(`"accepted":${cards},|accepted="${cards}"`).test(end)) throw new Error(`the batch ended ${end}`);
  return { cards };
}

/** Whether a number of cards are all that a job asks for. */
function ending({ until }: WaysJob): (cards: number) => boolean {
  const begun = performance.now();
  return (cards) => ("cards" in until ? cards >= until.cards : performance.now() - begun >= until.seconds * 1_000);
}

answerJobs<WaysJob, WaysResult>((job) => (job.way.includes("batch") ? batch(job) : oneByOne(job)));
