import { Column, Entity, PrimaryColumn } from "typeorm";
import { incidentOf, partsOfOwnerInScope, partsToOwnersInScope } from "../../access/scope-sql.js";
import type { Scope } from "../../domain/access.js";
import type { Instant } from "../../domain/instant.js";
import type { OwnerChannel } from "../../domain/parties.js";
import { columnsOf, INSTANT_COLUMN, instantIn } from "../../platform/columns.js";
import type { Connection } from "../../platform/database.js";
import { newId } from "../../platform/identity.js";
import { Parameters, timestamp, type Keys } from "../../platform/sql.js";

/** The SOC's statement that it notified the owner itself: how and when (R9.2, L8). */
@Entity({ name: "owner_notification" })
export class OwnerNotificationRow {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "incident_id" }) incidentId!: string;
  @Column({ type: "uuid", name: "submission_id" }) submissionId!: string;
  @Column({ type: "uuid", name: "object_id", nullable: true }) objectId!: string | null;
  /** The object, where it is not registered. */
  @Column({ type: "text", name: "object_description", nullable: true }) objectDescription!: string | null;
  /** The object's owner at that time. */
  @Column({ type: "uuid", name: "owner_id", nullable: true }) ownerId!: string | null;
  /** Its holder at that time, if any: the SOC's word is of either. */
  @Column({ type: "uuid", name: "holder_id", nullable: true }) holderId!: string | null;
  /** Whether the register named one of them when it was told (L8); null where the object is not registered. */
  @Column({ type: "boolean", name: "was_owner", nullable: true }) wasOwner!: boolean | null;
  @Column({ type: "text" }) channel!: OwnerChannel;
  @Column({ type: "text" }) recipient!: string;
  @Column({ name: "notified_at", ...INSTANT_COLUMN }) notifiedAt!: Instant;
  @Column({ type: "text", nullable: true }) note!: string | null;
  @Column({ name: "received_at", ...INSTANT_COLUMN }) receivedAt!: Instant;
}

/** An owner's statement that it knows of an incident (R9.2, L8). */
export interface AcknowledgementRow {
  readonly id: string;
  readonly incidentId: string;
  readonly objectId: string;
  readonly ownerId: string;
  readonly submissionId: string;
  readonly receivedAt: Instant;
}

/** How owners were notified, seen through one scope. */
export class OwnerNotificationStore {
  constructor(
    private readonly connection: Connection,
    private readonly scope: Scope,
  ) {}

  /** Oldest first. */
  async ofIncidents(incidentIds: Keys): Promise<OwnerNotificationRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select ${columnsOf(OwnerNotificationRow, "n")}
       from owner_notification n ${incidentOf(this.scope, "n")}
       where n.incident_id = any (${parameters.add(incidentIds)}) and ${partsToOwnersInScope(this.scope, parameters, "n", "i")}
       order by n.incident_id, n.received_at, n.id`,
      parameters.values,
    );
  }

  async add(row: OwnerNotificationRow): Promise<void> {
    await this.connection.insert(OwnerNotificationRow, row);
  }

  /**
   * When owners were notified of a locked incident (L8): by a SOC's statement, by the gateway, or by their own
   * acknowledgement.
   */
  async notifiedOf(incidentId: string): Promise<{ readonly objectId: string; readonly at: Instant }[]> {
    return this.connection.query(
      `select object_id as "objectId", notified_at as at from owner_notification
       where incident_id = $1 and object_id is not null
       union all
       select object_id, accepted_at from delivery where incident_id = $1 and accepted_at is not null
       union all
       select object_id, received_at from owner_acknowledgement where incident_id = $1`,
      [incidentId],
    );
  }

  /** Oldest first. */
  async acknowledgementsOf(incidentIds: Keys): Promise<AcknowledgementRow[]> {
    const parameters = new Parameters();
    return this.connection.query(
      `select n.id, n.incident_id as "incidentId", n.object_id as "objectId", n.owner_id as "ownerId",
         n.submission_id as "submissionId", ${instantIn("n.received_at")} as "receivedAt"
       from owner_acknowledgement n ${incidentOf(this.scope, "n")}
       where n.incident_id = any (${parameters.add(incidentIds)}) and ${partsOfOwnerInScope(this.scope, parameters, "n", "i")}
       order by n.incident_id, n.received_at, n.id`,
      parameters.values,
    );
  }

  /** One for each of these objects; with it whether the register names that party now (L8). */
  async addAcknowledgements(
    said: Omit<AcknowledgementRow, "id" | "objectId">,
    objectIds: readonly string[],
  ): Promise<void> {
    const { incidentId, ownerId, submissionId, receivedAt } = said;
    await this.connection.query(
      `insert into owner_acknowledgement (id, incident_id, object_id, owner_id, submission_id, received_at, was_owner)
       select n.id, $1, n.object_id, $2, $3, $4, $2 in (select owner_and_holder_at(n.object_id, $4))
       from unnest($5::uuid[], $6::uuid[]) as n (id, object_id)`,
      [incidentId, ownerId, submissionId, timestamp(receivedAt), objectIds.map(() => newId(receivedAt)), objectIds],
    );
  }
}
