import { BindReserveFolderDocument, UnbindReserveFolderDocument } from "../../schema/operations.generated.js";
import type { DocumentKind } from "../../src/domain/forms/documents.js";
import type { JsonObject } from "../../src/domain/forms/read-form.js";
import type { Format } from "../../src/exchange/read-document.js";
import { writeDocument } from "../../src/exchange/write-document.js";
import { toGlobalId } from "../../src/platform/identity.js";
import { startGateway, type TestGateway } from "./gateway.js";
import { accepted, type Person } from "./person.js";
import { ReserveDir, type ReserveParty } from "./reserve.js";

export interface ReserveScene extends AsyncDisposable {
  readonly world: TestGateway;
  readonly soc: Person;
  readonly party: ReserveParty;
  readonly root: ReserveDir;
}

/** A SOC with a reserve folder, which is bound to its operator. */
export async function reserveScene(settings: Readonly<Record<string, string>> = {}): Promise<ReserveScene> {
  const root = await ReserveDir.make();
  const world = await startGateway({ settings: { RESERVE_DIR: root.path, ...settings } });
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
      await root[Symbol.asyncDispose]();
    },
  };
}

export async function codeOf(soc: Person): Promise<string> {
  const { me } = await soc.gets<{ me: { party: { code: string } } }, object>("{ me { party { code } } }", {});
  return me.party.code;
}

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
