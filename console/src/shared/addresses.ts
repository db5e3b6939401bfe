import type { Obligation } from "../live/state.js";
import { numberOf } from "./duties/words.js";

export const incidentHref = (number: string): string => `/incidents/${number}`;
export const notificationHref = (number: string): string => `/notifications/${number}`;

/** Where what a duty is about is read. */
export const hrefOf = (duty: Obligation): string =>
  duty.incident ? incidentHref(duty.incident.number) : notificationHref(numberOf(duty));
