import { expect, test } from "vitest";
import { SubmitIncidentCardDocument } from "../../schema/operations.generated.js";
import { sharedGateway } from "../support/gateway.js";
import { accepted } from "../support/person.js";
import { cardInput } from "../support/inputs.js";

/** Each test has a SOC of its own, and with it keys of its own. */
const shared = sharedGateway("NEW");

test("the same key with the same content gets the first receipt again, however often and long after", async () => {
  const world = shared();
  const soc = await world.soc();
  const input = { submissionKey: "retry", card: cardInput(world.clock.now()) };
  const first = accepted((await soc.gets(SubmitIncidentCardDocument, { input })).submitIncidentCard);
  world.clock.advance(1_000_000);
  const again = accepted((await soc.gets(SubmitIncidentCardDocument, { input })).submitIncidentCard);
  expect(again.receipt).toEqual(first.receipt);
  expect(again.warnings).toEqual(first.warnings);
  expect(again.incident.id).toBe(first.incident.id);
});

test("another spelling of the same key and content is the same", async () => {
  const world = shared();
  const soc = await world.soc();
  const card = cardInput(world.clock.now(), { nature: "и\u0306од\r\nжол", note: null });
  const input = { submissionKey: "spelling й", card };
  const first = accepted((await soc.gets(SubmitIncidentCardDocument, { input })).submitIncidentCard);
  const { note: _, ...withoutNote } = card;
  const respelt = {
    ...withoutNote,
    nature: "йод\nжол",
    confirmedAt: card.confirmedAt.replace(/T(\d\d)(.*)Z$/, (_match, hour, rest) => `T${Number(hour) + 5}${rest}+05:00`),
  };
  const again = await soc.gets(SubmitIncidentCardDocument, {
    input: { submissionKey: "spelling и\u0306", card: respelt },
  });
  expect(accepted(again.submitIncidentCard).receipt).toEqual(first.receipt);
});

test("a key with other content is a conflict, also for another mutation", async () => {
  const world = shared();
  const soc = await world.soc();
  await soc.sendsCard({}, { submissionKey: "taken" });
  const input = { submissionKey: "taken", card: cardInput(world.clock.now(), { severity: "LOW" }) };
  const { errors } = await soc.asks(SubmitIncidentCardDocument, { input });
  expect(errors).toMatchObject([
    { path: ["submitIncidentCard"], extensions: { code: "CONFLICT", path: ["input", "submissionKey"] } },
  ]);
  await expect(soc.sendsReport({ submissionKey: "taken" })).rejects.toThrow("CONFLICT");
});

test("a key is bound for its party alone, and only by an acceptance", async () => {
  const world = shared();
  const [soc, other] = [await world.soc(), await world.soc()];
  const refused = await soc.submitsCard({ nature: "" }, { submissionKey: "shared" });
  expect(refused.__typename).toBe("SubmissionRejected");
  const mine = await soc.sendsCard({}, { submissionKey: "shared" });
  const theirs = await other.sendsCard({}, { submissionKey: "shared" });
  expect(theirs.incident.id).not.toBe(mine.incident.id);
});

test("two at once with the same key give one incident", async () => {
  const world = shared();
  const elsewhere = await world.another();
  const soc = await world.soc();
  const input = { submissionKey: "race", card: cardInput(world.clock.now()) };
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      (index % 2 === 0 ? soc : soc.through(elsewhere)).gets(SubmitIncidentCardDocument, { input }),
    ),
  );
  const receipts = answers.map(({ submitIncidentCard }) => accepted(submitIncidentCard).receipt);
  expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
  expect(new Set(receipts.map(({ position }) => position)).size).toBe(1);
  expect(
    await world.database.asOwner("select count(*)::int as count from incident where soc_id = $1", [soc.partyId]),
  ).toEqual([{ count: 1 }]);
});

test("two at once with the same key and other contents: one is accepted, the other is a conflict", async () => {
  const world = shared();
  const soc = await world.soc();
  const answers = await Promise.all(
    (["HIGH", "MEDIUM"] as const).map((severity) => {
      const input = { submissionKey: "clash", card: cardInput(world.clock.now(), { severity }) };
      return soc.asks(SubmitIncidentCardDocument, { input });
    }),
  );
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? "accepted");
  expect(codes.toSorted()).toEqual(["CONFLICT", "accepted"]);
});
