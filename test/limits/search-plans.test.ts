import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { expect, test } from "vitest";
import { questionOf, scopeOfSoc, vectorOf } from "../../src/domain/search/parts.js";
import { termsOf } from "../../src/domain/search/words.js";
import { Chance } from "../support/chance.js";
import { createDatabase } from "../support/database.js";

const TEXTS = 100_000;
const SOCS = 40;
const WORDS =
  `сервер шабуыл деректер желі вирус қауіпсіздік пароль фишинг ботнет шифрлау атака узел учётная запись доступ письмо трафик
  уязвимость заражение эксплуатация server attack malware mailbox host credential lateral movement exfiltration`.split(
    /\s+/,
  );

/** A word, the commoner the earlier it stands; one in five is hardly ever written. */
function wordOf(chance: Chance): string {
  if (chance.is(0.2)) return `узел${chance.upTo(200_000)}`;
  return WORDS[Math.floor(WORDS.length * chance.fraction() ** 2)] ?? "сервер";
}

test("a SOC's search of 100,000 texts reads what fits, under row-level security, and nothing else", async () => {
  await using database = await createDatabase();
  const chance = new Chance(1);
  const socs = Array.from({ length: SOCS }, () => randomUUID());
  const soc = socs[3] ?? "";
  const owner = await database.session();
  for (let from = 0; from < TEXTS; from += 5_000) {
    const rows = Array.from({ length: 5_000 }, (_, index) => {
      const text = Array.from({ length: 15 }, () => wordOf(chance)).join(" ");
      const said = from + index === 70_003 ? `${text} турбогенератор` : text;
      return vectorOf("REPORT", [{ part: "SUMMARY", text: said }], [scopeOfSoc(socs[(from + index) % SOCS] ?? "")]);
    });
    await owner.query(
      `insert into search_text select 'REPORT', id, id, now() - place * interval '1 minute', words
       from (select gen_random_uuid() as id, w::tsvector as words, place from unnest($1::text[]) with ordinality u (w, place)) made`,
      [rows],
    );
  }
  await owner.query("analyze search_text");
  await owner.end();

  const client = new Client({ connectionString: database.gatewayUrl });
  await client.connect();
  try {
    await client.query(
      `begin; set local role = dabyl_sees_soc; set local dabyl.sees = 'SOC'; set local dabyl.party = '${soc}'`,
    );
    const { rows: seen } = await client.query("select from search_text limit 1");
    expect(seen).toEqual([]);
    for (const [words, hits] of [
      ["турбогенератор", 1],
      ["гидроагрегат", 0],
      ["атака пароль", null],
      ["сервер", null],
    ] as const) {
      const asked = questionOf(words.split(" ").map(termsOf), null);
      const sql = "select * from search_texts($1::tsquery, 21, null, null, null, null)";
      const { rows } = await client.query<{ hits: number }>(sql, [asked]);
      const started = performance.now();
      await client.query(sql, [asked]);
      const took = performance.now() - started;
      const { rows: plan } = await client.query<{ "QUERY PLAN": Plan }>(
        `explain (analyze, buffers, format json) ${sql}`,
        [asked],
      );
      const { "Shared Hit Blocks": hit, "Shared Read Blocks": read } = plan[0]?.["QUERY PLAN"][0].Plan ?? {};
      const blocks = (hit ?? 0) + (read ?? 0);
      console.log(`"${words}" of a SOC: ${rows[0]?.hits} of ${TEXTS} texts, ${took.toFixed(1)} ms, ${blocks} blocks`);
      if (hits !== null) expect(rows[0]?.hits).toBe(hits);
      // The hits are looked at to count, to count the things that they are in, and to rank them.
      expect(blocks).toBeLessThan(100 + 4 * (rows[0]?.hits ?? 0));
    }
  } finally {
    await client.end();
  }
});

type Plan = readonly [
  { readonly Plan: { readonly "Shared Hit Blocks": number; readonly "Shared Read Blocks": number } },
];
