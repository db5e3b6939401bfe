import { type ReactNode, useMemo } from "react";
import { useSearchParams } from "wouter";
import { useHolding } from "../../session/now.js";
import { type Column, DataTable } from "../../parts/DataTable.js";
import { Number } from "../../parts/Numbers.js";
import { Segmented } from "../../parts/Tabs.js";
import { type Texts } from "../../texts/texts.js";
import { useTexts } from "../../texts/TextsContext.js";
import { withinSentence } from "../../texts/within-sentence.js";
import styles from "./Registers.module.css";
import { Named } from "./Named.js";
import { RegisterList } from "./RegisterList.js";
import { coversAt, hasEnded, type ProtectedObject, rowsOf, useObjects } from "./registers.js";
import { InForce } from "./InForce.js";

type Shown = "live" | "ended" | "all";

export const textOfObject = ({ code, name, owner, holder }: ProtectedObject): string =>
  [code, name, owner?.code, owner?.name, holder?.code, holder?.name].join(" ");
const isEnded = ({ endedAt }: ProtectedObject, now: number): boolean => hasEnded(endedAt, now);
const codeOf = ({ code }: ProtectedObject): string => code;

/** The kinds of an object: in full, or as people who know them call them. */
export function kindsOf(
  { kinds }: Pick<ProtectedObject, "kinds">,
  { form, administration }: Texts,
  isShort = false,
): string {
  if (kinds.length === 0) return isShort ? administration.none : administration.objects.noKind;
  return kinds.map((kind) => (isShort ? administration.kinds[kind] : form.choices.ObjectKind[kind].label)).join(", ");
}

export const sectorsOf = ({ sectors }: Pick<ProtectedObject, "sectors">, { form }: Texts): string =>
  sectors
    .map((sector) => form.choices.Sector[sector].label)
    .map((label, place) => (place === 0 ? label : withinSentence(label)))
    .join(", ");

function columnsOf(texts: Texts): readonly [Column<ProtectedObject>, ...Column<ProtectedObject>[]] {
  const { administration } = texts;
  return [
    { key: "name", name: administration.fields.name, cell: (object) => <Named of={object} /> },
    { key: "kinds", name: administration.fields.kinds, cell: (object) => kindsOf(object, texts, true) },
    { key: "sectors", name: administration.fields.sectors, cell: (object) => sectorsOf(object, texts) },
    {
      key: "owner",
      name: administration.fields.owner,
      cell: ({ owner }) => (owner ? <Named of={owner} /> : administration.objects.hidden),
    },
    { key: "coverage", name: administration.objects.coveredBy, cell: (object) => <Covering of={object} /> },
    { key: "standing", name: administration.accounts.state, cell: (object) => <InForce of={object} /> },
  ];
}

/** Who covers an object now, by code. */
function Covering({ of: { coverage } }: { readonly of: ProtectedObject }) {
  const { administration } = useTexts();
  const covering = useHolding(coverage, coversAt);
  if (covering.length === 0) return administration.objects.notCovered;
  return (
    <span className={styles.lines}>
      {covering.map(({ id, soc }) => (
        <Number key={id} number={soc?.code ?? administration.objects.hidden} />
      ))}
    </span>
  );
}

export function ObjectsTable({
  rows,
  hrefOf,
}: {
  readonly rows: readonly ProtectedObject[];
  readonly hrefOf: (object: ProtectedObject) => string;
}) {
  const texts = useTexts();
  return (
    <DataTable
      columns={columnsOf(texts)}
      href={hrefOf}
      label={texts.administration.objects.title}
      rowKey={codeOf}
      rows={rows}
    />
  );
}

/** Protected objects as whoever is signed in may see them: those in force first, the ended ones on demand. */
export function ObjectList({
  at,
  acts,
  empty,
}: {
  /** The address of the list, before the code of an object. */
  readonly at: string;
  readonly acts?: ReactNode;
  readonly empty: { readonly title: string; readonly why: string };
}) {
  const texts = useTexts();
  const { administration } = texts;
  const [params, setParams] = useSearchParams();
  const shown: Shown = (["ended", "all"] as const).find((one) => one === params.get("show")) ?? "live";
  const register = useObjects();
  const ended = useHolding(rowsOf(register), isEnded);
  const filtered = useMemo(() => {
    if (register.state !== "READY" || shown === "all") return register;
    const rows = shown === "ended" ? ended : register.data.rows.filter((row) => !ended.includes(row));
    return { ...register, data: { ...register.data, rows } };
  }, [register, shown, ended]);
  return (
    <RegisterList
      acts={acts}
      columns={columnsOf(texts)}
      empty={empty}
      filter={
        <Segmented
          choices={[
            { key: "live", label: administration.objects.live },
            { key: "ended", label: administration.objects.endedOnes },
            { key: "all", label: administration.objects.all },
          ]}
          chosen={shown}
          label={administration.accounts.state}
          onChoose={(key) =>
            setParams(
              (before) => {
                if (key === "live") before.delete("show");
                else before.set("show", key);
                return before;
              },
              { replace: true },
            )
          }
        />
      }
      href={({ code }) => `${at}/${code}`}
      keyOf={codeOf}
      register={filtered}
      textOf={textOfObject}
      title={administration.objects.title}
    />
  );
}
