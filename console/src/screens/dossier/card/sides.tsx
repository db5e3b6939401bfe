import type { ReactNode } from "react";
import type { DossierDifferencesQuery } from "../../../operations/generated.js";
import { useTexts } from "../../../texts/TextsContext.js";
import styles from "./Card.module.css";
import { Added, Removed } from "./marks.js";

export type Difference = NonNullable<NonNullable<DossierDifferencesQuery["incident"]>["cardDifferences"]>[number];

/** What stays of a list beside what changed in it is shown up to here, and counted beyond. */
const KEPT = 5;

/** A list before and after: what both have stands unmarked on both sides. */
export function changed(
  now: readonly string[],
  removed: readonly string[],
  added: readonly string[],
): readonly [ReactNode, ReactNode] {
  const kept = now.filter((text) => !added.includes(text));
  return [
    <SideList key="r" texts={kept}>
      {removed.map((text) => (
        <p key={text}>
          <Removed>{text}</Removed>
        </p>
      ))}
    </SideList>,
    <SideList key="a" texts={kept}>
      {added.map((text) => (
        <p key={text}>
          <Added>{text}</Added>
        </p>
      ))}
    </SideList>,
  ];
}

export function SideList({ texts, children }: { readonly texts: readonly string[]; readonly children?: ReactNode }) {
  const { dossier } = useTexts();
  const isEmpty = texts.length === 0 && (children === undefined || (Array.isArray(children) && children.length === 0));
  if (isEmpty) return <span className={styles.empty}>{dossier.card.empty}</span>;
  return (
    <>
      {texts.slice(0, KEPT).map((text, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- two may say the same
        <p className={styles.said} key={place}>
          {text}
        </p>
      ))}
      {texts.length > KEPT && <p className={styles.empty}>{dossier.card.unchangedMore(texts.length - KEPT)}</p>}
      {children}
    </>
  );
}

type Span = Extract<Difference, { __typename: "TextDifference" }>["spans"][number];

export function Spans({ spans, without }: { readonly spans: readonly Span[]; readonly without: Span["kind"] }) {
  const { dossier } = useTexts();
  const shown = spans.filter(({ kind }) => kind !== without);
  if (shown.length === 0) return <span className={styles.empty}>{dossier.card.empty}</span>;
  return (
    <p className={styles.said}>
      {shown.map(({ kind, text }, place) => {
        const key = `${place} ${kind}`;
        return kind === "KEPT" ? (
          <span key={key}>{text}</span>
        ) : kind === "REMOVED" ? (
          <Removed key={key}>{text}</Removed>
        ) : (
          <Added key={key}>{text}</Added>
        );
      })}
    </p>
  );
}
