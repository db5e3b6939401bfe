import { useTexts } from "../texts/TextsContext.js";
import { classes } from "./classes.js";
import { Icon } from "./Icon.js";
import type { IconName } from "./icons.js";
import styles from "./LiveSign.module.css";

export type ShownLink = "connecting" | "live" | "lost" | "catchingUp" | "refused";

const SIGNS: Readonly<Record<ShownLink, IconName>> = {
  connecting: "catching",
  live: "live",
  lost: "lost",
  catchingUp: "catching",
  refused: "lost",
};

/** Whether the page hears from the gateway, as a shape and a word. */
export function LiveSign({ link }: { readonly link: ShownLink }) {
  const { shell } = useTexts();
  return (
    <span className={classes(styles.sign, styles[link])}>
      <Icon name={SIGNS[link]} />
      {shell.link[link]}
    </span>
  );
}
