/** What a visitor's browser knows of its conversation. Each frame gives the next state; nothing here does anything else. */

/**
 * @typedef {import('./types').Talk} Talk
 * @typedef {import('./types').TalkEvent} TalkEvent
 */

/** @type {Talk} */
export const NOTHING = {
  visitor: '', events: [], conversation: null, position: 0, more: false,
  seen: 0, read: 0, delivered: 0, answering: null, typing: null,
};

/**
 * The first frame of a connection. Whoever asked for what came after a position keeps what they have; somebody else
 * (the shop has told who it is) begins anew.
 * @param {Talk} talk
 * @param {any} frame
 * @returns {Talk}
 */
export function welcomed(talk, frame) {
  const before = talk.visitor == frame.visitor ? talk : NOTHING;
  const next = { ...followed(before, frame), visitor: frame.visitor };
  const current = frame.conversation;
  if (!current) return { ...next, conversation: null };
  const same = current.id == next.conversation?.id ? next : NOTHING;
  return {
    ...next,
    conversation: { id: current.id, status: current.status, subject: current.subject },
    more: before.events.length ? before.more : !!frame.more,
    read: Math.max(same.read, current.read || 0),
    delivered: current.delivered || 0,
    seen: Math.max(same.seen, current.seen || 0),
    answering: current.answered_by || same.answering,
  };
}

/**
 * What happened since. An event that is there already changes nothing.
 * @param {Talk} talk
 * @param {{position: number, events: TalkEvent[]}} frame
 * @returns {Talk}
 */
export function followed(talk, { position, events }) {
  const fresh = events.filter((event) => !has(talk, event));
  const merged = { ...talk, events: ordered(talk.events, fresh), position: Math.max(talk.position, position) };
  return fresh.reduce(fold, merged);
}

/**
 * What an acknowledgement tells. Without a position, what happened before may still be on its way.
 * @param {Talk} talk
 * @param {{said: TalkEvent, position?: number}} ack
 * @returns {Talk}
 */
export function acknowledged(talk, { said, position = 0 }) {
  return followed(talk, { position, events: [said] });
}

/**
 * Older events, asked for by scrolling up.
 * @param {Talk} talk
 * @param {{events: TalkEvent[], more: boolean}} frame
 * @returns {Talk}
 */
export function remembered(talk, { events, more }) {
  return { ...talk, events: ordered(talk.events, events.filter((event) => !has(talk, event))), more };
}

/**
 * @param {Talk} talk
 * @returns {number} how many of our messages the customer has not read
 */
export function unread({ events, conversation, read }) {
  return events.filter((event) => ours(event) && event.conversation == conversation?.id && event.seq > read).length;
}

/**
 * @param {Talk} talk
 * @returns {number} the seq of the newest message of ours in this conversation, 0 without one
 */
export function newest({ events, conversation }) {
  return events.findLast((event) => ours(event) && event.conversation == conversation?.id)?.seq || 0;
}

/** @param {TalkEvent} event */
export const ours = (event) => event.type == 'message.sent';

/** @param {TalkEvent} event */
export const theirs = (event) => event.type == 'message.received';

/**
 * @param {Talk} talk
 * @param {TalkEvent} event
 * @returns {Talk}
 */
function fold(talk, event) {
  if (talk.conversation && event.conversation < talk.conversation.id) return talk;
  const by = event.by.kind;
  switch (event.type) {
    case 'conversation.opened':
      return { ...talk, conversation: { id: event.conversation, status: 'open' }, seen: 0, read: 0, delivered: 0, answering: null };
    case 'conversation.closed':
      // An acknowledgement can overtake the feed: what was written after the closing took it up again.
      if (talk.events.some((later) => later.id > event.id && opens(later, event.conversation))) return talk;
      return { ...talk, conversation: standing(talk, event, 'closed'), typing: null };
    case 'conversation.assigned':
      return { ...talk, answering: event.to || null };
    case 'conversation.reopened':
    case 'message.received':
      return { ...talk, conversation: standing(talk, event, 'open') };
    case 'message.sent':
      return { ...talk, answering: person(event) || talk.answering, typing: null };
    case 'message.read':
      if (by == 'customer') return { ...talk, read: Math.max(talk.read, event.upto || 0) };
      return { ...talk, seen: Math.max(talk.seen, event.upto || 0) };
  }
  return talk;
}

/**
 * @param {TalkEvent} event
 * @param {number} conversation
 */
function opens(event, conversation) {
  return event.conversation == conversation && (theirs(event) || event.type == 'conversation.reopened');
}

/**
 * @param {Talk} talk
 * @param {TalkEvent} event
 * @param {'open' | 'closed'} status
 */
function standing({ conversation }, event, status) {
  return { ...(conversation?.id == event.conversation && conversation), id: event.conversation, status };
}

/** @param {TalkEvent} event */
function person({ by }) {
  return by.kind == 'agent' && by.id ? { id: by.id, name: by.name || '' } : null;
}

/**
 * @param {Talk} talk
 * @param {TalkEvent} event
 */
function has(talk, event) {
  return talk.events.some(({ id }) => id == event.id);
}

/**
 * @param {TalkEvent[]} known
 * @param {TalkEvent[]} fresh
 */
function ordered(known, fresh) {
  return fresh.length ? [...known, ...fresh].sort((one, other) => one.id - other.id) : known;
}
