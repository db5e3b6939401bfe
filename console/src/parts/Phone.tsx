/** Where a telephone number leads: what calls it. */
export function phoneHref(number: string): string {
  return `tel:${number.replaceAll(/[^+\d]/g, "")}`;
}

/** A telephone number that is called at a press. */
export function Phone({ number }: { readonly number: string }) {
  return <a href={phoneHref(number)}>{number}</a>;
}
