import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { Copyable } from "../../parts/Numbers.js";
import { Empty } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { Incident } from "./useDossier.js";
import styles from "./Dossier.module.css";

/** About as high as a row is, in pixels. */
const ROW = 52;

/** The card's indicators in its order; of thousands, those in sight are drawn. */
export function Indicators({ incident }: { readonly incident: Incident }) {
  const { dossier, form } = useTexts();
  const room = useRef<HTMLDivElement>(null);
  const indicators = incident.card?.indicators ?? [];
  // oxlint-disable-next-line react/incompatible-library -- it changes what it gives in place; nothing here is memoized
  const rows = useVirtualizer({
    count: indicators.length,
    getScrollElement: () => room.current,
    estimateSize: () => ROW,
    overscan: 10,
    initialRect: { width: 600, height: 600 },
  });
  if (indicators.length === 0)
    return (
      <Empty title={dossier.indicators.none}>
        <p>{incident.card ? dossier.indicators.noneWhy : dossier.indicators.noCard}</p>
      </Empty>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys (2.1.1)
    <div aria-label={dossier.tabs.indicators} className={styles.indicators} ref={room} role="group" tabIndex={0}>
      <ol style={{ blockSize: `${rows.getTotalSize()}px` }}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const indicator = indicators[index];
          if (!indicator) return null;
          const { type, value, submitted } = indicator;
          return (
            <li
              aria-posinset={index + 1}
              aria-setsize={indicators.length}
              data-index={index}
              key={key}
              ref={rows.measureElement}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Copyable isCode text={value} />
              <span className={styles.second}>
                {form.choices.IndicatorType[type].label}
                {submitted !== value && (
                  <>
                    {" · "}
                    {dossier.indicators.submitted}: <code>{submitted}</code>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
