import { DOCUMENT_KINDS, DOCUMENTS, GIVEN_OUT, type DocumentKind } from "../domain/forms/documents.js";
import { SEVERITIES } from "../domain/incident-card.js";
import type { Member, Shape } from "../domain/forms/form.js";
import type { InEach } from "../domain/wording/wording.js";
import { OUTGOING_XSD } from "./xsd-outgoing.js";
import { NAMESPACE, VERSION } from "./xml-names.js";

/**
 * The XML Schema of one kind of document, or of all of them with what is only given out; each element that is sent is described in
 * Kazakh, Russian and English.
 */
export function xsd(kind?: DocumentKind): string {
  const roots = (kind === undefined ? DOCUMENT_KINDS : [kind]).map(root).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${NAMESPACE}" targetNamespace="${NAMESPACE}" elementFormDefault="qualified" version="${VERSION}">
${TYPES}
${roots}${kind === undefined ? `${BATCH}${OUTGOING_XSD}` : ""}</xs:schema>
`;
}

/** Documents of any kinds, in any order. */
const BATCH = `
  <xs:element name="batch"><xs:complexType><xs:choice maxOccurs="unbounded">${DOCUMENT_KINDS.map((kind) => `<xs:element ref="${kind}"/>`).join("")}</xs:choice><xs:attribute name="version" type="Version" use="required"/></xs:complexType></xs:element>
`;

/** A count fits GraphQL's Int; an instant has an offset, years from 1970, and at most milliseconds. */
const TYPES = `  <xs:simpleType name="Version"><xs:restriction base="xs:token"><xs:enumeration value="${VERSION}"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Count"><xs:restriction base="xs:int"><xs:minInclusive value="0"/><xs:pattern value="[0-9]+"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Instant"><xs:restriction base="xs:dateTime"><xs:pattern value="(19[7-9][0-9]|[2-9][0-9]{3})-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?(Z|[+\\-][0-9]{2}:[0-9]{2})"/><xs:minInclusive value="1970-01-01T00:00:00Z"/><xs:maxInclusive value="9999-12-31T23:59:59.999Z"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Day"><xs:restriction base="xs:date"><xs:pattern value="(19[7-9][0-9]|[2-9][0-9]{3})-[0-9]{2}-[0-9]{2}"/></xs:restriction></xs:simpleType>
  ${named("Severity", SEVERITIES)}`;

function named(name: string, values: readonly string[]): string {
  return enumeration(values).replace("<xs:simpleType>", `<xs:simpleType name="${name}">`);
}

function root(kind: DocumentKind): string {
  const { label, shape } = DOCUMENTS[kind];
  const given = GIVEN_OUT.map((name) => `<xs:attribute name="${name}" type="xs:string"/>`).join("");
  return `
  <xs:element name="${kind}" type="${typeName(kind)}">${described(label)}</xs:element>
  <xs:complexType name="${typeName(kind)}"><xs:sequence>
${elements(shape.members)}
  </xs:sequence><xs:attribute name="version" type="Version" use="required"/>${given}</xs:complexType>
`;
}

function typeName(kind: DocumentKind): string {
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
}

function elements(members: Readonly<Record<string, Member>>): string {
  return Object.entries(members)
    .map(([name, { shape, isOptional, label }]) =>
      element(name, shape, described(label), isOptional ? ' minOccurs="0"' : ""),
    )
    .join("\n");
}

function element(name: string, shape: Shape, about: string, occurs: string): string {
  const begun = `<xs:element name="${name}"${occurs}`;
  switch (shape.is) {
    case "text":
    case "code":
    case "id":
    case "reference":
      return `${begun} type="xs:string">${about}</xs:element>`;
    case "instant":
      return `${begun} type="Instant">${about}</xs:element>`;
    case "date":
      return `${begun} type="Day">${about}</xs:element>`;
    case "count":
      return `${begun} type="Count">${about}</xs:element>`;
    case "choice": {
      if (!shape.codes) return `${begun}>${about}${enumeration(shape.values)}</xs:element>`;
      const code = `<xs:attribute name="code">${enumeration(Object.values(shape.codes).map(String))}</xs:attribute>`;
      return `${begun}>${about}<xs:complexType><xs:simpleContent><xs:extension base="Severity">${code}</xs:extension></xs:simpleContent></xs:complexType></xs:element>`;
    }
    case "list": {
      const item = element(shape.item, shape.of, "", ' minOccurs="0" maxOccurs="unbounded"');
      return `${begun}>${about}<xs:complexType><xs:sequence>${item}</xs:sequence></xs:complexType></xs:element>`;
    }
    case "record": {
      const { content, members } = shape;
      if (content === undefined)
        return `${begun}>${about}<xs:complexType><xs:sequence>\n${elements(members)}\n</xs:sequence></xs:complexType></xs:element>`;
      const attributes = Object.entries(members).flatMap(([one, { shape: inner }]) =>
        one === content
          ? []
          : [
              `<xs:attribute name="${one}" use="required">${inner.is === "choice" ? enumeration(inner.values) : ""}</xs:attribute>`,
            ],
      );
      return `${begun}>${about}<xs:complexType><xs:simpleContent><xs:extension base="xs:string">${attributes.join("")}</xs:extension></xs:simpleContent></xs:complexType></xs:element>`;
    }
  }
}

function enumeration(values: readonly string[]): string {
  const each = values.map((value) => `<xs:enumeration value="${value}"/>`).join("");
  return `<xs:simpleType><xs:restriction base="xs:token">${each}</xs:restriction></xs:simpleType>`;
}

function described({ kk, ru, en }: InEach): string {
  const each = Object.entries({ kk, ru, en }).map(
    ([language, words]) => `<xs:documentation xml:lang="${language}">${words}</xs:documentation>`,
  );
  return `<xs:annotation>${each.join("")}</xs:annotation>`;
}
