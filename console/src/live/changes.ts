import { isOpen } from "./standing.js";
import {
  type Duty,
  type Fact,
  type FeedFrame,
  type Incident,
  type LiveState,
  MOST_CLOSED,
  MOST_FACTS,
  MOST_HELD,
  type Notification,
  type Obligation,
  type Snapshot,
} from "./state.js";

/** The state after the lists were read, for the first time or again: only the line of facts stays from before. */
export function begin(state: LiveState, { obligations, incidents, notifications }: Snapshot): LiveState {
  const open = byId(obligations);
  return {
    isReady: true,
    obligations: open,
    // Newest first as they were read: the oldest is the first to be let go.
    incidents: byId(incidents.toReversed()),
    notifications: byId(notifications.toReversed()),
    facts: state.facts,
    closed: new Set(),
    dueSoon: new Set(obligations.flatMap(({ id, isDueSoon }) => (isDueSoon ? [id] : []))),
  };
}

/**
 * The state after what was heard, in the order in which it came; frames that came before change nothing. Whatever becomes of a duty is
 * told in order by the feed of the incident or notification that it is of. Announcements come by another, beside it: one that was read
 * before a duty was met may come after, and opens only what is not known here.
 */
export function afterFrames(state: LiveState, all: readonly FeedFrame[]): LiveState {
  const obligations = new Map(state.obligations);
  const incidents = new Map(state.incidents);
  const notifications = new Map(state.notifications);
  const dueSoon = new Set(state.dueSoon);
  const closed = new Set(state.closed);

  const close = (id: string): void => {
    obligations.delete(id);
    dueSoon.delete(id);
    closed.delete(id);
    closed.add(id);
  };
  const put = (obligation: Obligation): void => {
    if (!isOpen(obligation)) return close(obligation.id);
    // What was read before its announcement may come after it: only another term takes the mark away.
    if (obligation.isDueSoon) dueSoon.add(obligation.id);
    else if (obligations.get(obligation.id)?.dueAt !== obligation.dueAt) dueSoon.delete(obligation.id);
    obligations.set(obligation.id, withBoth(obligation, obligations.get(obligation.id)));
    closed.delete(obligation.id);
  };

  for (const { feed, frame } of all) {
    switch (feed) {
      case "incidents": {
        const { obligations: duties, ...incident } = frame.incident;
        putLast(incidents, incident);
        for (const held of obligations.values())
          if (held.incident?.id === incident.id && !duties.some(({ id }) => id === held.id)) close(held.id);
        for (const duty of duties) put({ ...duty, incident });
        break;
      }
      case "notifications": {
        const { notification, recipient } = frame;
        putLast(notifications, notification);
        if (recipient.obligation) put(dutyUnder(recipient.obligation, notification));
        break;
      }
      case "obligations": {
        const { obligation, kind } = frame;
        if (closed.has(obligation.id)) break;
        if (!obligations.has(obligation.id)) put(obligation);
        if (kind === "DUE_SOON" && obligations.has(obligation.id)) dueSoon.add(obligation.id);
        if (kind === "NOT_OVERDUE") dueSoon.delete(obligation.id);
        break;
      }
    }
  }
  letGo(incidents, obligations, ({ incident }) => incident?.id);
  letGo(notifications, obligations, ({ notification }) => notification?.id);
  const facts = withFacts(state.facts, all.map(factOf));
  const latest = new Set([...closed].slice(-MOST_CLOSED));
  return { ...state, obligations, incidents, notifications, closed: latest, dueSoon, facts };
}

function putLast<Node extends { readonly id: string }>(nodes: Map<string, Node>, node: Node): void {
  nodes.delete(node.id);
  nodes.set(node.id, node);
}

