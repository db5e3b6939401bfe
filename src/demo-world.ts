import { byId } from "./domain/references.js";
import { HOUR, type Instant } from "./domain/instant.js";
import type { ObjectKind, Role, Sector } from "./domain/parties.js";
import type { Locale } from "./domain/wording/wording.js";
import type { Core } from "./compose.js";
import type { Administered } from "./features/parties/administered.js";
import { bootstrap } from "./features/parties/bootstrap.js";

/** The tokens of the demonstration world; `DATA_DIR/demo-credentials.json` holds them. */
export interface DemoCredentials {
  readonly administrator: string;
  readonly centre: string;
  readonly analyst: string;
  readonly socs: readonly { readonly code: string; readonly token: string }[];
  readonly owner: string;
}

interface DemoObject {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly ObjectKind[];
  readonly sectors: readonly Sector[];
  readonly owner: string;
  readonly soc: string;
}

/** Telephone numbers of an area code that does not exist: nobody is called by mistake. */
const CENTRE_PHONE = "+7 000 000 00 00";

const SOCS = [
  { code: "DEMO-ENERGY", name: "«Ойдан шығарылған энергия» АҚЖО (көрсетілім)", phone: "+7 000 000 00 01" },
  { code: "DEMO-HEALTH", name: "ОЦИБ «Вымышленное здоровье» (демонстрация)", phone: "+7 000 000 00 02" },
  { code: "DEMO-WATER", name: "Imaginary Water SOC (demonstration)", phone: "+7 000 000 00 03" },
  { code: "DEMO-GOV", name: "«Қиялдағы үкімет» АҚЖО (көрсетілім)", phone: "+7 000 000 00 04" },
];

interface DemoOwner {
  readonly code: string;
  readonly name: string;
  /** In which its mail is written. */
  readonly language: Locale;
  /** Null: the gateway cannot notify it, so its SOC has to. */
  readonly email: string | null;
}

const OWNERS: readonly DemoOwner[] = [
  { code: "DEMO-GRID", name: "Imaginary Grid Company (demonstration)", language: "en", email: "duty@grid.example" },
  { code: "DEMO-CLINIC", name: "Вымышленная больница (демонстрация)", language: "ru", email: "duty@clinic.example" },
  { code: "DEMO-CANAL", name: "Ойдан шығарылған су арнасы (көрсетілім)", language: "kk", email: null },
  { code: "DEMO-PORTAL", name: "Imaginary State Portal (demonstration)", language: "kk", email: "duty@portal.example" },
];

const OBJECTS: readonly DemoObject[] = [
  {
    code: "DEMO-GRID-SCADA",
    name: "Қиял электр желісін басқару жүйесі",
    kinds: ["CRITICAL_INFRASTRUCTURE"],
    sectors: ["ELECTRICITY_SUPPLY", "HEAT_SUPPLY"],
    owner: "DEMO-GRID",
    soc: "DEMO-ENERGY",
  },
  {
    code: "DEMO-GRID-OFFICE",
    name: "Imaginary grid office network",
    kinds: [],
    sectors: ["ELECTRICITY_SUPPLY"],
    owner: "DEMO-GRID",
    soc: "DEMO-ENERGY",
  },
  {
    code: "DEMO-CLINIC-RECORDS",
    name: "Медицинские записи вымышленной больницы",
    kinds: ["CRITICAL_INFRASTRUCTURE", "E_GOVERNMENT"],
    sectors: ["HEALTH_CARE"],
    owner: "DEMO-CLINIC",
    soc: "DEMO-HEALTH",
  },
  {
    code: "DEMO-CANAL-PUMPS",
    name: "Imaginary canal pumping stations",
    kinds: ["CRITICAL_INFRASTRUCTURE"],
    sectors: ["WATER_SUPPLY", "HYDRAULIC_STRUCTURES"],
    owner: "DEMO-CANAL",
    soc: "DEMO-WATER",
  },
  {
    code: "DEMO-PORTAL-WEB",
    name: "Қиял мемлекеттік қызметтер порталы",
    kinds: ["E_GOVERNMENT"],
    sectors: ["E_GOVERNMENT_INFRASTRUCTURE"],
    owner: "DEMO-PORTAL",
    soc: "DEMO-GOV",
  },
];

/** The code of the national centre of the demonstration world: by it a fictional world is known wherever it is. */
export const DEMO_CENTRE = "DEMO-CENTRE";

/** How long demonstration tokens hold, and for how long the SOCs have covered their objects. */
const YEAR = 365 * 24 * HOUR;

/** Makes a small world of fictional SOCs, owners and objects on an empty database; gives its tokens. */
export async function makeDemoWorld(core: Core, now: Instant): Promise<DemoCredentials> {
  const expiresAt = (now + YEAR) as Instant;
  const centre = {
    code: DEMO_CENTRE,
    name: "National Coordination Centre (demonstration)",
    administrator: "Administrator",
  };
  const { actor, secret } = await bootstrap(core.unitOfWork, centre, now, expiresAt);
  const administrator = { actor, origin: { requestId: "demonstration", address: null } };
  const { administration } = core;

  const account = async (partyId: string, name: string, ...roles: Role[]): Promise<string> => {
    const made = done(
      await administration.accounts.registerActor(administrator, { party: byId(partyId), name, roles }),
    );
    return done(await administration.accounts.issueToken(administrator, made.id, expiresAt)).secret;
  };
  const register = async (kind: "SOC" | "OWNER", { code, name }: { code: string; name: string }): Promise<string> =>
    done(await administration.parties.register(administrator, kind, { code, name, email: null })).id;

  const ids = new Map<string, string>();
  done(await administration.parties.changeContact(administrator, byId(actor.party.id), { phone: CENTRE_PHONE }));
  for (const { phone, ...soc } of SOCS) {
    const id = await register("SOC", soc);
    done(await administration.parties.changeContact(administrator, byId(id), { phone }));
    ids.set(soc.code, id);
  }
  for (const { email, language, ...owner } of OWNERS) {
    const id = await register("OWNER", owner);
    done(await administration.parties.changeContact(administrator, byId(id), { email, language }));
    ids.set(owner.code, id);
  }
  const idOf = (code: string): string => ids.get(code) ?? fail(`no party ${code}`);
  for (const { owner, soc, ...object } of OBJECTS) {
    const { id } = done(
      await administration.objects.register(administrator, { ...object, owner: byId(idOf(owner)), holder: null }),
    );
    const startsAt = (now - YEAR) as Instant;
    done(
      await administration.coverage.start(administrator, {
        soc: byId(idOf(soc)),
        object: byId(id),
        startsAt,
        endsAt: null,
      }),
    );
  }

  const socs = [];
  for (const { code } of SOCS) socs.push({ code, token: await account(idOf(code), "Duty officer", "SOC_OPERATOR") });
  return {
    administrator: secret,
    centre: await account(actor.party.id, "Duty officer", "CENTRE_OPERATOR"),
    analyst: await account(actor.party.id, "Analyst", "CENTRE_ANALYST", "EXPORTER"),
    socs,
    owner: await account(idOf("DEMO-GRID"), "Owner's account", "OWNER"),
  };
}

function done<T>(administered: Administered<T>): T {
  if (administered.isAccepted) return administered.result;
  return fail(`the demonstration world breaks rules: ${JSON.stringify(administered.violations)}`);
}

function fail(message: string): never {
  throw new Error(message);
}
