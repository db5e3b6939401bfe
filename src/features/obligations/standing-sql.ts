import { STANDINGS, type Standing } from "../../domain/obligations.js";

/**
 * The same judgement as `standing`, as a condition on a row `alias` of the table obligation; `now` gives its place among the
 * parameters where it is needed.
 * A test holds the two together.
 */
export function standingInSql(wanted: Standing, alias: string, now: () => string): string {
  const pending = `${alias}.discharged_at is null and ${alias}.waived_at is null and not ${alias}.is_void`;
  switch (wanted) {
    case "RUNNING":
      return `${pending} and ${alias}.due_at >= ${now()}`;
    case "OVERDUE":
      return `${pending} and ${alias}.due_at < ${now()}`;
    case "MET":
      return `${alias}.discharged_at <= ${alias}.due_at`;
    case "MET_LATE":
      return `${alias}.discharged_at > ${alias}.due_at`;
    case "WAIVED":
      return `(${alias}.waived_at is not null or ${alias}.is_void) and ${alias}.discharged_at is null`;
  }
}

/** The standing of a row. */
export function standingOf(alias: string, now: () => string): string {
  const cases = STANDINGS.map((standing) => `when ${standingInSql(standing, alias, now)} then '${standing}'`);
  return `case ${cases.join(" ")} end`;
}
