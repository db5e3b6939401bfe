import { createContext, use, useCallback, useState, type ReactNode } from "react";
import { useTexts } from "../texts/TextsContext.js";
import { IconButton } from "./Button.js";
import { Icon } from "./Icon.js";
import styles from "./Toast.module.css";

interface Said {
  readonly id: number;
  readonly text: string;
}

const Context = createContext<((text: string) => void) | null>(null);

/** Toasts that stand at once; the earliest make room. */
const KEPT = 3;

/** Gives what is beneath it `useToast`. A toast stays until it is closed or others push it out: nobody reads by a stopwatch. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { shell } = useTexts();
  const [said, setSaid] = useState<readonly Said[]>([]);
  const say = useCallback((text: string) => {
    setSaid((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, text }].slice(-KEPT));
  }, []);
  return (
    <Context value={say}>
      {children}
      <div className={styles.toasts} role="status">
        {said.map(({ id, text }) => (
          <div className={styles.toast} key={id}>
            <Icon name="met" />
            <p>{text}</p>
            <IconButton
              icon="close"
              label={shell.acts.close}
              onPress={() => setSaid((before) => before.filter((one) => one.id !== id))}
            />
          </div>
        ))}
      </div>
    </Context>
  );
}

/** Says in a corner that something was done: `const say = useToast(); say(texts.copied)`. What failed is said where it failed. */
export function useToast(): (text: string) => void {
  const say = use(Context);
  if (!say) throw new Error("There is no place for toasts here: put a ToastProvider above.");
  return say;
}
