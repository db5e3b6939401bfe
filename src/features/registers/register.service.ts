import { authorize } from "../../access/authorize.js";
import type { Instant } from "../../domain/instant.js";
import type { Actor } from "../../domain/parties.js";
import type { Days, RegisterName } from "../../domain/registers.js";
import type { Origin } from "../../journal/journal.store.js";
import type { UnitOfWork } from "../../operation/unit-of-work.js";

/** A register as it is taken out. */
export interface TakenOut extends Days {
  readonly register: RegisterName;
  readonly format: "csv" | "html" | "pdf";
  /** The code of the SOC whose it is; null: all SOCs'. */
  readonly soc: string | null;
  /** Its entries. */
  readonly rows: number;
  readonly at: Instant;
}

/** Registers are taken out on the record. */
export class RegisterService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Records that a register is taken out, and waits until that is sealed: before the first byte is given, so that nothing leaves
   * without its entry, whatever then becomes of the gateway or of the client. An entry says what was let go, not what arrived.
   */
  async record(actor: Actor, origin: Origin, { at, ...content }: TakenOut): Promise<void> {
    authorize(actor, "register.take");
    const whose = actor.party.kind === "SOC" ? { soc: actor.party.id } : {};
    const entryId = await this.unitOfWork.run(actor, origin, (work) =>
      work.record([{ act: "register.take", at, ...whose, content: { ...content } }]),
    );
    await this.unitOfWork.sealed(entryId);
  }
}
