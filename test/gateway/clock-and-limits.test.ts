import { expect, test, vi } from "vitest";
import { toIso, MINUTE } from "../../src/domain/instant.js";
import { Snapshot } from "../../src/operation/snapshot.js";
import { sharedGateway } from "../support/gateway.js";

const shared = sharedGateway({ at: "MOVING" });

test("everybody with a token asks for the gateway's time, by which standings of the same answer are judged, without reading anything", async () => {
  const world = shared();
  const soc = await world.soc();
  const people = [soc, await world.owner(), await world.nationalCentre()];
  const opened = vi.spyOn(Snapshot.prototype as unknown as { open: () => unknown }, "open");
  for (const person of people) {
    world.clock.advance(MINUTE + 1);
    expect(await person.gets("{ serverTime }")).toEqual({ serverTime: toIso(world.clock.now()) });
  }
  expect(opened).not.toHaveBeenCalled();
  opened.mockRestore();
  expect((await soc.withToken("").asks("{ serverTime }")).errors).toMatchObject([
    { extensions: { code: "UNAUTHENTICATED" } },
  ]);
});
