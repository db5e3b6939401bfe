import type { ReactNode, Ref } from "react";
import { Link } from "wouter";
import styles from "./Button.module.css";
import { classes } from "./classes.js";
import { Icon } from "./Icon.js";
import type { IconName } from "./icons.js";

/** `primary` is the one act that a page is for; `danger` cannot be taken back; `quiet` has no edge. */
export type ButtonKind = "primary" | "ordinary" | "quiet" | "danger";

/** How a link looks that stands among buttons. */
export function buttonClass(kind: ButtonKind = "ordinary", isSmall = false): string {
  return classes(styles.button, styles[kind], isSmall && styles.small);
}

/** A button of icon and word. One that is busy keeps the focus and says so. */
export function Button({
  children,
  onPress,
  kind = "ordinary",
  icon,
  type = "button",
  isSmall = false,
  isBusy = false,
  isDisabled = false,
  isExpanded,
  controls,
  describedBy,
  ref,
}: {
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly kind?: ButtonKind;
  readonly icon?: IconName | undefined;
  readonly type?: "button" | "submit";
  readonly isSmall?: boolean;
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  /** Of one that opens what has the id `controls`. */
  readonly isExpanded?: boolean | undefined;
  readonly controls?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}) {
  return (
    <button
      aria-busy={isBusy || undefined}
      aria-controls={isExpanded ? controls : undefined}
      aria-describedby={describedBy}
      aria-disabled={isBusy || undefined}
      aria-expanded={isExpanded}
      className={classes(buttonClass(kind, isSmall), isBusy && styles.busy)}
      disabled={isDisabled}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onPress?.();
      }}
      ref={ref}
      type={type === "submit" ? "submit" : "button"}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A link that stands among buttons: a new tab or window opens it too. */
export function ButtonLink({
  children,
  href,
  kind = "ordinary",
  icon,
  isSmall = false,
  label,
  onFollow,
  ref,
}: {
  readonly children: ReactNode;
  readonly href: string;
  readonly kind?: ButtonKind;
  readonly icon?: IconName | undefined;
  readonly isSmall?: boolean;
  /** What it is called, where its words alone do not say it. */
  readonly label?: string | undefined;
  /** Before it is followed in this tab. */
  readonly onFollow?: (() => void) | undefined;
  readonly ref?: Ref<HTMLAnchorElement> | undefined;
}) {
  return (
    <Link aria-label={label} className={buttonClass(kind, isSmall)} href={href} onClick={onFollow} ref={ref}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  );
}

/** A button of an icon alone; its label is said and shown as a tip. */
export function IconButton({
  icon,
  label,
  onPress,
  ref,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}) {
  return (
    <button aria-label={label} className={styles.icon} onClick={onPress} ref={ref} title={label} type="button">
      <Icon name={icon} />
    </button>
  );
}
