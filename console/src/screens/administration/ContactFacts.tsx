import type { ListedPartyFragment } from "../../operations/generated.js";
import { Facts } from "../../parts/Facts.js";
import { LANGUAGE_NAMES } from "../../texts/languages.js";
import { useTexts } from "../../texts/TextsContext.js";
import { writeDateTime } from "../../time/write.js";

export type Party = ListedPartyFragment;

const LANGUAGES = { KK: LANGUAGE_NAMES.kk.name, RU: LANGUAGE_NAMES.ru.name, EN: LANGUAGE_NAMES.en.name } as const;

/** Where a party is notified. */
export function ContactFacts({ party }: { readonly party: Party }) {
  const { administration } = useTexts();
  const { fields, parties } = administration;
  const nobody = party.__typename === "Owner" ? parties.noEmail : administration.none;
  return (
    <Facts
      facts={[
        { name: fields.email, value: party.email ?? nobody },
        { name: fields.phone, value: party.phone ?? administration.none },
        { name: fields.language, value: party.language ? LANGUAGES[party.language] : fields.languageNone },
        {
          name: fields.webhook,
          value:
            party.webhookUrl && party.webhookGoneAt
              ? `${party.webhookUrl} (${parties.webhookGone(writeDateTime(Date.parse(party.webhookGoneAt)))})`
              : (party.webhookUrl ?? administration.none),
        },
        { name: administration.sections.folders, value: party.reserveActor?.name ?? administration.folders.waits },
      ]}
    />
  );
}
