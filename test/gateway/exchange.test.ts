import { expect, test } from "vitest";
import { sharedGateway } from "../support/gateway.js";

const shared = sharedGateway();

const REPORT = {
  submissionKey: "exchange-1",
  report: {
    confirmedAt: "2026-03-01T14:59:00+05:00",
    type: "PHISHING",
    summary: "Жалған хаттар",
    affectedObjects: [{ description: "Пошта сервері" }],
    severity: "MEDIUM",
    severityCode: 3,
  },
};

test("a report in JSON opens an incident, and the same in XML under the same key is a repetition (R13.2)", async () => {
  const world = shared();
  const soc = await world.soc();
  const send = (type: string, body: string, path = "incident-reports", headers = {}) =>
    fetch(`${world.url}/exchange/${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${soc.token}`, "content-type": type, ...headers },
      body,
    });
  const first = await send("application/json", JSON.stringify(REPORT));
  const t = await first.text();
  console.log(first.status, t);
  const xml = `<incidentReport xmlns="urn:dabyl:exchange:1" version="1.0"><submissionKey>exchange-1</submissionKey><report><confirmedAt>2026-03-01T09:59:00Z</confirmedAt><type>PHISHING</type><summary>Жалған хаттар</summary><affectedObjects><affectedObject><description>Пошта сервері</description></affectedObject></affectedObjects><severity code="3">MEDIUM</severity></report></incidentReport>`;
  for (const [ty, b, p, h] of [
    ["application/xml", xml, "incident-reports", { accept: "application/xml" }],
    ["application/xml", xml, "documents", {}],
    ["application/xml", xml.replace("Жалған", "Басқа"), "documents", {}],
    ["application/xml", xml.replace("summary>", "sumary>").replace("MEDIUM", "MIDDLE"), "documents", {}],
    [
      "application/json",
      JSON.stringify(REPORT).replace("2026-03-01T14:59", "2026-03-02T14:59"),
      "incident-reports",
      { "accept-language": "ru" },
    ],
    [
      "application/xml",
      xml.replace("2026-03-01T09:59", "2026-03-02T14:59").replace("exchange-1", "exchange-3"),
      "incident-reports",
      { "accept-language": "kk" },
    ],
    ["application/json", "{", "incident-reports", {}],
    ["text/csv", "{", "incident-reports", {}],
    ["application/json", JSON.stringify(REPORT), "incident-reports", { accept: "text/html" }],
    ["application/json", JSON.stringify(REPORT), "incident-reports", { "idempotency-key": '"x"' }],
    ["application/json", JSON.stringify(REPORT), "incident-report", {}],
    ["application/json", JSON.stringify(REPORT), "incident-reports", { authorization: "" }],
    ["application/xml", xml, "incident-reports", { authorization: "Bearer abc" }],
  ] as const) {
    const answer = await send(ty, b, p, h);
    console.log(answer.status, answer.headers.get("content-type"), (await answer.text()).slice(0, 300));
  }
  expect(first.status).toBe(200);
});
