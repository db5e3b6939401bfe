import { readFileSync } from "node:fs";
import { buildSchema, isEnumType, isInputObjectType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { administration } from "../../console/src/texts/en/administration.js";
import { dossier as dossierEn } from "../../console/src/texts/en/dossier.js";
import { inbox as inboxEn } from "../../console/src/texts/en/inbox.js";
import { notify as notifyEn } from "../../console/src/texts/en/notify.js";
import { shell as shellEn } from "../../console/src/texts/en/shell.js";
import { words as wordsEn } from "../../console/src/texts/en/words.js";
import { dossier as dossierKk } from "../../console/src/texts/kk/dossier.js";
import { inbox as inboxKk } from "../../console/src/texts/kk/inbox.js";
import { notify as notifyKk } from "../../console/src/texts/kk/notify.js";
import { shell as shellKk } from "../../console/src/texts/kk/shell.js";
import { words as wordsKk } from "../../console/src/texts/kk/words.js";
import { dossier as dossierRu } from "../../console/src/texts/ru/dossier.js";
import { inbox as inboxRu } from "../../console/src/texts/ru/inbox.js";
import { notify as notifyRu } from "../../console/src/texts/ru/notify.js";
import { shell as shellRu } from "../../console/src/texts/ru/shell.js";
import { words as wordsRu } from "../../console/src/texts/ru/words.js";
import { CONSOLE_NAMES, CONSOLE_PLACES, ROLE_LABELS } from "../../src/domain/wording/console-names.js";
import { ACTS } from "../../src/domain/facts.js";
import type { Mutation } from "../../src/domain/wording/reader.js";
import { inWords, LOCALES, say, type Saying } from "../../src/domain/wording/wording.js";
import { KEYS, sayings, SOCKET_ENDS } from "../support/sentences.js";

const TEXTS = {
  en: { dossier: dossierEn, inbox: inboxEn, notify: notifyEn, shell: shellEn, words: wordsEn },
  ru: { dossier: dossierRu, inbox: inboxRu, notify: notifyRu, shell: shellRu, words: wordsRu },
  kk: { dossier: dossierKk, inbox: inboxKk, notify: notifyKk, shell: shellKk, words: wordsKk },
};

/** Everything that has a name in the schema, where that name is no common word: it has a capital inside, or no small letter. */
const NAMES: ReadonlySet<string> = new Set(
  Object.values(buildSchema(readFileSync("schema/gateway.graphql", "utf8")).getTypeMap())
    .flatMap((type) => {
      if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => name)];
      if (isInputObjectType(type)) return [type.name, ...Object.keys(type.getFields())];
      if (!isObjectType(type)) return [type.name];
      const fields = Object.values(type.getFields());
      return [type.name, ...fields.flatMap(({ name, args }) => [name, ...args.map((argument) => argument.name)])];
    })
    .filter((name) => /[a-z][A-Z]|_/.test(name) || /^[A-Z]{3,}$/.test(name)),
);

/** Capitals that people of this field write themselves. */
const OF_THE_FIELD = /^(ASN|CIDR|CVE|D?DoS|HKLM|PDF|SOC|TLP|TLS|URL|UTC)$/;
/** What a sentence gives as it was written, or as an example to be written: codes and numbers, hashes, markings, links, files. */
const QUOTED =
  /\b[A-Z]+(?:-[A-Z0-9]+)+\b|\bTLP:[A-Z+]+|https?:\/\/\S+|2001:db8::1|[A-Z]:\\\S+|HKLM\\\S+|\/tmp\/\w+|\bAS\d+|\b(?:MD5|JA3|IPv[46])\b/g;
