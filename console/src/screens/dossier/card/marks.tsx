import { useTexts } from "../../../texts/TextsContext.js";
import styles from "./Card.module.css";

/** No line breaks between a sign and its text (U+2060). */
const JOIN = "\u2060";

/** A piece of a text that went: struck, with a sign, and said to readers, to whom `del` alone is silent. */
export function Removed({ children }: { readonly children: string }) {
  const { dossier } = useTexts();
  const [space, text] = withoutSpace(children);
  return (
    <>
      {space}
      <del className={styles.removed}>
        <span className="visually-hidden">{dossier.card.removed} </span>
        <span aria-hidden="true" className={styles.sign}>
          −
        </span>
        {JOIN}
        <span className={styles.text}>{text}</span>
      </del>
    </>
  );
}

/** A piece of a text that came: underlined, with a sign, and said to readers. */
export function Added({ children }: { readonly children: string }) {
  const { dossier } = useTexts();
  const [space, text] = withoutSpace(children);
  return (
    <>
      {space}
      <ins className={styles.added}>
        <span className="visually-hidden">{dossier.card.added} </span>
        <span aria-hidden="true" className={styles.sign}>
          +
        </span>
        {JOIN}
        <span className={styles.text}>{text}</span>
      </ins>
    </>
  );
}

/** The white space before a piece belongs to the text, not to the mark. */
function withoutSpace(text: string): readonly [space: string, text: string] {
  const rest = text.trimStart();
  return [text.slice(0, text.length - rest.length), rest];
}
