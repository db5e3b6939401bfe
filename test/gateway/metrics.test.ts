import { expect, test } from "vitest";
import { Metrics } from "../../src/platform/metrics.js";
import { startGateway } from "../support/gateway.js";

/** The value of one series; NaN where it is not shown. */
function valueOf(text: string, series: string): number {
  const line = text.split("\n").find((one) => one.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? Number.NaN);
}

test("the national centre sees operations, rejections, errors, sessions, sockets, deliveries and duties", async () => {
  await using world = await startGateway();
  const centre = await world.nationalCentre();
  const soc = await world.soc({ covering: [await world.protectedObject()] });
  await soc.sendsReport();
  await soc.reports({ summary: " " });
  await soc.asks("{ incidents(first: 101) { nodes { id } } }");
  await using _watch = await soc.watchIncidents();
  const { status, text } = await centre.readsMetrics();
  expect(status).toBe(200);
  expect(valueOf(text, 'dabyl_operations_total{field="reportIncident",outcome="OK"}')).toBe(2);
  expect(valueOf(text, 'dabyl_operations_total{field="incidents",outcome="BAD_USER_INPUT"}')).toBe(1);
  expect(valueOf(text, 'dabyl_rejections_total{rule="F1"}')).toBe(1);
  expect(valueOf(text, 'dabyl_errors_total{code="BAD_USER_INPUT"}')).toBe(1);
  expect(valueOf(text, 'dabyl_operation_seconds_count{purpose="act"}')).toBe(2);
  expect(valueOf(text, "dabyl_feed_behind")).toBe(0);
  expect(valueOf(text, "dabyl_feed_position")).toBeGreaterThan(0);
  expect(valueOf(text, "dabyl_unsealed")).toBe(0);
  expect(valueOf(text, "dabyl_seal_age_seconds")).toBeLessThan(30);
  expect(valueOf(text, 'dabyl_sockets{kind="subscriptions"}')).toBe(1);
  for (const pool of ["acts", "readings", "journal", "feeds", "vital"])
    expect(valueOf(text, `dabyl_pool_sessions{pool="${pool}",state="waiting"}`)).toBe(0);
  expect(valueOf(text, 'dabyl_duties{rule="R9.1",standing="MET"}')).toBe(1);
});

test("nobody else does, and wrong tokens are counted", async () => {
  await using world = await startGateway();
  const soc = await world.soc();
  expect((await soc.withToken("").readsMetrics()).status).toBe(401);
  expect((await soc.readsMetrics()).status).toBe(403);
  await fetch(`${world.url}/graphql`, { method: "POST", headers: { authorization: "Bearer nothing" } });
  const { text } = await (await world.nationalCentre()).readsMetrics();
  expect(valueOf(text, 'dabyl_authentication_failures{token="wrong"}')).toBe(1);
});

test("on an address of its own it needs no token, and is nowhere else", async () => {
  await using world = await startGateway({ settings: { METRICS_ADDRESS: "127.0.0.1:0" } });
  const address = world.gateway.metricsAddress();
  expect(address).not.toBeNull();
  const answer = await fetch(`http://127.0.0.1:${address?.port}/metrics`);
  expect(await answer.text()).toContain("dabyl_sockets");
  expect((await fetch(`http://127.0.0.1:${address?.port}/graphql`)).status).toBe(404);
  expect((await (await world.nationalCentre()).readsMetrics()).status).toBe(404);
});

test("a figure that cannot be had hides none of the others", async () => {
  const metrics = new Metrics();
  metrics.shows("dabyl_gone", "Asked of a database that is away", [], () => Promise.reject(new Error("away")));
  metrics.shows("dabyl_broken", "Broken", [], () => {
    throw new Error("broken");
  });
  metrics.shows("dabyl_there", "There", [], () => [{ labels: {}, value: 7 }]);
  const text = await metrics.text();
  expect(valueOf(text, "dabyl_there")).toBe(7);
  expect(text).not.toContain("\ndabyl_gone ");
});
