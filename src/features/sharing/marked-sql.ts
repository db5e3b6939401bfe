/** With what the national centre marked a value `x.value_id`, in a notification or in what it notified of. */
export const MARKED = `
  select n.id as notification_id, n.marking from notification_indicator m join notification n on n.id = m.notification_id
  where indicator_digest(m.type, m.value) = x.value_id
  union all
  select n.id, c.marking from concern_indicator m join concern c on c.id = m.concern_id left join notification n on n.concern_id = c.id
  where indicator_digest(m.type, m.value) = x.value_id`;
