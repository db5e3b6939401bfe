import { useState, type Ref } from "react";
import { useLocation } from "wouter";
import { Icon } from "../../parts/Icon.js";
import { searchKeys } from "../../parts/search-keys.js";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./Incidents.module.css";
import { numberIn } from "./number-in.js";

/** Goes to an incident by its number, in capitals or not. */
export function FindNumber({ ref }: { readonly ref: Ref<HTMLInputElement> }) {
  const { incidents } = useTexts();
  const [, go] = useLocation();
  const [typed, type] = useState("");
  return (
    <form
      className={styles.find}
      onSubmit={(event) => {
        event.preventDefault();
        const number = numberIn(typed);
        if (number !== "") go(`/incidents/${encodeURIComponent(number)}`);
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
