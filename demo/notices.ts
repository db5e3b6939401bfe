import type {
  AnalysisInput,
  ConfirmedIncidentInput,
  RegisterDetectionInput,
  SubmitEventAnalysisInput,
} from "../schema/operations.generated.js";
import { HOUR, MINUTE } from "../src/domain/instant.js";
import { ago, RANSOMWARE_INDICATORS } from "./cards.js";

type Detection = Omit<RegisterDetectionInput, "submissionKey">;

/** English: the morning's ransomware may come to others; the national centre records it as a threat. */
export function ransomwareThreat(clinicId: string): Detection {
  return {
    summary:
      "A crew encrypts dispatchers' workstations through remote access and tries pump controllers next. Hospitals are on its list.",
    observedAt: ago(5 * HOUR),
    source: "Reports of SOCs, and a list found on a server of the crew",
    marking: "AMBER",
    indicators: [...RANSOMWARE_INDICATORS, { type: "IPV4", value: "198[.]51[.]100[.]24" }],
    types: ["RANSOMWARE", "UNAUTHORIZED_ACCESS"],
    sectors: ["WATER_SUPPLY"],
    objects: [clinicId],
  };
}

/** English: the notification of that threat. */
export const THREAT_NOTICE =
  "Search for these indicators, close remote access that nobody needs, and send your analysis of the threat.";

/** English: the pumps' SOC found one trace, and no harm. */
export function threatAnalysis(pumps: { readonly objectId: string }): AnalysisInput {
  return {
    findings:
      "One engineering workstation asked for the domain last night; the answer was blocked. The file is nowhere.",
    affectedObjects: [pumps.objectId],
    indicators: [{ type: "DOMAIN", value: "kilt-satyp-al[.]example" }],
    measures:
      "The workstation was taken off the network and its remote access closed. Both pumping stations were searched.",
    conclusions: "The crew tried and did not get in: there is no incident.",
    recommendations: "Close remote access of contractors by default, and open it for a shift at a time.",
  };
}

/** English: logins from one address, seen from outside; whether they mean anything, the SOCs have to say. */
export function loginsEvent(): Detection {
  return {
    summary: "Between 03:00 and 03:20 one address tried names and passwords at remote-access gateways of two networks.",
    observedAt: ago(6 * HOUR),
    source: "The national centre's own sensors",
    marking: "GREEN",
    indicators: [{ type: "IPV4", value: "203[.]0[.]113[.]66" }],
    types: ["UNAUTHORIZED_ACCESS", "CREDENTIAL_COMPROMISE"],
    sectors: [],
    objects: [],
  };
}

/** English: the notification of that event. */
export const EVENT_NOTICE = "Look into your gateway's log for this address, and say whether anybody got in.";

/** Kazakh: it was a scan that had been ordered. */
export const NOT_CONFIRMED_GROUNDS =
  "Шлюз журналдары тексерілді: бұл мекенжайдан бірде-бір сәтті кіру болған жоқ, әрекеттер осалдықтарды жоспарлы сканерлеуге қатысты.";

/** Kazakh: somebody did get in, with a contractor's account. */
export function loginsAnalysis(scada: { readonly objectId: string }): Pick<SubmitEventAnalysisInput, "analysis"> & {
  readonly incident: ConfirmedIncidentInput;
} {
  return {
    analysis: {
      findings:
        "Шлюз журналында осы мекенжайдан мердігердің есептік жазбасымен екі сәтті кіру табылды, одан кейін диспетчерлік серверге қосылу әрекеті болды.",
      affectedObjects: [scada.objectId],
      indicators: [{ type: "IPV4", value: "203[.]0[.]113[.]66" }],
      measures: "Есептік жазба бұғатталды, сеанстар үзілді, құпиясөздер ауыстырылды.",
      conclusions: "Оқиға расталды: рұқсатсыз қол жеткізу болды.",
      recommendations: "Мердігерлердің қашықтан қол жеткізуіне екінші фактор енгізілсін.",
    },
    incident: {
      confirmedAt: ago(3 * MINUTE),
      type: "UNAUTHORIZED_ACCESS",
      severity: "MEDIUM",
      summary: "Мердігердің есептік жазбасымен шлюзге рұқсатсыз кірген. Сеанстар үзілді, басқару жүйесіне жете алмады.",
      affectedObjects: [scada],
    },
  };
}

/** English: what another SOC is notified of: the phishing in the portal's name, without the SOC whose incident it is. */
export const INCIDENT_NOTICE =
  "Mails in the name of the state portal lead to a false page that asks for passwords. Staff of the clinic got them too.";
