/**
 * What this browser holds of one conversation. Each answer and each frame gives the next state; nothing here does
 * anything else. A conversation's events are numbered without gaps, so a missing one shows itself.
 */

/**
 * @typedef {import('../types').DeskEvent} DeskEvent
 * @typedef {import('../types').Thread} Thread
 */

/**
 * Begin with what the desk answered.
 * @param {import('../types').Opened} opened
 * @returns {Thread}
 */
export function begun({ conversation, events, more }) {
  return { id: conversation.id, events: ordered(events), more, gap: false };
}

/**
 * What happened since. An event that is there already changes nothing; one that leaves a gap waits for `filled`.
 * @param {Thread} thread
 * @param {DeskEvent[]} events of any streams
 * @returns {Thread}
 */
export function followed(thread, events) {
  const newest = newestSeq(thread);
  const fresh = ordered(events.filter((event) => isOf(thread, event) && event.seq > newest));
  if (!fresh.length) return thread;
  const joined = upToGap(newest, fresh);
  return { ...thread, events: [...thread.events, ...joined], gap: joined.length < fresh.length };
}

/**
 * The answer to a question for everything after the newest event, or as much of it as fits one answer.
 * @param {Thread} thread
 * @param {DeskEvent[]} events
 * @param {number} upto the newest seq that the desk told of
 * @returns {Thread}
 */
export function filled(thread, events, upto) {
  const next = followed({ ...thread, gap: false }, events);
  return { ...next, gap: next.gap || (events.length > 0 && newestSeq(next) < upto) };
}

/**
 * Older events, asked for by scrolling up.
 * @param {Thread} thread
 * @param {DeskEvent[]} events
 * @returns {Thread}
 */
export function remembered(thread, events) {
  const oldest = thread.events[0]?.seq ?? Infinity;
  const older = ordered(events.filter((event) => event.seq < oldest));
  const all = older.length ? [...older, ...thread.events] : thread.events;
  return { ...thread, events: all, more: older.length > 0 && older[0].seq > 1 };
}

/**
 * @param {Thread} thread
 * @returns {number} 0 without any
 */
export const newestSeq = (thread) => thread.events.at(-1)?.seq ?? 0;

/**
 * @param {Thread} thread
 * @returns {number} the seq of the customer's newest message here, 0 without one
 */
export const customerSeq = (thread) => thread.events.findLast(isReceived)?.seq ?? 0;

/**
 * @param {Thread} thread
 * @param {number} after a seq
 * @returns {DeskEvent[]} what the customer has written since
 */
export const writtenSince = (thread, after) => thread.events.filter((event) => isReceived(event) && event.seq > after);

/** @param {DeskEvent} event */
export const isReceived = (event) => event.type === 'message.received';

/**
 * @param {Thread} thread
 * @param {DeskEvent} event
 */
const isOf = (thread, event) => event.stream === 'conversation' && event.of === thread.id;

/** @param {DeskEvent[]} events */
const ordered = (events) => [...events].sort((one, other) => one.seq - other.seq);

/**
 * @param {number} newest
 * @param {DeskEvent[]} fresh in order, all newer
 */
function upToGap(newest, fresh) {
  const joined = [];
  for (const event of fresh) {
    if (event.seq > newest + 1) break;
    if (event.seq === newest + 1) joined.push(event);
    newest = Math.max(newest, event.seq);
  }
  return joined;
}
