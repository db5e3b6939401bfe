import { describe, expect, test } from "vitest";
import { AcknowledgeNotificationDocument } from "../../schema/operations.generated.js";
import { instant } from "../../src/domain/instant.js";
import { sharedGateway } from "../support/gateway.js";
import { aNotifiedSoc } from "../support/notified-socs.js";
import { accepted, unique, type Person } from "../support/person.js";

const shared = sharedGateway();

interface Submitted {
  readonly submittedBy: { readonly party: { readonly code: string } | null } | null;
  readonly receipt: { readonly act: string } | null;
}

const WHO = "submittedBy { name party { code } } receipt { act }";
const STATEMENTS = `query ($number: String!) { incident(number: $number) {
  report { ${WHO} } cardRevisions { ${WHO} } severityReviews { ${WHO} } ownerNotifications { ${WHO} }
  ownerAcknowledgements { ${WHO} } correctionRequests { ${WHO} } confirmationCorrections { ${WHO} }
  retractions { ${WHO} decidedBy { party { code } } decisionReceipt { act } }
  objectLinks { ${WHO} unlinkedBy { party { code } } unlinkingReceipt { act } }
  obligations { rule waiverReceipt { act } waiverSubmittedBy { party { code } }
    receivedOtherwise { ${WHO} withdrawalReceipt { act } } } } }`;

/** What is seen of an incident, each statement as whose it is and by which act it came; "nobody" where neither is shown. */
async function seenBy(person: Person, number: string): Promise<Record<string, readonly string[]>> {
  const { incident } = await person.gets<{ readonly incident: Record<string, unknown> }, object>(STATEMENTS, {
    number,
  });
  const said = (of: unknown): string => {
    const { submittedBy, receipt } = of as Submitted;
    return submittedBy || receipt ? `${submittedBy?.party?.code} ${receipt?.act}` : "nobody";
  };
  return Object.fromEntries(
    Object.entries(incident)
      .filter(([field]) => field !== "obligations")
      .map(([field, found]) => [field, [found ?? []].flat().map(said)]),
  );
}

