import { useState, type Ref } from "react";
import { useLocation } from "wouter";
import { Icon } from "../../parts/Icon.js";
import { searchKeys } from "../../parts/search-keys.js";
import type { LiveState } from "../../live/state.js";
import { useLive } from "../../session/useLive.js";
import { useTexts } from "../../texts/TextsContext.js";
import { completed, hrefOfNumber, numberIn } from "../../shared/number-in.js";
import styles from "./Incidents.module.css";

const incidentsOf = ({ incidents }: LiveState): LiveState["incidents"] => incidents;

/** Goes to an incident by its number or the end of it, in capitals or not; to a notification by its number. */
export function FindNumber({ ref }: { readonly ref: Ref<HTMLInputElement> }) {
  const { incidents } = useTexts();
  const [, go] = useLocation();
  const known = useLive(incidentsOf);
  const [typed, type] = useState("");
  return (
    <form
      className={styles.find}
      onSubmit={(event) => {
        event.preventDefault();
        const number = completed(
          numberIn(typed),
          Array.from(known.values(), (one) => one.number),
        );
        if (number !== "") go(hrefOfNumber(number));
      }}
      role="search"
    >
      <Icon name="search" />
      <input
        aria-label={incidents.find}
        autoCapitalize="characters"
        autoComplete="off"
        enterKeyHint="go"
        onChange={(event) => type(event.target.value)}
        onKeyDown={searchKeys(typed, () => type(""))}
        placeholder={incidents.findPlaceholder}
        ref={ref}
        spellCheck={false}
        type="search"
        value={typed}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
