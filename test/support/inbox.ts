import { NotificationsDocument } from "../../schema/operations.generated.js";
import type { Person } from "./person.js";

/** The notifications that somebody sees, the newest first. */
export async function inbox(person: Person) {
  return (await person.gets(NotificationsDocument, {})).notifications.nodes;
}

/** Why each SOC is notified, by its code, as a notification's recipients or a preview say it. */
export function whys(
  notified: readonly {
    readonly soc: { readonly code: string } | null;
    readonly reasons: readonly {
      readonly kind: string;
      readonly sector: string | null;
      readonly indicator: string | null;
      readonly object: { readonly code: string } | null;
    }[];
  }[],
): Record<string, string[]> {
  return Object.fromEntries(
    notified.map(({ soc, reasons }) => [
      soc?.code ?? "",
      reasons.map(({ kind, sector, indicator, object }) =>
        [kind, sector, indicator, object?.code].filter(Boolean).join(" "),
      ),
    ]),
  );
}

/** The code of somebody's party. */
export async function codeOf(person: Person): Promise<string> {
  return (await person.gets<{ me: { party: { code: string } } }, object>("{ me { party { code } } }")).me.party.code;
}
