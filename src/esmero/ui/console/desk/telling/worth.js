/** What is worth telling an agent who is looking elsewhere. */

import { MACHINES } from '../talk/letter-form.js';

/**
 * @typedef {import('../types').DeskEvent} DeskEvent
 * @typedef {import('../types').Summary} Summary
 *
 * @typedef {object} Eyes
 * @property {number} me
 * @property {'all' | 'mine' | 'none'} messages what the agent asked to be told of
 * @property {boolean} present whether this page is in front and has the focus
 * @property {number | null} open the conversation that is open in it
 *
 * @typedef {{why: 'message' | 'assigned', event: DeskEvent, one: Summary}} News
 */

/**
 * @param {DeskEvent[]} events
 * @param {Map<number, Summary>} known
 * @param {Eyes} eyes
 * @returns {News[]}
 */
export function worthTelling(events, known, eyes) {
  const news = [];
  for (const event of events) {
    const one = event.stream === 'conversation' ? known.get(event.of) : undefined;
    const why = one && reason(event, one, eyes);
    if (one && why && !isLookingAt(eyes, one.id)) news.push({ why, event, one });
  }
  return news;
}

/**
 * @param {Eyes} eyes
 * @param {number} id
 */
export const isLookingAt = ({ present, open }, id) => present && open === id;

/**
 * @param {DeskEvent} event
 * @param {Summary} one
 * @param {Eyes} eyes
 * @returns {News['why'] | null}
 */
function reason(event, one, { me, messages }) {
  if (messages === 'none' || event.data.imported) return null;
  // What a machine wrote keeps nobody waiting, and junk least of all.
  if (event.type === 'message.received' && (one.junk || MACHINES.has(event.data.kind))) return null;
  if (event.type === 'forward.answered' && MACHINES.has(event.data.kind)) return null;
  if (event.type === 'message.received' || event.type === 'forward.answered') return messages === 'all' || one.assignee === me ? 'message' : null;
  const isGift = event.type === 'conversation.assigned' && event.data.agent_id === me && !isBy(event, me);
  return isGift ? 'assigned' : null;
}

/**
 * @param {DeskEvent} event
 * @param {number} me
 */
const isBy = ({ by }, me) => by.kind === 'agent' && by.id === me;
