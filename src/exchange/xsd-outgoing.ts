import {
  NOTIFICATION,
  RECEIPT,
  SUMMARY,
  VERDICT,
  type OutgoingMember,
  type OutgoingRecord,
  type OutgoingShape,
} from "../domain/forms/outgoing.js";

/** The XML Schema of what is only given out: receipts, verdicts of trials, notifications, lists, and results of batches. */

const VERSIONED = '<xs:attribute name="version" type="Version" use="required"/>';
const ANY_NUMBER = ' minOccurs="0" maxOccurs="unbounded"';

/** Choices are texts: whoever reads them may meet one that is new. */
const TYPES: Readonly<Record<Exclude<OutgoingShape["is"], "record" | "list">, string>> = {
  text: "xs:string",
  choice: "xs:string",
  instant: "Instant",
  count: "Count",
  milliseconds: "xs:nonNegativeInteger",
  position: "xs:positiveInteger",
  flag: "xs:boolean",
};

/** An element of what a record holds; `more` are attributes beside its own. */
function recordElement(name: string, { members }: OutgoingRecord, occurs: string, more = ""): string {
  const all = Object.entries(members);
  const attributes = all.flatMap(([one, { shape, inXml, isOptional }]) =>
    inXml === "attribute"
      ? [`<xs:attribute name="${one}" type="${typeOf(shape)}"${isOptional ? "" : ' use="required"'}/>`]
      : [],
  );
  const own = `${more}${attributes.join("")}`;
  if (all.some(([, { inXml }]) => inXml === "content"))
    return `<xs:element name="${name}"${occurs}><xs:complexType><xs:simpleContent><xs:extension base="xs:string">${own}</xs:extension></xs:simpleContent></xs:complexType></xs:element>`;
  const elements = all.filter(([, { inXml }]) => inXml === undefined).map(([one, member]) => element(one, member));
  const sequence = elements.length === 0 ? "" : `<xs:sequence>\n    ${elements.join("\n    ")}\n  </xs:sequence>`;
  return `<xs:element name="${name}"${occurs}><xs:complexType>${sequence}${own}</xs:complexType></xs:element>`;
}

function element(name: string, { shape, isOptional }: OutgoingMember): string {
  const occurs = isOptional ? ' minOccurs="0"' : "";
  if (shape.is === "record") return recordElement(name, shape, occurs);
  if (shape.is !== "list") return `<xs:element name="${name}" type="${typeOf(shape)}"${occurs}/>`;
  const items = recordElement(shape.item, shape.of, ANY_NUMBER);
  if (!shape.isWrapped) return items;
  return `<xs:element name="${name}"${occurs}><xs:complexType><xs:sequence>${items}</xs:sequence></xs:complexType></xs:element>`;
}

function typeOf(shape: OutgoingShape): string {
  if (shape.is === "record" || shape.is === "list") throw new Error("a record or a list has elements of its own");
  return TYPES[shape.is];
}

const LIST = `<xs:element name="list"><xs:complexType><xs:choice${ANY_NUMBER}><xs:element ref="incidentCard"/><xs:element ref="notification"/></xs:choice>${VERSIONED}</xs:complexType></xs:element>`;

const PROBLEM = '<xs:any namespace="urn:ietf:rfc:7807" processContents="skip" minOccurs="0"/>';

const RESULTS = `<xs:element name="results"><xs:complexType><xs:sequence>
    <xs:element name="result"${ANY_NUMBER}><xs:complexType><xs:choice><xs:element ref="receipt" minOccurs="0"/>${PROBLEM}</xs:choice>
      <xs:attribute name="index" type="Count" use="required"/><xs:attribute name="status" type="Count" use="required"/><xs:attribute name="submissionKey" type="xs:string"/></xs:complexType></xs:element>
    ${recordElement("summary", SUMMARY, "")}
  </xs:sequence>${VERSIONED}</xs:complexType></xs:element>`;

export const OUTGOING_XSD = [
  ...[RECEIPT, VERDICT, NOTIFICATION].map((form) => recordElement(form.element, form, "", VERSIONED)),
  LIST,
  RESULTS,
]
  .map((one) => `\n  ${one}`)
  .join("")
  .concat("\n");
