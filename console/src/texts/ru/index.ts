import form from "../../../../schema/form.ru.json";
import { administration } from "./administration.js";
import { card } from "./card.js";
import { deliveries } from "./deliveries.js";
import { dossier } from "./dossier.js";
import { help } from "./help.js";
import { inbox } from "./inbox.js";
import { incidents } from "./incidents.js";
import { notify } from "./notify.js";
import { owner } from "./owner.js";
import { parts } from "./parts.js";
import { report } from "./report.js";
import { settings } from "./settings.js";
import { shell } from "./shell.js";
import { terms } from "./terms.js";
import { timeliness } from "./timeliness.js";
import { wall } from "./wall.js";
import { words } from "./words.js";
import type { Texts } from "../texts.js";

export const ru: Texts = {
  administration,
  card,
  deliveries,
  dossier,
  form,
  help,
  inbox,
  incidents,
  notify,
  owner,
  parts,
  report,
  settings,
  shell,
  terms,
  timeliness,
  wall,
  words,
};
