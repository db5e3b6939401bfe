import type { Faults } from "../../forms/useFaults.js";
import { Icon } from "../../parts/Icon.js";
import { useTexts } from "../../texts/TextsContext.js";
import { type CardDraft, isFilled, SECTIONS } from "./card-form.js";
import styles from "./Card.module.css";

const ICONS = { FAULT: "fault", FILLED: "met", OPEN: "more" } as const;

/** The sections, each with a sign and a word whether it is complete. */
export function SectionNav({ draft, faults }: { readonly draft: CardDraft; readonly faults: Faults }) {
  const { card } = useTexts();
  return (
    <nav aria-label={card.sections.label} className={styles.nav}>
      <ul>
        {SECTIONS.map(({ id, fields }) => {
          const sign = fields.some((name) => faults.within(name).length > 0)
            ? "FAULT"
            : fields.every((name) => isFilled(draft, name))
              ? "FILLED"
              : "OPEN";
          return (
            <li key={id}>
              <a data-sign={sign} href={`#part-${id}`}>
                <Icon name={ICONS[sign]} />
                <span>
                  {card.sections[id]}
                  <span className="visually-hidden">: {card.signs[sign]}</span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