/** What stands in code, an identifier, a constant, a route, an option; and what an API is made of. */
const OF_CODE =
  /`|\b[a-z]+[A-Z]\w*|\b[A-Z]\w*[a-z][A-Z]\w*|\b\w+_\w+\b|\b[A-Z][A-Z0-9]{2,}\b|(?<![\p{L}\d/.])\/[a-z][\w./-]*|(?<!\S)--\w+/gu;
const OF_APIS =
  /\b(?:graphql|json|xml|http|websocket|gzip|smtp)\b|\b(?:mutation|argument|cursor|socket|subscription)|мутаци|аргумент|курсор|сокет|подписк|жазылым/giu;

/** What in a sentence only programmers can read. */
function technicalIn(sentence: string): string[] {
  const plain = sentence.replaceAll(QUOTED, "…");
  const named = plain.match(/\w+/g)?.filter((word) => NAMES.has(word)) ?? [];
  const found = [OF_CODE, OF_APIS].flatMap((kind) => plain.match(kind) ?? []);
  return [...named, ...found].filter((word) => !OF_THE_FIELD.test(word));
}

describe("what people at the console read", () => {
  test.for(KEYS)("%s names nothing of the API, in Kazakh, Russian and English", (key) => {
    for (const saying of sayings(key))
      for (const locale of LOCALES) {
        const words = inWords(saying, locale, "CONSOLE");
        expect(technicalIn(words), words).toEqual([]);
      }
  });

  test.for(KEYS)("%s is whole, and in its language", (key) => {
    for (const saying of sayings(key)) {
      const [kk, ru, en] = [
        inWords(saying, "kk", "CONSOLE"),
        inWords(saying, "ru", "CONSOLE"),
        inWords(saying, "en", "CONSOLE"),
      ];
      for (const words of [kk, ru, en]) {
        expect(words).toMatch(/[^.]\.$/);
        expect(words).not.toMatch(/undefined|null|NaN|\[object|\$\{| {2}|\.\./);
      }
      expect(kk).toMatch(/[әғқңөұүһі]/i);
      expect(ru).toMatch(/[а-яё]{3}/i);
      expect(ru).not.toMatch(/[әғқңөұүһі]/i);
      expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  test("what programs read would be found: names, constants, routes and settings", () => {
    const ofApi = [
      "retractionMissing",
      "notGivenUp",
      "objectOrDescription",
      "addressUnknown",
      "mailServerMissing",
    ] as const;
    for (const key of [...ofApi, "cursorExpired", "markingTooLoose", "forbidden", "rolesUnfit"] as const)
      for (const saying of sayings(key))
        for (const locale of LOCALES) {
          const words = inWords(saying, locale);
          expect(technicalIn(words), words).not.toEqual([]);
        }
  });

  test("why a socket is closed fits into a close frame (RFC 6455, section 5.5)", () => {
    for (const locale of LOCALES)
      for (const why of SOCKET_ENDS) {
        const reason = inWords(say("socketClosed", { why }), locale, "CONSOLE");
        expect(Buffer.byteLength(reason), reason).toBeLessThanOrEqual(123);
      }
  });

  test.for(LOCALES)("acts and places are named in %s as they stand on the console", (locale) => {
    const { dossier, inbox, notify, shell, words } = TEXTS[locale];
    const { acts } = dossier;
    const standing: Readonly<Record<Mutation, string>> = {
      submitIncidentCard: acts.card,
      amendIncidentCard: acts.amend,
      submitThreatAnalysis: inbox.answer.analysis,
      submitEventAnalysis: inbox.answer.analysis,
      answerNotConfirmed: inbox.answer.denial,
      requestConfirmationCorrection: acts.requestCorrection.title,
      correctConfirmation: acts.correct.title,
      requestRetraction: acts.requestRetraction.title,
      recordOwnerNotification: acts.ownerTold,
      recordReceivedOtherwise: acts.otherwise.title,
      withdrawReceivedOtherwise: acts.withdrawOtherwise.title,
      registerDetectedIncident: notify.register,
      linkAffectedObject: acts.linkObject.title,
      unlinkAffectedObject: acts.unlinkObject.title,
      waiveObligation: acts.waive,
    };
    const places: Readonly<Record<keyof typeof CONSOLE_PLACES, string>> = {
      correctAnalysis: inbox.answer.correct,
      knownIncident: inbox.answer.knownIncident,
      preview: notify.preview,
      timeliness: shell.sections.timeliness,
      withdraw: inbox.recipients.withdraw,
      related: dossier.related.title,
    };
    const inThisLanguage = (names: Readonly<Record<string, Readonly<Record<typeof locale, string>>>>) =>
      Object.fromEntries(Object.entries(names).map(([name, text]) => [name, text[locale]]));
    expect(inThisLanguage(CONSOLE_NAMES)).toEqual(standing);
    expect(inThisLanguage(CONSOLE_PLACES)).toEqual(places);
    expect(inThisLanguage(ROLE_LABELS)).toEqual(words.roles);
  });

  // The other languages have the same: they would not compile otherwise.
  test("each act of the journal has its words in the administration, and none is shown by its name", () => {
    expect(Object.keys(administration.acts).sort()).toEqual([...ACTS].sort());
  });

  test("a remedy is named by its button", () => {
    const saying: Saying = say("retractionMissing", {});
    expect(inWords(saying, "en", "CONSOLE")).toContain("“Ask to retract the incident”");
    expect(inWords(saying, "ru", "CONSOLE")).toContain("«Попросить отозвать инцидент»");
    expect(inWords(saying, "kk", "CONSOLE")).toContain("«Оқыс оқиғаны кері қайтарып алуды сұрау»");
  });
});
