import { instant, MINUTE, SECOND } from "../../src/domain/instant.js";
import { Night } from "./night.js";
import { accepted } from "./person.js";

const OBJECT = "DEMO-CANAL-PUMPS";

/** Nights around one incident of the fictional water SOC, as its dossier is looked at. */
export interface ToldNight extends AsyncDisposable {
  readonly night: Night;
  readonly number: string;
  readonly id: string;
}

/**
 * The dossier of the drawings: reported at level 1, its confirmation corrected by the centre, the owner told late, a card, and a second
 * revision that changes five fields.
 */
export async function waterDossier(): Promise<ToldNight> {
  const night = await Night.begin("2026-02-28T21:20:12Z");
  const begun = await waterBegins(night);
  night.clock.advance(24 * 60 * MINUTE);
  await begun.isCorrected();
  night.clock.advance(33 * MINUTE);
  const { id, number } = begun;
  return { night, id, number, [Symbol.asyncDispose]: () => night[Symbol.asyncDispose]() };
}

/** Its first quarter of an hour, and what sends the second revision. */
export async function waterBegins(night: Night) {
  const { clock } = night;
  const [water, centre] = [night.soc("WATER"), night.centre];
  const { id, number } = await night.reports("WATER", {
    severity: "UNDETERMINED",
    ago: 2 * MINUTE,
    summary: "На рабочих станциях диспетчерской зашифрованы файлы.",
  });
  clock.advance(32 * SECOND);
  const confirmed = instant(clock.now() - 8 * MINUTE - 44 * SECOND);
  accepted(await centre.correctsConfirmation(id, confirmed, "По журналу ОЦИБ."));
  clock.advance(9 * MINUTE);
  const first = {
    confirmedAt: new Date(confirmed).toISOString(),
    severity: "UNDETERMINED",
    affectedObjects: [{ objectCode: OBJECT }],
    indicators: [
      { type: "IPV4", value: "198.51.100.7" },
      { type: "DOMAIN", value: "pump-update.example" },
    ],
    nature: "Зашифрованы рабочие станции диспетчерской; на насосные станции не распространилось.",
    measures: "Станции отключены от сети.",
  } as const;
  await water.sendsCard(first, { incidentId: id });
  clock.advance(4 * MINUTE);
  const recipient = "Дежурный диспетчер канала";
  accepted(await water.recordsOwnerNotified(id, instant(clock.now() - 47 * SECOND), { recipient }));
  const isCorrected = async (): Promise<void> =>
    void accepted(
      await water.amends(id, 1, {
        ...first,
        severity: "HIGH",
        consequences: ["OPERABILITY", "INTEGRITY"],
        indicators: [
          ...first.indicators,
          { type: "SHA256", value: "9f2b6d0c1e7a45b3c8d90f1e2a3b4c5d6e7f8091a2b3c4d5e6f708192a3be41a" },
          { type: "CIDR", value: "203.0.113.0/28" },
        ],
        nature:
          "Зашифрованы рабочие станции диспетчерской; остановлены две насосные станции из шести, управление переведено в ручной режим.",
        measures: "Станции отключены от сети. Восстановление из копии от 27 февраля начато в 01:50.",
      }),
    );
  return { id, number, isCorrected };
}
