import { BindReserveFolderDocument, UnbindReserveFolderDocument } from "../../schema/operations.generated.js";
import type { DocumentKind } from "../../src/domain/forms/documents.js";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import type { Format } from "../../src/exchange/read-document.js";
import { writeDocument } from "../../src/exchange/write-document.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { codeOf } from "./inbox.js";
import { lentGateway, type TestGateway } from "./gateway.js";
import { accepted, type Person } from "./person.js";
import { ReserveDir, type ReserveParty } from "./reserve.js";
import { removeFolder } from "./scratch.js";

export interface ReserveScene extends AsyncDisposable {
  readonly world: TestGateway;
  readonly soc: Person;
  readonly party: ReserveParty;
  readonly root: ReserveDir;
}

/** The folders of gateways that are lent to one scene after the other, by their other settings. */
const roots = new Map<string, Promise<ReserveDir>>();

/** A SOC with a reserve folder, which is bound to its operator. Others may have had the gateway before, and its clock moves. */
export async function reserveScene(settings: Readonly<Record<string, string>> = {}): Promise<ReserveScene> {
  const key = JSON.stringify(settings);
  const made = roots.get(key) ?? ReserveDir.lasting();
  roots.set(key, made);
  const root = await made;
  const world = await lentGateway({ at: "MOVING", settings: { RESERVE_DIR: root.path, ...settings } });
  const soc = await world.soc();
  const party = await root.of(await codeOf(soc));
  await binds(soc);
  return {
    world,
    soc,
    party,
    root,
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
      removeFolder(party.path);
    },
  };
}

export { codeOf };

export async function binds(person: Person): Promise<void> {
  const input = { actorId: toGlobalId("Actor", person.actorId) };
  accepted((await person.world.administrator().gets(BindReserveFolderDocument, { input })).bindReserveFolder);
}

export async function unbinds({ world, partyId }: Person) {
  const input = { partyId: toGlobalId("Soc", partyId) };
  return accepted((await world.administrator().gets(UnbindReserveFolderDocument, { input })).unbindReserveFolder);
}

/** A document as a file. */
export function document(kind: DocumentKind, content: JsonObject, format: Format): string {
  return format === "xml" ? writeDocument(kind, content, format) : JSON.stringify({ [kind]: content });
}
