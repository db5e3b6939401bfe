import type { InEach, Locale } from "../domain/wording/wording.js";

/** What a paper about two revisions says beside the form's own labels. */
export const DIFFERENCE_WORDS = {
  title: {
    kk: "Карточканың екі редакциясының айырмашылықтары",
    ru: "Различия двух редакций карточки",
    en: "Differences between two revisions of the card",
  },
  from: { kk: "Салыстырылатын редакция", ru: "С какой редакцией сравнивается", en: "Compared with revision" },
  to: { kk: "Осы редакция", ru: "Эта редакция", en: "This revision" },
  howToRead: { kk: "Қалай оқылады", ru: "Как читать", en: "How to read this" },
  change: { kk: "Өзгеріс", ru: "Изменение", en: "Change" },
  removed: { kk: "алынды", ru: "убрано", en: "removed" },
  added: { kk: "қосылды", ru: "добавлено", en: "added" },
  nothing: {
    kk: "Бұл редакциялардың айырмашылығы жоқ.",
    ru: "Эти редакции не различаются.",
    en: "These revisions do not differ.",
  },
} as const satisfies Readonly<Record<string, InEach>>;

/** What stands in place of `count` characters that stayed. */
export const LEFT_OUT: Readonly<Record<Locale, (count: number) => string>> = {
  kk: (count) => `[… өзгермеген таңбалар: ${count} …]`,
  ru: (count) => `[… знаков без изменений: ${count} …]`,
  en: (count) => `[… characters unchanged: ${count} …]`,
};
