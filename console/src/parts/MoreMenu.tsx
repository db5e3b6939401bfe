import { useEffect, useId, useRef, useState } from "react";
import { Button } from "./Button.js";
import styles from "./MoreMenu.module.css";

/** Acts that a row of buttons has no room for: a button that opens the list of them (a disclosure, not a menu of roles). */
export function MoreMenu({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly says: string; readonly run: () => void }[];
}) {
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node && room.current?.contains(target))) setOpen(false);
    };
    addEventListener("pointerdown", close);
    return () => removeEventListener("pointerdown", close);
  }, [isOpen]);
  if (items.length === 0) return null;
  const button = (): HTMLButtonElement | null | undefined => room.current?.querySelector<HTMLButtonElement>("button");
  return (
    <div
      className={styles.room}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
        button()?.focus();
      }}
      ref={room}
      role="none"
    >
      <Button controls={listId} icon="more" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {label}
      </Button>
      {isOpen && (
        <ul className={styles.list} id={listId}>
          {items.map(({ id, says, run }) => (
            <li key={id}>
              <button
                onClick={() => {
                  setOpen(false);
                  // Whatever it opens gives the focus back to what had it.
                  button()?.focus();
                  run();
                }}
                type="button"
              >
                {says}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
