import { Foundation1764000000001 } from "./0001-foundation.js";
import { RowLevelSecurity1764000000002 } from "./0002-row-level-security.js";
import { PoliciesAsCases1764000000003 } from "./0003-policies-as-cases.js";
import { BothDirections1764000000004 } from "./0004-both-directions.js";
import { Clocks1764000000005 } from "./0005-clocks.js";
import { ListsOfDuties1764000000006 } from "./0006-lists-of-duties.js";
import { Contacts1764000000007 } from "./0007-contacts.js";
import { OvertakenDeliveries1764000000008 } from "./0008-overtaken-deliveries.js";
import { SearchPaths1764000000009 } from "./0009-search-paths.js";
import { WhatWasSaidOfWhom1764000000010 } from "./0010-what-was-said-of-whom.js";
import { DeliveriesThatFail1764000000011 } from "./0011-deliveries-that-fail.js";
import { NotOverdue1764000000012 } from "./0012-not-overdue.js";
import { NamesOfTheField1764000000013 } from "./0013-names-of-the-field.js";
import { WhatASocConfirms1764000000014 } from "./0014-what-a-soc-confirms.js";
import { WhatTheCentreDetects1764000000015 } from "./0015-what-the-centre-detects.js";
import { OpenQuestions1764000000016 } from "./0016-open-questions.js";
import { OneIncident1764000000017 } from "./0017-one-incident.js";
import { PartiesInTime1764000000018 } from "./0018-parties-in-time.js";
import { WhatReplacedWhat1764000000019 } from "./0019-what-replaced-what.js";
import { Corrections1764000000020 } from "./0020-corrections.js";
import { WhatIsDescribed1764000000021 } from "./0021-what-is-described.js";
import { ToWhomItIsOwed1764000000022 } from "./0022-to-whom-it-is-owed.js";
import { Registers1764000000024 } from "./0024-registers.js";
import { Waivers1764000000025 } from "./0025-waivers.js";
import { ObsoleteDeliveries1764000000026 } from "./0026-obsolete-deliveries.js";
import { RegisteredNames1764000000027 } from "./0027-registered-names.js";
import { ReplacedRequests1764000000030 } from "./0030-replaced-requests.js";
import { WhoRecorded1764000000031 } from "./0031-who-recorded.js";
import { ShownAtOnce1764000000035 } from "./0035-shown-at-once.js";
import { KindsInOneOrder1764000000036 } from "./0036-kinds-in-one-order.js";
import { Holders1764000000040 } from "./0040-holders.js";
import { CardsByAnotherWay1764000000041 } from "./0041-cards-by-another-way.js";
import { EndedRequests1764000000042 } from "./0042-ended-requests.js";
import { RolesByScope1764000000043 } from "./0043-roles-by-scope.js";
import { TalliedDuties1764000000044 } from "./0044-tallied-duties.js";
import { ReserveFolders1764000000045 } from "./0045-reserve-folders.js";
import { TakenOut1764000000046 } from "./0046-taken-out.js";
import { ObjectsFound1764000000047 } from "./0047-objects-found.js";
import { SealedAtOnce1764000000048 } from "./0048-sealed-at-once.js";
import { AskedByScreens1764000000049 } from "./0049-asked-by-screens.js";
import { WhoDidIt1764000000050 } from "./0050-who-did-it.js";
import { Taken1764000000051 } from "./0051-taken.js";
import { NamesOfTokens1764000000052 } from "./0052-names-of-tokens.js";
import { NarrowedAndOrdered1764000000053 } from "./0053-narrowed-and-ordered.js";
import { Indicators1764000000054 } from "./0054-indicators.js";
import { Search1764000000056 } from "./0056-search.js";
import { IncidentsCounted1764000000057 } from "./0057-incidents-counted.js";
import { ValuesThatAreNoEvidence1764000000058 } from "./0058-values-that-are-no-evidence.js";
import { Exports1764000000059 } from "./0059-exports.js";
import { Shared1764000000061 } from "./0061-shared.js";
import { Campaigns1764000000062 } from "./0062-campaigns.js";

/** Every migration, oldest first. */
export const MIGRATIONS = [
  Foundation1764000000001,
  RowLevelSecurity1764000000002,
  PoliciesAsCases1764000000003,
  BothDirections1764000000004,
  Clocks1764000000005,
  ListsOfDuties1764000000006,
  Contacts1764000000007,
  OvertakenDeliveries1764000000008,
  SearchPaths1764000000009,
  WhatWasSaidOfWhom1764000000010,
  DeliveriesThatFail1764000000011,
  NotOverdue1764000000012,
  NamesOfTheField1764000000013,
  WhatASocConfirms1764000000014,
  WhatTheCentreDetects1764000000015,
  OpenQuestions1764000000016,
  OneIncident1764000000017,
  PartiesInTime1764000000018,
  WhatReplacedWhat1764000000019,
  Corrections1764000000020,
  WhatIsDescribed1764000000021,
  ToWhomItIsOwed1764000000022,
  Registers1764000000024,
  Waivers1764000000025,
  ObsoleteDeliveries1764000000026,
  RegisteredNames1764000000027,
  ReplacedRequests1764000000030,
  WhoRecorded1764000000031,
  ShownAtOnce1764000000035,
  KindsInOneOrder1764000000036,
  Holders1764000000040,
  CardsByAnotherWay1764000000041,
  EndedRequests1764000000042,
  RolesByScope1764000000043,
  TalliedDuties1764000000044,
  ReserveFolders1764000000045,
  TakenOut1764000000046,
  ObjectsFound1764000000047,
  SealedAtOnce1764000000048,
  AskedByScreens1764000000049,
  WhoDidIt1764000000050,
  Taken1764000000051,
  NamesOfTokens1764000000052,
  NarrowedAndOrdered1764000000053,
  Indicators1764000000054,
  Search1764000000056,
  IncidentsCounted1764000000057,
  ValuesThatAreNoEvidence1764000000058,
  Exports1764000000059,
  Shared1764000000061,
  Campaigns1764000000062,
];
