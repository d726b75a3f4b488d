/** The conversation as it is drawn: days, quiet passages, messages in groups, and what has not left yet. */

import { ours, theirs } from './talk.js';

/** Messages of one person that follow within this time stand together. */
const TOGETHER = 5 * 60_000;

/**
 * @typedef {import('./types').Line} Line
 * @typedef {Extract<Line, {kind: 'message'}>} Message
 */

/**
 * @param {import('./types').Talk} talk
 * @param {import('./types').Pending[]} pending messages without an acknowledgement
 * @param {number} divider seq after which what we wrote was new when the customer came; Infinity without one
 * @returns {Line[]}
 */
export function lines(talk, pending, divider) {
  /** @type {Line[]} */
  const all = [];
  let name = '';
  let divided = false;
  for (const event of talk.events) {
    const fact = factOf(event, name, all.length > 0);
    if (event.to) name = event.to.name;
    if (fact) all.push({ kind: 'fact', key: 'e' + event.id, at: event.at, ...fact });
    if (!ours(event) && !theirs(event)) continue;
    if (!divided && ours(event) && event.conversation == talk.conversation?.id && event.seq > divider) {
      divided = true;
      all.push({ kind: 'unread', key: 'unread' });
    }
    all.push(said(event, talk));
  }
  const known = new Set(talk.events.map((event) => event.client_id));
  for (const message of pending) if (!known.has(message.id)) all.push(kept(message));
  return grouped(withDays(all));
}

/**
 * @param {import('./types').TalkEvent} event
 * @param {string} before who was answering until then
 * @param {boolean} underway whether anything stands above
 */
function factOf({ type, to, by }, before, underway) {
  switch (type) {
    case 'conversation.assigned':
      return to && to.name != before ? { what: 'assigned', name: to.name } : null;
    case 'conversation.opened':
      return underway ? { what: 'opened', name: '' } : null;
    case 'conversation.closed':
      return { what: 'closed', name: by.name || '' };
    case 'conversation.reopened':
      return { what: 'reopened', name: '' };
    case 'customer.contacted':
      return { what: 'contacted', name: '' };
  }
  return null;
}

/**
 * @param {import('./types').TalkEvent} event
 * @param {import('./types').Talk} talk
 * @returns {Message}
 */
function said(event, talk) {
  const mine = theirs(event);
  const read = event.conversation != talk.conversation?.id || event.seq <= talk.seen;
  return {
    kind: 'message', key: event.client_id || 'e' + event.id, mine, name: event.by.name || '', person: event.by.id || 0,
    text: event.text ?? null, files: event.files || [], at: event.at, first: true, last: true,
    state: mine ? (read ? 'read' : 'sent') : '',
  };
}

/**
 * @param {import('./types').Pending} message
 * @returns {Message}
 */
function kept({ id, text, files, at, held, lost, why, refused }) {
  return {
    kind: 'message', key: id, mine: true, name: '', person: 0, text, files, at, first: true, last: true,
    state: held ? 'held' : refused ? 'refused' : 'kept', reason: refused, why, lost,
  };
}

/** @param {Line[]} all */
function withDays(all) {
  let day = '';
  return all.flatMap((line) => {
    if (!('at' in line)) return [line];
    const today = new Date(line.at).toDateString();
    if (today == day) return [line];
    day = today;
    return [/** @type {Line} */ ({ kind: 'day', key: 'd' + today, at: line.at }), line];
  });
}

/** @param {Line[]} all */
function grouped(all) {
  all.forEach((line, index) => {
    const above = all[index - 1];
    if (line.kind != 'message' || above?.kind != 'message') return;
    if (line.mine != above.mine || line.person != above.person || line.at - above.at > TOGETHER) return;
    line.first = above.last = false;
  });
  return all;
}
