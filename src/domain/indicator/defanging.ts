/**
 * Defanging undone, in the forms that are published: by iocextract ("defang techniques" in its README), by ioc-fanger
 * (its table of what it reads), by MISP and by reports. Only what can be read in one way is: a bracket, a brace or a
 * backslash beside a dot is part of no address and no name.
 */

const DOT = /[。．｡]| ?[[({<](?:\.|dot|punkt|punto)[\])}>] ?| ?[[({<\\%]\.[\])}>]? ?| ?\.[\])}>] ?| dot /gi;
/** Before the @ of a mailbox braces, % and words are letters of the name (RFC 5322, section 3.2.3). */
const DOT_OF_MAILBOX = /[。．｡]| ?[[(](?:\.|dot)[\])] ?| ?[[(\\]\.[\])]? ?| ?\.[\])] ?/gi;
const AT = / ?[[({<](?:@|at)[\])}>] ?| ?[[(<]@ ?| ?@[\])>] ?| at /gi;
const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['"', '"'],
  ["'", "'"],
  ["`", "`"],
  ["<", ">"],
  ["«", "»"],
  ["“", "”"],
  ["„", "“"],
  ["‘", "’"],
];

/** `[.]`, `(.)`, `{.}`, `<.>`, `[.`, `.]`, `\.`, `%.`, `[dot]`, ` dot ` and the dots of East Asian keyboards as dots. */
export function plainDots(text: string): string {
  return text.replace(DOT, ".");
}

/** The same within the local part of a mailbox, as far as nothing that may be meant is touched. */
export function plainDotsOfMailbox(text: string): string {
  return text.replace(DOT_OF_MAILBOX, ".");
}

/** `[:]`, `(:)`, `{:}` as colons. */
export function plainColons(text: string): string {
  return text.replace(/ ?(?:\[:\]|\(:\)|\{:\}) ?/g, ":");
}

/** `[/]`, `(/)`, `{/}` as slashes. */
export function plainSlashes(text: string): string {
  return text.replace(/\[\/\]|\(\/\)|\{\/\}/g, "/");
}

/** `[@]`, `[at]`, `(at)`, `[@`, ` at ` as @. */
export function plainAts(text: string): string {
  return text.replace(AT, "@");
}

/** The text within quotation marks or angle brackets, without them and without blanks at its ends. */
export function unquoted(text: string): string {
  let inner = text;
  while (inner.length > 1 && QUOTES.some(([open, close]) => inner.startsWith(open) && inner.endsWith(close)))
    inner = inner.slice(1, -1).trim();
  return inner;
}

/** Schemes in disguise: `hxxp`, `hxtp`, `h**p`, `meow` are http, `fxp` is ftp; an s makes them https and ftps. */
export function plainScheme(disguised: string): string {
  return disguised
    .toLowerCase()
    .replace(/[[\](){}<>]/g, "")
    .replace(/^(?:h[tx*_#]{2,3}p|ht\+tp|meow)(?=s?$)/, "http")
    .replace(/^f[tx*_]{1,2}p(?=s?$)/, "ftp");
}
