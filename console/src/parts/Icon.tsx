import { ICONS, type IconName } from "./icons.js";

/** A small drawing in the colour of the text beside it. It says nothing to a reader: the word beside it does. */
export function Icon({
  name,
  size = 16,
  className,
}: {
  readonly name: IconName;
  /** Its edge in pixels at ordinary type. */
  readonly size?: number;
  readonly className?: string | undefined;
}) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      fill="none"
      focusable="false"
      height={`${size / 16}em`}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.5"
      viewBox="0 0 16 16"
      width={`${size / 16}em`}
    >
      {ICONS[name]}
    </svg>
  );
}
