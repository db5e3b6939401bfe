/** XML that is written piece by piece: texts and attributes are escaped here and nowhere else. What XML cannot hold becomes U+FFFD. */

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNFIT = /[\u0000-\u0008\v\f\u000E-\u001F\p{Surrogate}\uFFFE\uFFFF]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // Otherwise XML would read a line feed, and in attributes a blank.
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

export function textInXml(text: string): string {
  return text.replace(UNFIT, "\uFFFD").replace(/[&<>\r]/g, (one) => ESCAPES[one] ?? one);
}

/** An element; attributes that are null or undefined are left out. `content` is XML. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | null | undefined>>,
  content = "",
): string {
  const written = Object.entries(attributes).map(([one, value]) =>
    value === null || value === undefined
      ? ""
      : ` ${one}="${textInXml(String(value)).replace(/["\n\t]/g, (sign) => ESCAPES[sign] ?? sign)}"`,
  );
  return content === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${content}</${name}>`;
}
