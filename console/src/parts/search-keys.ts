import type { KeyboardEvent } from "react";

/** The row of a list that Tab comes to. */
const ROW = 'main :is(li, tr) :is(a, button)[tabindex="0"]';

/** Keys of a field in which a list is searched: Esc empties it, and then leaves it for the list. */
export function searchKeys(typed: string, empty: () => void): (event: KeyboardEvent<HTMLInputElement>) => void {
  return (event) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (typed !== "") return empty();
    const row = document.querySelector<HTMLElement>(ROW);
    if (row) row.focus();
    else event.currentTarget.blur();
  };
}