/** Lets those go of which nothing was heard for longest; what an open duty is about stays. */
function letGo(
  nodes: Map<string, unknown>,
  obligations: ReadonlyMap<string, Obligation>,
  about: (obligation: Obligation) => string | undefined,
): void {
  if (nodes.size <= MOST_HELD) return;
  const owed = new Set(Array.from(obligations.values(), about));
  const unowed = [...nodes.keys()].filter((id) => !owed.has(id));
  for (const id of unowed.slice(0, Math.max(0, unowed.length - MOST_HELD))) nodes.delete(id);
}

/** What an act of one's own was answered with. */
export interface OwnAct {
  readonly obligation?: Obligation;
  readonly incident?: Incident;
  readonly notification?: Notification;
}

/** The state after an act of one's own: its answer comes before the frame does. */
export function afterOwnAct(state: LiveState, { obligation, incident, notification }: OwnAct): LiveState {
  const obligations = new Map(state.obligations);
  const closed = new Set(state.closed);
  const put = (duty: Obligation): void => {
    if (isOpen(duty)) obligations.set(duty.id, withBoth(duty, obligations.get(duty.id)));
    else if (obligations.delete(duty.id)) closed.add(duty.id);
  };
  if (notification) {
    for (const { obligation: duty } of notification.recipients) if (duty) put(dutyUnder(duty, notification));
    const notifications = new Map(state.notifications).set(notification.id, notification);
    return { ...state, obligations, notifications, closed };
  }
  if (obligation) put(obligation);
  if (!incident) return { ...state, obligations, closed };
  for (const held of obligations.values())
    if (held.incident?.id === incident.id) obligations.set(held.id, { ...held, incident });
  return { ...state, obligations, closed, incidents: new Map(state.incidents).set(incident.id, incident) };
}

/** The line of facts with new ones: newest first, each once, and no more than the ring holds. */
export function withFacts(facts: readonly Fact[], more: readonly Fact[]): readonly Fact[] {
  const known = new Set(facts.map(({ key }) => key));
  const fresh = more.filter(({ key }) => !known.has(key) && Boolean(known.add(key)));
  if (fresh.length === 0) return facts;
  // Three feeds come beside each other: their times make one line of them; of one time, what came last is first.
  return [...fresh.toReversed(), ...facts].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, MOST_FACTS);
}

export function factOf(heard: FeedFrame): Fact {
  const { cursor, at } = heard.frame;
  const key = `${heard.feed} ${cursor}`;
  switch (heard.feed) {
    case "incidents": {
      const { obligations: _, ...incident } = heard.frame.incident;
      return { key, cursor, at, feed: heard.feed, kind: heard.frame.kind, incident };
    }
    case "notifications": {
      const { kind, notification, recipient } = heard.frame;
      return { key, cursor, at, feed: heard.feed, kind, notification, recipient };
    }
    case "obligations": {
      const { kind, obligation } = heard.frame;
      return { key, cursor, at, feed: heard.feed, kind, obligation };
    }
  }
}

/** The numbers of incidents and notifications that a fact is about: readings about them are old now. */
export function numbersOf(fact: Fact): readonly string[] {
  switch (fact.feed) {
    case "incidents":
      return [fact.incident.number];
    case "notifications":
      // What supplements or withdraws another is about that one too.
      return [fact.notification.number, ...(fact.notification.follows ? [fact.notification.follows.number] : [])];
    case "obligations":
      return [fact.obligation.incident?.number, fact.obligation.notification?.number].filter(
        (number) => number != null,
      );
  }
}

/** An answer is owed to a notification, and for an incident too once that is known: what tells of the one may leave out the other. */
function withBoth(duty: Obligation, held: Obligation | undefined): Obligation {
  const { incident, notification } = duty;
  return {
    ...duty,
    incident: incident ?? held?.incident ?? null,
    notification: notification ?? held?.notification ?? null,
  };
}

function dutyUnder(duty: Duty, { id, number, subject }: Notification): Obligation {
  return { ...duty, incident: null, notification: { id, number, subject } };
}

function byId<Node extends { readonly id: string }>(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  return new Map(nodes.map((node) => [node.id, node]));
}
