/** The XML Schema of what is only given out: receipts, verdicts of trials, notifications, lists, and results of batches. */

const text = (name: string, occurs = ""): string => `<xs:element name="${name}" type="xs:string"${occurs}/>`;
const optional = ' minOccurs="0"';

const WARNING = `<xs:element name="warning" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:simpleContent><xs:extension base="xs:string">
      <xs:attribute name="rule" type="xs:string" use="required"/><xs:attribute name="pointer" type="xs:string" use="required"/>
    </xs:extension></xs:simpleContent></xs:complexType></xs:element>`;

const DUTY = `<xs:element name="duty" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:attribute name="rule" type="xs:string" use="required"/><xs:attribute name="object" type="xs:string"/>
      <xs:attribute name="startsAt" type="Instant" use="required"/><xs:attribute name="dueAt" type="Instant" use="required"/>
      <xs:attribute name="metAt" type="Instant"/><xs:attribute name="lateMs" type="xs:nonNegativeInteger"/>
    </xs:complexType></xs:element>`;

const VERSIONED = '<xs:attribute name="version" type="Version" use="required"/>';

const RECEIPT = `
  <xs:element name="receipt"><xs:complexType><xs:sequence>
    ${text("id")}${text("act")}${text("soc")}${text("number", optional)}<xs:element name="revision" type="Count" minOccurs="0"/>${text("location", optional)}
    <xs:element name="receivedAt" type="Instant"/>${text("contentHash")}<xs:element name="position" type="xs:positiveInteger"/>${text("entryHash")}
    <xs:element name="arrivedAt" type="Instant" minOccurs="0"/><xs:element name="mtime" type="Instant" minOccurs="0"/>
    ${DUTY}
    ${WARNING}
  </xs:sequence>${VERSIONED}<xs:attribute name="submissionKey" type="xs:string" use="required"/><xs:attribute name="isRepeated" type="xs:boolean" use="required"/></xs:complexType></xs:element>`;

const VERDICT = `
  <xs:element name="verdict"><xs:complexType><xs:sequence>${WARNING}</xs:sequence>${VERSIONED}<xs:attribute name="act" type="xs:string" use="required"/></xs:complexType></xs:element>`;

const NOTIFICATION = `
  <xs:element name="notification"><xs:complexType><xs:sequence>
    <xs:element name="about"><xs:complexType><xs:attribute name="kind" type="xs:string" use="required"/><xs:attribute name="number" type="xs:string"/></xs:complexType></xs:element>
    <xs:element name="follows" minOccurs="0"><xs:complexType><xs:attribute name="as" type="xs:string" use="required"/><xs:attribute name="number" type="xs:string" use="required"/></xs:complexType></xs:element>
    ${text("marking")}${text("text")}
    <xs:element name="indicators"><xs:complexType><xs:sequence><xs:element name="indicator" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="type" type="xs:string" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
    <xs:element name="availableAt" type="Instant"/><xs:element name="answerDueAt" type="Instant" minOccurs="0"/>
  </xs:sequence>${VERSIONED}<xs:attribute name="number" type="xs:string" use="required"/><xs:attribute name="id" type="xs:string" use="required"/><xs:attribute name="cursor" type="xs:string"/></xs:complexType></xs:element>`;

const LIST = `
  <xs:element name="list"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element ref="incidentCard"/><xs:element ref="notification"/></xs:choice>${VERSIONED}</xs:complexType></xs:element>`;

const PROBLEM = '<xs:any namespace="urn:ietf:rfc:7807" processContents="skip" minOccurs="0"/>';

const RESULTS = `
  <xs:element name="results"><xs:complexType><xs:sequence>
    <xs:element name="result" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:choice><xs:element ref="receipt" minOccurs="0"/>${PROBLEM}</xs:choice>
      <xs:attribute name="index" type="Count" use="required"/><xs:attribute name="status" type="Count" use="required"/><xs:attribute name="submissionKey" type="xs:string"/></xs:complexType></xs:element>
    <xs:element name="summary"><xs:complexType>
      <xs:attribute name="read" type="Count" use="required"/><xs:attribute name="accepted" type="Count" use="required"/><xs:attribute name="repeated" type="Count" use="required"/>
      <xs:attribute name="refused" type="Count" use="required"/><xs:attribute name="isComplete" type="xs:boolean" use="required"/></xs:complexType></xs:element>
  </xs:sequence>${VERSIONED}</xs:complexType></xs:element>`;

export const GIVEN_XSD = `${RECEIPT}${VERDICT}${NOTIFICATION}${LIST}${RESULTS}
`;
