import { expect, test } from "vitest";
import { GatewayClient, type Link } from "../../client/index.js";
import { IncidentFeedDocument } from "../../schema/operations.generated.js";
import { Chain, flood } from "../support/chains.js";
import { createDemoDatabase } from "../support/demo-world.js";
import { Line } from "../support/line.js";
import { GatewayProcess } from "../support/process.js";

test("a client whose gateway is killed knows at once, and goes on through another one after its cursor", async () => {
  await using database = await createDemoDatabase();
  const { socs, centre } = database.credentials;
  const environment = { DATABASE_URL: database.gatewayUrl, DATABASE_OWNER_URL: database.ownerUrl, LOG_LEVEL: "silent" };
  const starts = [GatewayProcess.start(environment), GatewayProcess.start(environment)] as const;
  await using first = await starts[0];
  await using second = await starts[1];
  await using line = await Line.to(first.url);
  const caughtUp = Promise.withResolvers<string>();
  const lost = Promise.withResolvers<Link>();
  const client = new GatewayClient({
    address: line.address,
    token: centre,
    onLink: (link) => {
      if (link.state === "LOST") lost.resolve(link);
    },
  });
  const feed = client.follow(IncidentFeedDocument, {}, { onCaughtUp: caughtUp.resolve });
  const next = feed.next();
  await caughtUp.promise;

  await first.end("SIGKILL");
  expect(await lost.promise).toMatchObject({ state: "LOST", code: 1006 });
  const card = new Chain("after the kill", socs[0]?.token ?? "", ["CARD_SUBMITTED"]);
  expect(await flood(second, [card])).toEqual({ faults: {} });
  line.leadsTo(second.url);
  expect(await next).toMatchObject({ value: { frame: { kind: "CARD_SUBMITTED" } } });
  await client.close();
});
