import { Fragment } from "react";
import { useTexts } from "../texts/TextsContext.js";
import { namesOf } from "./keys.js";
import styles from "./KeyNames.module.css";

/** The keys of a command as people know them. */
export function KeyNames({ keys }: { readonly keys: string }) {
  const { shell } = useTexts();
  return (
    <span className={styles.keys}>
      {namesOf(keys).map((name, index) => (
        <Fragment key={name}>
          {index > 0 ? ` ${shell.keyboard.followedBy} ` : null}
          {name.split(" ").map((one) => (
            <kbd key={one}>{one}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
