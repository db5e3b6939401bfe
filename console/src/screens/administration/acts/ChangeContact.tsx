import { useState } from "react";
import { ChangeContactDocument, type Language } from "../../../operations/generated.js";
import { ChoiceGroup } from "../../../parts/ChoiceGroup.js";
import { LANGUAGE_NAMES } from "../../../texts/languages.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { ActDialog } from "../ActDialog.js";
import type { Party } from "../ContactFacts.js";
import { useFieldFaults } from "../faults.js";
import { Line, useFields } from "../fields.js";
import { Secret } from "../Secret.js";

type Chosen = Language | "NONE";

/** Where a party is notified. A new webhook's secret is shown in the answer, once. */
export function ChangeContact({ party, onClose }: { readonly party: Party; readonly onClose: () => void }) {
  const { administration } = useTexts();
  const { fields, parties } = administration;
  const before = { email: party.email ?? "", phone: party.phone ?? "", webhookUrl: party.webhookUrl ?? "" };
  const { values, field } = useFields(before);
  const [language, setLanguage] = useState<Chosen>(party.language ?? "NONE");
  /** What was not touched is left out: a webhook that is sent again gets a new secret. */
  const changed = (name: keyof typeof before) =>
    values[name].trim() === before[name] ? {} : { [name]: values[name].trim() || null };
  return (
    <ActDialog
      act={parties.changeContact}
      document={ChangeContactDocument}
      input={() => ({
        partyId: party.code,
        ...changed("email"),
        ...changed("phone"),
        ...changed("webhookUrl"),
        ...(language === (party.language ?? "NONE") ? {} : { language: language === "NONE" ? null : language }),
      })}
      labels={{ email: fields.email, phone: fields.phone, webhookUrl: fields.webhook, language: fields.language }}
      onClose={onClose}
      result={({ webhookSecret }) =>
        webhookSecret === null ? null : (
          <Secret label={parties.secret} secret={webhookSecret} why={parties.secretOnce} />
        )
      }
      title={`${parties.changeContact}: ${party.code}`}
    >
      <Line
        {...field("email")}
        help={party.__typename === "Owner" ? fields.emailHelp : undefined}
        label={administration.optional(fields.email)}
        type="email"
      />
      <Line {...field("phone")} help={fields.phoneHelp} label={administration.optional(fields.phone)} type="tel" />
      <Line {...field("webhookUrl")} help={fields.webhookHelp} isCode label={administration.optional(fields.webhook)} />
      <Languages onChange={setLanguage} value={language} />
    </ActDialog>
  );
}

function Languages({ value, onChange }: { readonly value: Chosen; readonly onChange: (chosen: Chosen) => void }) {
  const { fields } = useTexts().administration;
  const { faults, changes } = useFieldFaults("language");
  return (
    <ChoiceGroup<Chosen>
      choices={[
        { value: "KK", label: LANGUAGE_NAMES.kk.name },
        { value: "RU", label: LANGUAGE_NAMES.ru.name },
        { value: "EN", label: LANGUAGE_NAMES.en.name },
        { value: "NONE", label: fields.languageNone },
      ]}
      faults={faults}
      label={fields.language}
      name="language"
      onChange={changes(onChange)}
      value={value}
    />
  );
}
