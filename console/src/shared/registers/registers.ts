import {
  RegisteredActorsDocument,
  type RegisteredActorsQuery,
  ObjectsRegisteredDocument,
  type ObjectsRegisteredQuery,
  RegisteredOwnersDocument,
  type RegisteredOwnersQuery,
  RegisteredSocsDocument,
  type RegisteredSocsQuery,
} from "../../operations/generated.js";
import type { Page } from "../../live/pages.js";
import { type Reading, useRegistered } from "../../session/reading.js";
import type { Option } from "../../parts/combo-options.js";
import { holdsWords, wordsOf } from "../../parts/spelling.js";

export type Soc = RegisteredSocsQuery["socs"]["nodes"][number];
export type Owner = RegisteredOwnersQuery["owners"]["nodes"][number];
export type ProtectedObject = ObjectsRegisteredQuery["protectedObjects"]["nodes"][number];
export type Coverage = ProtectedObject["coverage"][number];
export type Account = RegisteredActorsQuery["actors"]["nodes"][number];
export type Token = Account["tokens"][number];

export type Register<Row> = Reading<{ readonly rows: readonly Row[]; readonly isWhole: boolean }>;

const socsIn = ({ socs }: RegisteredSocsQuery): Page<Soc> => socs;
const ownersIn = ({ owners }: RegisteredOwnersQuery): Page<Owner> => owners;
const objectsIn = ({ protectedObjects }: ObjectsRegisteredQuery): Page<ProtectedObject> => protectedObjects;
const accountsIn = ({ actors }: RegisteredActorsQuery): Page<Account> => actors;

export const useSocs = (): Register<Soc> => useRegistered(RegisteredSocsDocument, socsIn);
export const useOwners = (): Register<Owner> => useRegistered(RegisteredOwnersDocument, ownersIn);
export const useObjects = (): Register<ProtectedObject> => useRegistered(ObjectsRegisteredDocument, objectsIn);
export const useAccounts = (): Register<Account> => useRegistered(RegisteredActorsDocument, accountsIn);

const NO_ROWS: readonly never[] = [];

export const rowsOf = <Row>(register: Register<Row>): readonly Row[] =>
  register.state === "READY" ? register.data.rows : NO_ROWS;

/** What a field offers of a register: it is told the code, and shows the name. */
export const optionsOf = (rows: readonly { readonly code: string; readonly name: string }[]): readonly Option[] =>
  rows.map(({ code, name }) => ({ value: code, label: name, detail: code }));

/** Rows of which each word that was typed is a part of what they are called. */
export function searched<Row>(rows: readonly Row[], typed: string, textOf: (row: Row) => string): readonly Row[] {
  const words = wordsOf(typed);
  return words.length === 0 ? rows : rows.filter((row) => holdsWords(textOf(row), words));
}

/** Whether a period of coverage holds at an instant, by the gateway's clock. */
export const coversAt = ({ startsAt, endsAt }: Pick<Coverage, "startsAt" | "endsAt">, now: number): boolean =>
  Date.parse(startsAt) <= now && !hasEnded(endsAt, now);

/** Whether a token signs anybody in. */
export const isInForce = ({ revokedAt, expiresAt }: Token, now: number): boolean =>
  revokedAt === null && !hasEnded(expiresAt, now);

/** Whether something that ends at `endedAt` has ended by now. */
export const hasEnded = (endedAt: string | null | undefined, now: number): boolean =>
  endedAt != null && Date.parse(endedAt) <= now;
