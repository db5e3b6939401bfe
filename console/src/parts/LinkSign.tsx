import { useTexts } from "../texts/TextsContext.js";
import { classes } from "./classes.js";
import { Icon } from "./Icon.js";
import styles from "./LinkSign.module.css";

/** How the link to the gateway stands, by the names that the link has for it. */
const SIGNS = {
  CONNECTING: { word: "connecting", icon: "catching" },
  LIVE: { word: "live", icon: "live" },
  LOST: { word: "lost", icon: "lost" },
  CATCHING_UP: { word: "catchingUp", icon: "catching" },
  REFUSED: { word: "refused", icon: "lost" },
} as const;

/** Whether the page hears from the gateway, as a shape and a word. */
export function LinkSign({ link }: { readonly link: keyof typeof SIGNS }) {
  const { shell } = useTexts();
  const { word, icon } = SIGNS[link];
  return (
    <span className={classes(styles.sign, styles[word])} data-link={link}>
      <Icon name={icon} />
      {shell.link[word]}
    </span>
  );
}
