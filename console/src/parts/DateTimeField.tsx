import { type Ref, useState } from "react";
import { useTexts } from "../texts/TextsContext.js";
import { type Meant, parseDate, parseDateTime } from "../time/parse.js";
import { atInAlmaty } from "../time/almaty.js";
import { writeDate, writeDateTime } from "../time/write.js";
import { Button } from "./Button.js";
import type { Fault, FieldWords } from "./Field.js";
import { TextField, type TextControl } from "./TextFields.js";

/**
 * A date and time by the clocks of Almaty, typed as it comes (`02.03.2026 03:05:00`, `02.03 03:05`, `0305`) and written out when
 * the field is left. Its value is the text, so that nothing typed is lost: `parseDateTime` makes an instant of it. Browsers'
 * own fields follow the browser's zone and language, and have no Kazakh.
 */
export function DateTimeField({
  now,
  value,
  onChange,
  onBlur,
  meant = "PAST",
  isToCome = false,
  ...rest
}: FieldWords &
  TextControl & {
    readonly now: () => number;
    readonly ref?: Ref<HTMLInputElement> | undefined;
    readonly meant?: Meant;
    /** Now is of no use to it, and is not offered. */
    readonly isToCome?: boolean | undefined;
  }) {
  const { parts } = useTexts();
  const isJudged = useIsJudged(value, rest.faults);
  const at = parseDateTime(value, now(), meant);
  // Sent by its keys, the field is never left: the day that nobody typed is said beforehand.
  const isDayMeant = at !== null && !value.includes(writeDate(at));
  return (
    <TextField
      {...rest}
      help={
        isDayMeant ? (
          <>
            {parts.thatIs(writeDateTime(at))}
            {rest.help && <> · {rest.help}</>}
          </>
        ) : (
          rest.help
        )
      }
      after={
        <>
          <span>UTC+5</span>
          {!isToCome && (
            <Button isSmall kind="quiet" onPress={() => onChange(writeDateTime(now()))}>
              {parts.now}
            </Button>
          )}
        </>
      }
      inputMode="text"
      isNarrow
      onBlur={() => {
        if (at !== null && !isJudged) onChange(writeDateTime(at));
        onBlur?.();
      }}
      onChange={onChange}
      placeholder={parts.dateTimePattern}
      value={value}
    />
  );
}

/** A date alone, in the same way: `parseDate` makes `YYYY-MM-DD` of its text. */
export function DateField({
  now,
  value,
  onChange,
  onBlur,
  ...rest
}: FieldWords & TextControl & { readonly now: () => number; readonly ref?: Ref<HTMLInputElement> | undefined }) {
  const { parts } = useTexts();
  const isJudged = useIsJudged(value, rest.faults);
  return (
    <TextField
      {...rest}
      after={
        <Button isSmall kind="quiet" onPress={() => onChange(writeDate(now()))}>
          {parts.today}
        </Button>
      }
      inputMode="text"
      isNarrow
      onBlur={() => {
        const date = parseDate(value, now());
        if (date !== null && !isJudged) onChange(typedDate(date));
        onBlur?.();
      }}
      onChange={onChange}
      placeholder={parts.datePattern}
      value={value}
    />
  );
}

/**
 * Whether the text is the one in which the faults were found. The summary takes the focus then, so the field is left; were it
 * written out, it would be another text, and what is wrong with it would be gone.
 */
function useIsJudged(value: string, faults: readonly Fault[] = []): boolean {
  const found = faults.map(({ rule, message }) => `${rule} ${message}`).join("\n");
  const [judged, judge] = useState({ found, value });
  if (judged.found !== found) judge({ found, value });
  return found !== "" && judged.value === value;
}

/** A date `YYYY-MM-DD` as the field holds it. */
export function typedDate(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(globalThis.Number);
  const at = atInAlmaty(year, month, day, 12, 0, 0);
  return at === null ? date : writeDate(at);
}
