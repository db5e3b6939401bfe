import { XmlDocument } from "libxml2-wasm";
import { exchange, type ExchangeAnswer } from "./exchange.js";
import { OPENAPI, resolved, schemaFaults, type Response } from "./openapi.js";
import type { Person } from "./person.js";
import { publishedXsd, xsdFaults } from "./published-xsd.js";

const xsd = publishedXsd("exchange-1.xsd");
const DESCRIBED = ["etag", "location", "link", "retry-after", "preference-applied"];

/** What was asked of which operation, by its method and path as in `get /incident-cards/{number}`, and how it was answered. */
export class Asked {
  /** As `getIncidentCard 200`. */
  readonly answered = new Set<string>();

  /** Judges an answer by the description of its operation, its status and its type; throws where it is not as described. */
  judges(name: string, answer: Pick<ExchangeAnswer, "status" | "headers" | "text">): void {
    const { status, headers } = answer;
    const [method = "", path = ""] = name.split(" ");
    const operation = OPENAPI.paths[`/exchange${path}`]?.[method];
    const response = resolved(operation?.responses[String(status)] ?? null);
    const type = (headers.get("content-type") ?? "").split(";")[0] ?? "";
    const known = Object.keys(response?.headers ?? {}).map((one) => one.toLowerCase());
    const faults = [
      ...(response ? [] : ["its status is not described"]),
      ...DESCRIBED.filter((one) => headers.has(one) && !known.includes(one)).map((one) => `${one} is not described`),
      ...(response && status !== 304 ? bodyFaults(response, type, answer.text, path.startsWith("/schema/")) : []),
    ];
    if (faults.length > 0) throw new Error(`${name} ${status} ${type}: ${faults.join("\n")}\n${answer.text}`);
    this.answered.add(`${operation?.operationId} ${status}`);
  }

  async gets(person: Person, template: string, path: string, headers: Readonly<Record<string, string>> = {}) {
    const answer = await exchange(person, path, { headers });
    this.judges(`get ${template}`, answer);
    return answer;
  }
}

function bodyFaults({ content, description }: Response, type: string, text: string, isSchema: boolean): string[] {
  const described = content?.[type];
  if (!described) return ["its type is not described"];
  // A problem in XML has no schema: it is well-formed.
  if (type === "application/problem+xml") XmlDocument.fromString(text).dispose();
  const [, inJson, inXml] = /"code":"(\w+)"|<code>(\w+)</.exec(type.includes("problem") ? text : "") ?? [];
  const code = inJson ?? inXml ?? "";
  const each = type === "application/x-ndjson" ? text.split("\n").filter((line) => line !== "") : [text];
  return [
    ...(description.includes(code) ? [] : [`${code} is not described`]),
    ...(type.endsWith("json") ? each.flatMap((one) => schemaFaults(described.schema ?? {}, JSON.parse(one))) : []),
    // A schema is given out as what it is.
    ...(type === "application/xml" && !isSchema ? xsdFaults(text, xsd) : []),
  ];
}
