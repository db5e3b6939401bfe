import { execFileSync, spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createRequire } from "node:module";
import { getDocumentProxy } from "unpdf";
import { dossierAddress, type PaperCard } from "../../src/paper/card.js";
import { isLong, type Sheet } from "../../src/paper/sheet.js";
import { at, on } from "./drafts.js";
import { removeFolder, scratchFolder } from "./scratch.js";

const require = createRequire(import.meta.url);
/** CommonJS whose types say otherwise. */
const decode = require("jsqr") as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string } | null;

/** A card with something in every field; the letters are all those that Kazakh has and Russian has not. */
export function aPaperCard(card: Partial<PaperCard["card"]> = {}, rest: Partial<PaperCard> = {}): PaperCard {
  const number = "DEMO-ENERGY-2026-0004";
  return {
    number,
    revision: 2,
    soc: { code: "DEMO-ENERGY", name: "Қиял энергетика АҚЖО" },
    receivedAt: at("2026-03-01T00:01:02Z"),
    address: dossierAddress("https://gateway.example.kz", number),
    receipt: {
      submissionKey: "energy-2026-03-01-0007",
      contentHash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      position: "12345",
      entryHash: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
    },
    card: {
      registeredOn: on("2026-03-01"),
      severity: "HIGH",
      type: "RANSOMWARE",
      scale: "MASS",
      occurredAt: at("2026-02-28T21:15:00Z"),
      confirmedAt: at("2026-02-28T23:40:00Z"),
      recurrence: "REPEAT",
      earlierIncidentNumber: "DEMO-ENERGY-2026-0001",
      indicators: [
        { type: "DOMAIN", submitted: "update[.]зиянкес.example", value: "update.xn--e1aqgbhq1b.example" },
        { type: "IPV4", submitted: "198.51.100.24", value: "198.51.100.24" },
      ],
      sign: "ACTUAL",
      contours: ["INTERNAL", "EXTERNAL"],
      nature: "ӘҒҚҢӨҰҮҺІ әғқңөұүһі: серверлердегі файлдар шифрланды.\n\nЕкінші абзац.",
      consequences: ["OPERABILITY", "INTEGRITY"],
      affectedObjects: [
        {
          code: "DEMO-GRID-SCADA",
          description: null,
          kinds: null,
          ownerName: null,
          registered: {
            name: "Диспетчерлік жүйе",
            kinds: ["E_GOVERNMENT"],
            owners: [
              { capacity: "OWNER", name: "«Қиял магистральдық желілер» АҚ" },
              { capacity: "HOLDER", name: "«Қиял диспетчер» ЖШС" },
            ],
          },
        },
        {
          code: null,
          description: "Есепке алу сервері",
          kinds: ["CRITICAL_INFRASTRUCTURE"],
          ownerName: "«Қиял электр желісі» ЖШС",
          registered: null,
        },
      ],
      measures: "Сегмент ажыратылды.",
      note: "Қалпына келтіру 24 сағат ішінде аяқталады.",
      ...card,
    },
    ...rest,
  };
}

/** `count` indicators, each with another value, some of them longer than their column. */
export function indicators(count: number): PaperCard["card"]["indicators"] {
  return Array.from({ length: count }, (_, index) => {
    const hash = String(index).padStart(128, "0123456789abcdef");
    const address = `198.51.${Math.floor(index / 256)}.${index % 256}`;
    return index % 2 === 0
      ? { type: "SHA512", submitted: hash, value: hash }
      : { type: "IPV4", submitted: address.replaceAll(".", "[.]"), value: address };
  });
}

/** A text without its white space: where lines and pages break is nobody's statement. */
export function joined(text: string): string {
  return text.replace(/\s/g, "");
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" };

/** What people read of a page of HTML, without white space. */
export function readHtml(html: string): string {
  const body = html.slice(html.indexOf("<body>")).replace(/<[^>]*>/g, "");
  return joined(body.replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => ENTITIES[name] ?? ""));
}

/** The node of the structure of a PDF: what a screen reader is told. */
export interface Tag {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Tag[];
}

/** A PDF as a program reads it: the text of each page without white space, and the tags of its first page. */
export async function readPdf(pdf: Uint8Array): Promise<{ readonly pages: readonly string[]; readonly tags: Tag }> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(joined(items.map((item) => ("str" in item ? item.str : "")).join("")));
  }
  const tags = (await (await document.getPage(1)).getStructTree()) as Tag;
  return { pages, tags };
}

/** The words of the first page, as far as each stands in one piece on a line of its own or beside others. */
export async function wordsOf(pdf: Uint8Array): Promise<string[]> {
  const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1);
  const { items } = await page.getTextContent();
  return items.flatMap((item) => ("str" in item ? item.str.split(" ") : []));
}

/** What people read of a sheet as PDF, page after page without what stands at the head and foot of each. */
export async function readSheet(pdf: Uint8Array, sheet: Sheet): Promise<string> {
  const { pages } = await readPdf(pdf);
  const [running, foot] = [joined(sheet.running), joined(sheet.foot)];
  const labels = sheet.form.filter(isLong).map(({ label }) => joined(label));
  return pages
    .map((page, index) => {
      const said = page.replace(running, "").replace(`${foot}${index + 1}/${pages.length}`, "");
      // A long text's label is printed again where it goes on.
      const again = labels.find((label) => said.startsWith(label) && pages[index - 1]?.includes(label));
      return said.slice(again?.length ?? 0);
    })
    .join("");
}

/** Every node of a tree of tags. */
export function flattened(tag: Tag): Tag[] {
  return [tag, ...(tag.children ?? []).flatMap(flattened)];
}

/** What a QR code in a picture says; `isDark` says it of each of its pixels. Null: there is none. */
export function readCode(width: number, height: number, isDark: (x: number, y: number) => boolean): string | null {
  const pixels = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if (isDark(x, y)) pixels.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3);
  return decode(pixels, width, height)?.data ?? null;
}

/** Whether poppler is installed, whose programs read a PDF as others do. */
export const HAS_POPPLER = spawnSync("pdftoppm", ["-v"]).error === undefined;

/** The first page of a PDF in shades of grey, as poppler draws it (binary PGM). */
export async function drawn(
  pdf: Uint8Array,
): Promise<{ readonly width: number; readonly height: number; readonly isDark: (x: number, y: number) => boolean }> {
  const folder = await scratchFolder("dabyl-paper-");
  try {
    const file = join(folder, "card.pdf");
    await writeFile(file, pdf);
    const picture = execFileSync("pdftoppm", ["-r", "150", "-gray", "-l", "1", file], { maxBuffer: 64_000_000 });
    const [head = "", width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(picture.toString("latin1", 0, 64)) ?? [];
    return {
      width: Number(width),
      height: Number(height),
      isDark: (x, y) => (picture[head.length + y * Number(width) + x] ?? 255) < 128,
    };
  } finally {
    removeFolder(folder);
  }
}