describe("who submitted what, and by which receipt it can be proved", () => {
  test("each statement says it to its own party and to the centre, and to nobody else", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const owner = await world.owner();
    const object = await world.protectedObject({ owner });
    const soc = await world.soc({ covering: [object] });
    const on = { affectedObjects: [{ objectId: object.id }, { description: "An office network" }] };
    const { incident } = await soc.sendsReport(on);
    const { id, number, confirmedAt } = incident;
    await soc.sendsCard({ ...on, confirmedAt, severity: "UNDETERMINED" }, { incidentId: id });
    await soc.reviews(id, "HIGH", "It spreads.");
    accepted(await soc.recordsOwnerNotified(id, world.clock.now(), { objectId: object.id }));
    const known = { submissionKey: unique("key"), incidentId: id };
    accepted((await owner.gets(AcknowledgeNotificationDocument, { input: known })).acknowledgeNotification);
    const sooner = instant(Date.parse(confirmedAt) - 1);
    accepted(await soc.asksForCorrection(id, sooner));
    accepted(await centre.correctsConfirmation(id, sooner));
    const other = await world.protectedObject({ kinds: [] });
    accepted(await centre.linksObject(id, "An office network", other.id, "Its inventory number."));
    accepted(await centre.unlinksObject(id, "An office network", "Another one has that number."));
    accepted(await soc.asksForRetraction(id, "A drill."));
    accepted(await centre.decidesRetraction(id, false, "It was none."));

    const [socCode, ownerCode] = [await codeOf(soc), await codeOf(owner)];
    const bySoc = {
      report: [`${socCode} incident.report`],
      cardRevisions: [`${socCode} card.submit`],
      severityReviews: [`${socCode} severity.review`],
      ownerNotifications: [`${socCode} owner.record`],
      correctionRequests: [`${socCode} correction.request`],
      retractions: [`${socCode} retraction.request`],
    };
    const byCentre = {
      confirmationCorrections: ["CENTRE confirmation.correct"],
      objectLinks: ["CENTRE object.link"],
    };
    const byOwner = { ownerAcknowledgements: [`${ownerCode} owner.acknowledge`] };
    const hidden = (some: object) => Object.fromEntries(Object.keys(some).map((field) => [field, ["nobody"]]));
    expect(await seenBy(centre, number)).toEqual({ ...bySoc, ...byCentre, ...byOwner });
    expect(await seenBy(soc, number)).toEqual({ ...bySoc, ...hidden(byCentre), ...hidden(byOwner) });
    expect(await seenBy(owner, number)).toEqual({
      ...hidden(bySoc),
      ...byOwner,
      confirmationCorrections: ["nobody"],
      // How the SOC stands toward the centre, and another's object, are not the owner's concern.
      correctionRequests: [],
      objectLinks: [],
    });
    const decisions =
      "query ($number: String!) { incident(number: $number) { retractions { decidedBy { party { code } } decisionReceipt { act } } objectLinks { unlinkedBy { party { code } } unlinkingReceipt { act } } } }";
    expect(await centre.gets(decisions, { number })).toEqual({
      incident: {
        retractions: [{ decidedBy: { party: { code: "CENTRE" } }, decisionReceipt: { act: "retraction.decide" } }],
        objectLinks: [{ unlinkedBy: { party: { code: "CENTRE" } }, unlinkingReceipt: { act: "object.unlink" } }],
      },
    });
    expect(await soc.gets(decisions, { number })).toEqual({
      incident: {
        retractions: [{ decidedBy: null, decisionReceipt: null }],
        objectLinks: [{ unlinkedBy: null, unlinkingReceipt: null }],
      },
    });
  });

  test("L20 L22 a waiver and what came by another way name their receipts to the centre; the SOC learns neither whose account it was", async () => {
    const world = shared();
    const centre = await world.nationalCentre();
    const soc = await world.soc();
    const { incident } = await soc.sendsReport();
    const duty = (rule: string): string => incident.obligations.find((one) => one.rule === rule)?.id ?? "";
    const received = accepted(await centre.recordsReceived(duty("R9.1"), world.clock.now())).obligation;
    accepted(await centre.withdrawsReceived(received.receivedOtherwise[0]?.id ?? "", "Another incident."));
    accepted(await centre.waives(duty("R9.3")));
    const document = `query ($id: ID!) { node(id: $id) { ... on Obligation { waiverReceipt { act }
      waiverSubmittedBy { party { code } } receivedOtherwise { ${WHO} withdrawalReceipt { act } } } } }`;
    expect(await centre.gets(document, { id: duty("R9.3") })).toMatchObject({
      node: { waiverReceipt: { act: "obligation.waive" }, waiverSubmittedBy: { party: { code: "CENTRE" } } },
    });
    expect(await soc.gets(document, { id: duty("R9.3") })).toMatchObject({
      node: { waiverReceipt: null, waiverSubmittedBy: null },
    });
    expect(await centre.gets(document, { id: duty("R9.1") })).toMatchObject({
      node: {
        waiverReceipt: null,
        receivedOtherwise: [
          {
            submittedBy: { party: { code: "CENTRE" } },
            receipt: { act: "obligation.receive" },
            withdrawalReceipt: { act: "receipt.withdraw" },
          },
        ],
      },
    });
    expect(await soc.gets(document, { id: duty("R9.1") })).toMatchObject({
      node: { receivedOtherwise: [{ submittedBy: null, receipt: null, withdrawalReceipt: null }] },
    });
  });

  test("R12.1 a notification and what it is about say who sent it to the centre; its recipients see what they were sent", async () => {
    const { world, soc, notificationId } = await aNotifiedSoc(shared(), "THREAT");
    const centre = await world.nationalCentre();
    const document = `query ($id: ID!) { node(id: $id) { ... on Notification { ${WHO} threat { ${WHO} } } } }`;
    const sent = (act: string) => ({ submittedBy: { party: { code: "CENTRE" } }, receipt: { act } });
    expect(await centre.gets(document, { id: notificationId })).toMatchObject({
      node: { ...sent("notification.send"), threat: sent("threat.register") },
    });
    const hidden = { submittedBy: null, receipt: null };
    expect(await soc.gets(document, { id: notificationId })).toEqual({ node: { ...hidden, threat: hidden } });
  });
});

async function codeOf(person: Person): Promise<string> {
  const { me } = await person.gets<{ readonly me: { readonly party: { readonly code: string } } }, object>(
    "{ me { party { code } } }",
    {},
  );
  return me.party.code;
}
