import { useTexts } from "../texts/TextsContext.js";
import { classes } from "./classes.js";
import styles from "./Horizon.module.css";
import { horizonLayout, SHAPES, type HorizonBucket, type HorizonShape } from "./horizon-layout.js";

/**
 * Open duties along the time that is left: what is overdue to the left of "now", then columns to each bound. Their counts are the
 * heads; one mark is one duty, its shape what it is. The picture is for eyes: heads and list say the same to a reader.
 */
export function Horizon({
  buckets,
  isCompact = false,
  picked = null,
  onPick,
}: {
  readonly buckets: readonly HorizonBucket[];
  /** Heads alone, where there is no room for marks. */
  readonly isCompact?: boolean;
  /** The key of the column that is picked. */
  readonly picked?: string | null;
  /** Picks a column, to show what is in it. */
  readonly onPick?: (bucket: HorizonBucket) => void;
}) {
  const { parts } = useTexts();
  return (
    <section aria-label={parts.horizon.label} className={styles.horizon}>
      <ol className={classes(styles.columns, isCompact && styles.compact)}>
        {buckets.map((bucket) => (
          <Column
            bucket={bucket}
            isCompact={isCompact}
            isPicked={bucket.key === picked}
            key={bucket.key}
            onPick={onPick}
          />
        ))}
      </ol>
      {!isCompact && (
        <div className={styles.legend}>
          <ul>
            {SHAPES.map((shape) => (
              <li key={shape}>
                <svg aria-hidden="true" viewBox="-6 -6 12 12">
                  <Shape shape={shape} />
                </svg>
                {parts.horizon.shapes[shape]}
              </li>
            ))}
          </ul>
          <p>{parts.horizon.withoutR91}</p>
        </div>
      )}
    </section>
  );
}

function Column({
  bucket,
  isCompact,
  isPicked,
  onPick,
}: {
  readonly bucket: HorizonBucket;
  readonly isCompact: boolean;
  readonly isPicked: boolean;
  readonly onPick: ((bucket: HorizonBucket) => void) | undefined;
}) {
  const head = (
    <>
      <span className={classes("figures", styles.count)}>{bucket.count}</span>
      <span className={styles.name}>{bucket.name}</span>
    </>
  );
  return (
    <li
      className={classes(
        styles.column,
        bucket.isOverdue && styles.overdue,
        bucket.isOverdue && bucket.count > 0 && styles.late,
        bucket.isSoon && styles.soon,
      )}
    >
      {onPick ? (
        <button
          aria-pressed={isPicked}
          className={classes(styles.head, isPicked && styles.picked)}
          onClick={() => onPick(bucket)}
          type="button"
        >
          {head}
        </button>
      ) : (
        <div className={styles.head}>{head}</div>
      )}
      {!isCompact && (
        <div aria-hidden="true" className={styles.field}>
          <Marks bucket={bucket} />
          <span className={styles.from}>{bucket.from}</span>
        </div>
      )}
    </li>
  );
}

const WIDTH = 240;

function Marks({ bucket }: { readonly bucket: HorizonBucket }) {
  const { marks, rest } = horizonLayout(bucket.marks, WIDTH);
  return (
    <svg className={styles.marks} preserveAspectRatio="xMidYMid meet" viewBox={`0 0 ${WIDTH} 100`}>
      {marks.map(({ id, x, y, shape, label }) => (
        <g key={id}>
          {label && (
            <>
              <line className={styles.stem} x1={x} x2={x} y1={label.y + 4} y2={y - 8} />
              <text textAnchor={label.anchor} x={label.x} y={label.y}>
                <tspan className={styles.number}>{label.number}</tspan> {label.word}
              </text>
            </>
          )}
          <g transform={`translate(${x} ${y})`}>
            <Shape shape={shape} />
          </g>
        </g>
      ))}
      {rest > 0 && (
        <text className={styles.rest} textAnchor="end" x={WIDTH - 6} y="30">
          +{rest}
        </text>
      )}
    </svg>
  );
}

function Shape({ shape }: { readonly shape: HorizonShape }) {
  switch (shape) {
    case "owner":
      return <rect className={styles.shape} height="9" width="9" x="-4.5" y="-4.5" />;
    case "card":
      return <circle className={styles.shape} r="5" />;
    case "level":
      return <path className={styles.shape} d="M0-5.5 5.8 5h-11.6Z" />;
    case "answer":
      return <circle className={styles.ring} r="4.25" />;
  }
}
