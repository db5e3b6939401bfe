import { expect, test } from "vitest";
import { englishStem } from "../../src/domain/search/english.js";
import { russianStem } from "../../src/domain/search/russian.js";
import { createDatabase } from "../support/database.js";
import { Chance } from "../support/chance.js";

const LANGUAGES = [
  {
    language: "russian",
    stem: russianStem,
    syllables:
      "а о при вы пере шифр атак сервер сет доступ уязвим безопас защищ скан взлом под рас об у ю ё е я ж щ нн ст".split(
        " ",
      ),
    endings:
      `ами ях ости ость ованный овать овал овала ывают ывающийся ивший ился ится ейший ейшая енный енного ого ему ыми ей ой
      ться ешь ишь ует уют ите или ыла ив вши вшись ься ью ия иями ием и ы ь а я нно ем им ов ев`.split(/\s+/),
  },
  {
    language: "english",
    stem: englishStem,
    syllables:
      "a o re de crypt attack serv scan y ab ck eed gener commun add run stopp ll ss tion er i u e at bl iz".split(" "),
    endings:
      `s es ies ied ed edly ing ingly eed eedly ational tional ization fulness ousness iveness biliti lessli entli ation alism
      aliti ously iviti fulli enci ably izer ator alli ogi ly ative alize icate iciti ical ness ful ement ance able ment ant ent ism
      ate ous ive ion al er ic e ll y ying sses us`.split(/\s+/),
  },
] as const;

test.each(LANGUAGES)(
  "10,000 words that look $language have the stems that PostgreSQL gives them",
  async ({ language, stem, syllables, endings }) => {
    await using database = await createDatabase();
    const chance = new Chance(7);
    const words = new Set<string>();
    while (words.size < 10_000)
      words.add(
        `${chance.one(syllables)}${chance.one(syllables)}${chance.some(syllables, 0.03).join("")}${chance.one(endings)}`,
      );
    // Without the stop words of the one that comes with PostgreSQL.
    await database.asOwner(`create text search dictionary bare (template = snowball, language = ${language})`);
    const rows = await database.asOwner("select word, ts_lexize('bare', word) as stems from unnest($1::text[]) word", [
      [...words],
    ]);
    const different = rows.filter(({ word, stems }) => (stems as string[])[0] !== stem(String(word)));
    expect(different.map(({ word, stems }) => `${String(word)}: ${String(stems)} and ${stem(String(word))}`)).toEqual(
      [],
    );
    expect(rows.length).toBe(10_000);
  },
);
