import type { ComponentType } from "react";
import { Panel } from "../../parts/Panel.js";
import { useTexts } from "../../texts/TextsContext.js";
import { SECTIONS } from "./card-form.js";
import styles from "./Card.module.css";
import type { CardKit } from "./kit.js";
import { Details, Links, Measures, Nature, Objects, Registration } from "./sections.js";

type PartName = (typeof SECTIONS)[number]["id"] | "links";

const FORMS: Readonly<Record<PartName, ComponentType<{ readonly kit: CardKit }>>> = {
  registration: Registration,
  details: Details,
  nature: Nature,
  objects: Objects,
  measures: Measures,
  links: Links,
};

export const PARTS: readonly PartName[] = [...SECTIONS.map(({ id }) => id), "links"];

/** The sections in annex 3's order, and after them what it does not ask for. */
export function Parts({ kit }: { readonly kit: CardKit }) {
  const { card } = useTexts();
  return PARTS.map((part) => {
    const Form = FORMS[part];
    return (
      <div id={`part-${part}`} key={part}>
        <Panel title={card.sections[part]}>
          <div className={styles.fields}>
            <Form kit={kit} />
          </div>
        </Panel>
      </div>
    );
  });
}
