import { useLanguage, useTexts } from "../../texts/TextsContext.js";
import { writeShare } from "../../time/numbers.js";
import { writeShortMonth } from "../../time/write.js";
import { LINES, type Month } from "./shares.js";
import styles from "./MonthsPicture.module.css";

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 48;
const RIGHT = 210;
const TOP = 16;
const BOTTOM = 28;
/** Between the names of two lines. */
const APART = 18;

/** Lines of shares by month; dash and mark tell them apart as well as colour. A reader has the table beside it. */
export function MonthsPicture({ months }: { readonly months: readonly Month[] }) {
  const { timeliness } = useTexts();
  const language = useLanguage();
  const lowest = Math.min(1, ...months.flatMap(({ shares }) => LINES.map((line) => shares[line] ?? 1)));
  const floor = Math.min(0.9, Math.floor(lowest * 10) / 10);
  const x = (place: number): number => LEFT + (place * (WIDTH - LEFT - RIGHT)) / (months.length - 1);
  const y = (share: number): number => TOP + ((1 - share) / (1 - floor)) * (HEIGHT - TOP - BOTTOM);
  const steps = Array.from({ length: Math.round((1 - floor) * 10) + 1 }, (_, step) => floor + step / 10);
  const lines = LINES.map((line) => {
    const points = months.flatMap(({ shares }, place) =>
      shares[line] === null ? [] : [{ x: x(place), y: y(shares[line]), share: shares[line] }],
    );
    return { line, points, last: points.at(-1) };
  }).filter(({ points }) => points.length > 0);
  const named = apart(lines.map(({ line, last }) => ({ line, y: (last?.y ?? 0) + 4, share: last?.share ?? 0 })));
  return (
    <svg aria-hidden="true" className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      {steps.map((step) => (
        <g key={step}>
          <line className={styles.grid} x1={LEFT} x2={WIDTH - RIGHT} y1={y(step)} y2={y(step)} />
          <text className={styles.axis} textAnchor="end" x={LEFT - 8} y={y(step) + 4}>
            {Math.round(step * 100)}
          </text>
        </g>
      ))}
      {months.map(({ month }, place) => (
        <text className={styles.axis} key={month} textAnchor="middle" x={x(place)} y={HEIGHT - 8}>
          {writeShortMonth(Number(month.slice(5, 7)), language)}
        </text>
      ))}
      {lines.map(({ line, points }) => (
        <g className={styles[`line${LINES.indexOf(line)}`]} key={line}>
          <polyline points={points.map((point) => `${point.x},${point.y}`).join(" ")} />
          {points.map((point) => (
            <Mark key={point.x} kind={LINES.indexOf(line)} x={point.x} y={point.y} />
          ))}
        </g>
      ))}
      {named.map(({ line, y: at, share }) => (
        <text className={styles.name} key={line} x={WIDTH - RIGHT + 12} y={at}>
          {timeliness.duties[line]} {writeShare(share, language)}
        </text>
      ))}
    </svg>
  );
}

/** Names that would meet make room, from the top down. */
function apart<Name extends { readonly y: number }>(names: readonly Name[]): readonly Name[] {
  const placed: Name[] = [];
  for (const name of names.toSorted((one, other) => one.y - other.y))
    placed.push({ ...name, y: Math.max(name.y, (placed.at(-1)?.y ?? -APART) + APART) });
  return placed;
}

function Mark({ kind, x, y }: { readonly kind: number; readonly x: number; readonly y: number }) {
  if (kind === 0) return <circle cx={x} cy={y} r="4" />;
  if (kind === 1) return <rect height="7" width="7" x={x - 3.5} y={y - 3.5} />;
  return <path d={`M${x} ${y - 5}l5 9h-10Z`} />;
}
