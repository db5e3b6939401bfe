import { Store } from "../store.js";
import type { Incident, Obligation } from "./state.js";

/** What sounds until somebody acknowledges it. */
export type Alarm =
  | { readonly key: string; readonly kind: "LAPSED"; readonly duty: Obligation }
  | { readonly key: string; readonly kind: "HIGH"; readonly incident: Incident };

const incidentOf = (alarm: Alarm): Pick<Incident, "id"> | null =>
  alarm.kind === "LAPSED" ? alarm.duty.incident : alarm.incident;

/** What has happened since signing in and nobody has acknowledged here: it outlives the wall, which is left to read a dossier. */
export class Alarms {
  /** By this computer's clock: how far that is off may be learnt later. */
  readonly opened = Date.now();
  readonly acknowledged = new Store<ReadonlySet<string>>(new Set());
  readonly waiting = new Store<readonly Alarm[]>([]);

  /** All that wait, or those about one incident. */
  readonly acknowledge = (about?: Pick<Incident, "id">): void => {
    const heard = this.waiting.get().filter((alarm) => !about || incidentOf(alarm)?.id === about.id);
    this.acknowledged.set(new Set([...this.acknowledged.get(), ...heard.map(({ key }) => key)]));
  };
}
