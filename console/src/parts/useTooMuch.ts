import { type ClipboardEvent, type DragEvent, useState } from "react";

/** Characters of one text; the longest that the gateway takes has a fifth. A browser lays out megabytes for minutes, in which nothing else goes. */
const MOST = 100_000;

/** Keeps out of a field what would freeze the page; `refused` is how many characters that had, null where nothing was kept out. */
export function useTooMuch() {
  const [refused, setRefused] = useState<number | null>(null);
  const look = (event: ClipboardEvent | DragEvent, { length }: string): void => {
    setRefused(length > MOST ? length : null);
    if (length > MOST) event.preventDefault();
  };
  return {
    refused,
    handlers: {
      onPaste: (event: ClipboardEvent): void => look(event, event.clipboardData.getData("text/plain")),
      onDrop: (event: DragEvent): void => look(event, event.dataTransfer.getData("text/plain")),
    },
  };
}
