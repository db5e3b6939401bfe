import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * L22: what came by another way says of which incident it is: that of its duty or, where it answers a notification that had led to an
 * incident of that SOC, and did not come before that was confirmed, that one, whose card it is.
 */
export class CardsByAnotherWay1764000000041 implements MigrationInterface {
  readonly name = "CardsByAnotherWay1764000000041";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table received_otherwise add column incident_id uuid references incident;
      update received_otherwise w set incident_id = o.incident_id from obligation o where o.id = w.obligation_id;
      update received_otherwise w set incident_id = first.incident_id
      from obligation o cross join lateral (
        select l.incident_id, l.place, coalesce(
          (select r.starts_at from obligation r where r.incident_id = i.id and r.rule = 'R9.3' and not r.is_void), i.confirmed_at
        ) as confirmed_at
        from incident_notification l join incident i on i.id = l.incident_id
        where l.notification_id = o.notification_id and i.soc_id = o.obligor_id order by l.place limit 1
      ) first
      where o.id = w.obligation_id and o.incident_id is null and o.rule = 'R9.6' and first.place < w.place and first.confirmed_at <= w.received_at
        and not exists (
        select from retraction_decision d where d.incident_id = first.incident_id and d.is_granted and d.decided_at <= w.recorded_at
      );
      create index received_otherwise_by_incident on received_otherwise (incident_id);
      -- What such a card meets of its incident; what else asks for it is judged with the next statement.
      update obligation o set discharged_at = greatest(card.at, case when o.rule = 'R9.6' then o.starts_at else card.at end),
        met_by = 'RECEIVED_OTHERWISE'
      from (
        select w.incident_id, min(w.received_at) as at from received_otherwise w join obligation a on a.id = w.obligation_id
          join incident i on i.id = w.incident_id
        where a.incident_id is null and w.received_at >= coalesce(i.occurred_at, w.received_at)
          and not exists (select from receipt_withdrawal x where x.received_otherwise_id = w.id)
        group by w.incident_id
      ) card
      where o.incident_id = card.incident_id and o.rule in ('R9.1', 'R9.3', 'R9.6') and not o.is_void
        and (o.discharged_at is null or o.discharged_at > card.at)
        and (o.waived_at is null or card.at <= greatest(o.waived_at, o.due_at));
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error("Migrations go forward only: restore a backup instead."));
  }
}
