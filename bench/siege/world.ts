import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "undici";

/** What besieger and besieged know: the fictional world of a first start, and what the besieger has prepared in it. */

/** One sending SOC: its token, and an object that it covers. */
export interface Sender {
  readonly code: string;
  readonly token: string;
  readonly objectId: string;
}

export interface World {
  readonly url: string;
  /** The besieger: a SOC with a valid token. */
  readonly hostile: Sender;
  /** The SOC whose cards are measured. */
  readonly other: Sender;
  readonly centre: string;
  /** An incident of the besieger whose row can be locked. */
  readonly incident: { readonly id: string; readonly number: string };
  /** For what only someone with a login to the database can do. */
  readonly databaseUrl: string;
  /** PostgreSQL's first process. */
  readonly postmaster: number;
}

/** Cards of the besieger of the maximum size, and reports that resulted from one notification. */
const LARGE_CARDS = 9;
const LED_TO = 40;

interface Credentials {
  readonly centre: string;
  readonly socs: readonly { readonly code: string; readonly token: string }[];
}

/** Waits for the tokens of a gateway that has just started, and prepares everything. */
export async function prepareWorld(url: string, dataDir: string, databaseUrl: string): Promise<World> {
  const file = await readFile(join(dataDir, "demo-credentials.json"), "utf8");
  const { centre, socs } = JSON.parse(file) as Credentials;
  const client = new Client(url, { headersTimeout: 120_000 });
  const sender = async (code: string): Promise<Sender> => {
    const token = socs.find((soc) => soc.code === code)?.token ?? "";
    const found = await ask(client, token, "{ protectedObjects(first: 1) { nodes { id } } }");
    return { code, token, objectId: at(found, "protectedObjects", "nodes", 0, "id") };
  };
  const [hostile, other] = [await sender("DEMO-ENERGY"), await sender("DEMO-HEALTH")];
  const incident = await firstIncident(client, hostile);
  await ledToByOneNotification(client, centre, hostile);
  for (let n = 0; n < LARGE_CARDS; n += 1)
    await ask(client, hostile.token, SUBMIT, { input: cardInput(hostile, `large-${n}`, 10_000) });
  await client.close();
  const [pid = ""] = (await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  return { url, hostile, other, centre, incident, databaseUrl, postmaster: Number(pid) };
}

async function firstIncident(client: Client, soc: Sender): Promise<World["incident"]> {
  const answer = await ask(client, soc.token, SUBMIT, { input: cardInput(soc, "first", 1) });
  return {
    id: at(answer, "submitIncidentCard", "incident", "id"),
    number: at(answer, "submitIncidentCard", "incident", "number"),
  };
}

/** A notification of a threat, and reports that name it: incidents and notification refer to each other in an endless cycle. */
async function ledToByOneNotification(client: Client, centre: string, soc: Sender): Promise<void> {
  const threat = await ask(client, centre, REGISTER_THREAT, {
    input: {
      submissionKey: key("threat"),
      summary: "Mails that ask for passwords.",
      observedAt: minutesAgo(10),
      source: "The siege",
      marking: "AMBER",
      types: [],
      sectors: [],
      objects: [],
      indicators: [],
    },
  });
  const socs = await ask(client, centre, "{ socs(first: 100) { nodes { id code } } }");
  const nodes = at<{ id: string; code: string }[]>(socs, "socs", "nodes");
  const reported = await ask(client, centre, NOTIFY, {
    input: {
      submissionKey: key("notification"),
      threatId: at(threat, "registerThreat", "threat", "id"),
      text: "Look at your mail servers.",
      marking: "AMBER",
      to: { socs: nodes.filter(({ code }) => code === soc.code).map(({ id }) => id) },
    },
  });
  const notificationId = at<string>(reported, "notifySocs", "notification", "id");
  for (let n = 0; n < LED_TO; n += 1)
    await ask(client, soc.token, REPORT, {
      input: {
        submissionKey: key(`report-${n}`),
        confirmedAt: minutesAgo(1),
        type: "PHISHING",
        summary: "Passwords were asked for.",
        affectedObjects: [{ objectId: soc.objectId }],
        notificationIds: [notificationId],
      },
    });
}

export const SUBMIT = `mutation Submit($input: SubmitIncidentCardInput!) { submitIncidentCard(input: $input) {
  ... on CardAccepted { incident { id number } receipt { position } } ... on SubmissionRejected { violations { rule path message } } } }`;
export const AMEND = `mutation Amend($input: AmendIncidentCardInput!) { amendIncidentCard(input: $input) {
  ... on CardAccepted { receipt { position } } ... on SubmissionRejected { violations { rule } } } }`;
const REPORT = `mutation Report($input: ReportIncidentInput!) { reportIncident(input: $input) {
  ... on ReportAccepted { incident { id } } ... on SubmissionRejected { violations { rule path message } } } }`;
const REGISTER_THREAT = `mutation Threat($input: RegisterDetectionInput!) { registerThreat(input: $input) {
  ... on ThreatRegistered { threat { id } } ... on SubmissionRejected { violations { rule path message } } } }`;
const NOTIFY = `mutation Notify($input: NotifySocsInput!) { notifySocs(input: $input) {
  ... on SocsNotified { notification { id } } ... on SubmissionRejected { violations { rule path message } } } }`;

export const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** A submission key that no other run has used. */
export const key = (name: string): string => `siege-${process.pid}-${Date.now()}-${name}`;

/** A card with this number of indicators, and its key. */
export function cardInput({ objectId }: Sender, name: string, indicators: number): object {
  return { submissionKey: key(name), card: card(objectId, indicators) };
}

export function card(objectId: string, indicators: number): object {
  return {
    registeredOn: new Date(Date.now() + 5 * 3_600_000 - 60_000).toISOString().slice(0, 10),
    severity: "HIGH",
    type: "PHISHING",
    scale: "INDIVIDUAL",
    occurredAt: minutesAgo(30),
    confirmedAt: minutesAgo(1),
    recurrence: "NEW",
    indicators: Array.from({ length: indicators }, (_, n) => ({
      type: "URL",
      value: `https://host${n}.example/a-path-of-some-length/that/${n}/is-not-short?and=a-question`,
    })),
    sign: "ACTUAL",
    contours: ["INTERNAL"],
    nature: "A mail that asked for passwords was opened by three people before the filter learned of it.",
    consequences: ["CONFIDENTIALITY"],
    affectedObjects: [{ objectId }],
    measures: "Passwords changed, the address blocked at the border.",
  };
}

/** The data of an answer without errors. */
/**
 * Seconds until the besieger itself is served again and nothing that it started is in progress, which shows that an attack locks
 * nobody out afterwards. NaN if that takes longer than `patience`.
 */
export async function secondsUntilOver({ url, hostile, centre }: World, patience: number): Promise<number> {
  const client = new Client(url, { headersTimeout: patience * 1_000 });
  const begun = performance.now();
  const passed = (): number => (performance.now() - begun) / 1_000;
  const card = { input: cardInput(hostile, "afterwards", 1) };
  try {
    for (let isServed = false; passed() < patience; await pause(100)) {
      isServed ||= await ask(client, hostile.token, SUBMIT, card).then(
        () => true,
        () => false,
      );
      const { body } = await client.request({
        method: "GET",
        path: "/metrics",
        headers: { authorization: `Bearer ${centre}` },
      });
      if (isServed && (await body.text()).includes("dabyl_bytes_under_way 0\n")) return passed();
    }
  } catch {
    // It does not answer at all.
  } finally {
    await client.destroy();
  }
  return Number.NaN;
}

async function ask(client: Client, token: string, query: string, variables: object = {}): Promise<unknown> {
  const { body } = await client.request({
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await body.json()) as { data?: unknown; errors?: unknown };
  if (answer.errors || JSON.stringify(answer).includes('"violations"'))
    throw new Error(`${query.slice(0, 80)}: ${JSON.stringify(answer).slice(0, 2_000)}`);
  return answer.data;
}

function at<T = string>(value: unknown, ...path: readonly (string | number)[]): T {
  for (const key of path) value = (value as Record<string | number, unknown> | undefined)?.[key];
  if (value === undefined) throw new Error(`no ${path.join(".")} in the answer`);
  return value as T;
}
