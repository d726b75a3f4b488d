/** A conversation as one reads it: turns of talk, days between them, and in quiet lines what happened beside. */

import { letterOf, passedOf } from './letter-form.js';
import { troubleIn } from './trouble-words.js';

/**
 * @typedef {import('../types').DeskEvent} DeskEvent
 * @typedef {import('../types').Line} Line
 * @typedef {import('../types').Turn} Turn
 * @typedef {import('../types').Pending} Pending
 * @typedef {{delivered: number, read: number}} Marks seqs up to which the customer has what we sent
 *
 * @typedef {object} Fate
 * @property {import('../types').Mark} mark
 * @property {import('../types').Trouble | null} trouble
 * @property {number} until when it is tried again; 0 if it is not
 * @property {number} seq
 * @property {import('../types').Returned[]} returned by address
 */

/** Words of one person, and what happened beside, stand together within this time. */
const TOGETHER = 5 * 60_000;

/** What is worth a quiet line; the rest shows elsewhere, or not at all. */
const TOLD = new Set([
  'conversation.opened', 'conversation.assigned', 'conversation.pended', 'conversation.snoozed', 'conversation.woken',
  'conversation.closed', 'conversation.reopened', 'conversation.moved', 'conversation.recognised',
  'conversation.labelled', 'conversation.priority_changed', 'conversation.subject_changed', 'customer.contacted',
  'conversation.linked', 'conversation.junked', 'conversation.cleared', 'participant.joined', 'participant.left',
  'message.bounced', 'source.opened', 'conversation.switched', 'copy.queued', 'copy.sent',
]);

/** @type {Record<string, Turn['side']>} */
const SIDES = { 'message.received': 'them', 'message.sent': 'us', 'reply.queued': 'us', 'note.added': 'note', 'forward.queued': 'note', 'forward.answered': 'note' };

/**
 * @param {DeskEvent[]} events in order
 * @param {Marks} marks
 * @param {Pending[]} pending what was written here and is not acknowledged
 * @param {number} divider seq of the last event that was read when the conversation was opened; Infinity for none
 * @returns {Line[]}
 */
export function lines(events, marks, pending = [], divider = Infinity) {
  const fates = fatesOf(events);
  const copies = new Set(events.filter(({ type }) => type === 'copy.queued').map(({ seq }) => seq));
  /** @type {Line[]} */
  const drawn = [];
  let day = '';
  let divided = false;
  for (const event of events) {
    const turn = turnOf(event, marks, fates);
    if (!turn && !isTold(event, copies)) continue;
    day = beginDay(drawn, event.at, day);
    if (!divided && (turn?.side === 'them' || turn?.passed?.kind === 'answered') && event.seq > divider) {
      drawn.push({ kind: 'new', key: 'new' });
      divided = true;
    }
    if (turn) addTurn(drawn, turn);
    else addFact(drawn, event);
  }
  for (const one of unheard(pending, events)) {
    day = beginDay(drawn, one.at, day);
    addTurn(drawn, pendingTurn(one));
  }
  return drawn;
}

/**
 * What no person wrote is told in a quiet line, and so is what became of it where it did not leave.
 * @param {DeskEvent} event
 * @param {Set<number>} copies seqs of copies of what was said live
 */
function isTold({ type, data }, copies) {
  if (type === 'reply.queued') return !!data.automatic;
  // Of a reply that a person wrote, its own line tells.
  if (type === 'message.failed' || type === 'message.unknown') return !!data.automatic || copies.has(data.reply_seq);
  return TOLD.has(type);
}

/**
 * The same lines, with those that did not change as they were: what is the same object need not be drawn again.
 * @param {Line[]} before
 * @param {Line[]} now
 * @returns {Line[]}
 */
export function unchanged(before, now) {
  const known = new Map(before.map((line) => [line.key, line]));
  return now.map((line) => {
    const same = known.get(line.key);
    return same && isSame(same, line) ? same : line;
  });
}

/**
 * @param {Pending[]} pending
 * @param {DeskEvent[]} events
 * @returns {Pending[]} those whose event has not arrived
 */
export function unheard(pending, events) {
  if (!pending.length) return pending;
  const heard = new Set(events.map((event) => event.data.client_id).filter(Boolean));
  return pending.filter(({ id }) => !heard.has(id));
}

/**
 * What became of each queued reply, by its seq.
 * @param {DeskEvent[]} events
 */
function fatesOf(events) {
  /** @type {Map<number, Fate>} */
  const fates = new Map();
  const marks = { 'message.sent': 'sent', 'message.delayed': 'queued', 'forward.sent': 'sent', 'message.failed': 'failed', 'message.unknown': 'unknown', 'reply.recalled': 'recalled', 'reply.retried': 'queued', 'reply.replaced': 'replaced' };
  for (const event of events) {
    const { type, seq, data } = event;
    const mark = /** @type {Record<string, any>} */ (marks)[type];
    const known = data.reply_seq && fates.get(data.reply_seq);
    if (mark && data.reply_seq) fates.set(data.reply_seq, { mark, trouble: troubleIn(event), until: data.until ?? 0, seq, returned: known?.returned ?? [] });
    // Where its leaving isn't loaded, its coming back says that it left.
    else if (type === 'message.bounced') fates.set(data.reply_seq, withReturned(known || { mark: 'sent', trouble: null, until: 0, seq, returned: [] }, data.permanent, troubleIn(event)));
  }
  return fates;
}

/**
 * An address that came back for now, and then for good, is told once.
 * @param {Fate} fate
 * @param {boolean} permanent
 * @param {import('../types').Trouble} trouble
 * @returns {Fate}
 */
function withReturned(fate, permanent, trouble) {
  const { address } = trouble;
  const before = fate.returned.find((one) => one.address === address);
  if (before?.permanent && !permanent) return fate;
  return { ...fate, returned: [...fate.returned.filter((one) => one !== before), { address, permanent, trouble }] };
}

/**
 * @param {DeskEvent} event
 * @param {Marks} marks
 * @param {ReturnType<typeof fatesOf>} fates
 * @returns {Turn | null}
 */
function turnOf(event, marks, fates) {
  const side = SIDES[event.type];
  // A queued reply that has left is shown where it was written.
  if (!side || event.data.automatic || (event.type === 'message.sent' && event.data.reply_seq)) return null;
  const fate = fates.get(event.seq);
  return {
    kind: 'turn', key: 'e' + event.id, side, by: event.by, at: event.at, seq: event.seq, event: event.id,
    text: event.text ?? null, files: event.files ?? [], first: true, last: true,
    mark: side === 'us' || event.type === 'forward.queued' ? markOf(event, marks, fate) : '', reason: '', trouble: fate?.trouble ?? null, until: fate?.until ?? 0,
    letter: letterOf(event, fate?.returned ?? []), passed: passedOf(event),
  };
}

/**
 * @param {DeskEvent} event
 * @param {Marks} marks
 * @param {Fate | undefined} fate
 */
function markOf(event, { delivered, read }, fate) {
  if (fate?.mark === 'replaced') return 'replaced';
  if (fate?.returned.length) return fate.returned.some(({ permanent }) => permanent) ? 'bounced' : 'delayed';
  if (event.type.endsWith('.queued') && fate?.mark !== 'sent') return fate?.mark ?? 'queued';
  // Whether a supplier reads is nothing that the customer's marks could tell.
  if (event.type === 'forward.queued') return 'sent';
  const left = fate?.seq ?? event.seq;
  return left <= read ? 'read' : left <= delivered ? 'delivered' : 'sent';
}

/**
 * @param {Pending} one
 * @returns {Turn}
 */
function pendingTurn(one) {
  return {
    kind: 'turn', key: 'p' + one.id, side: one.kind === 'note' ? 'note' : 'us', by: { kind: 'agent', id: 0 }, at: one.at,
    seq: 0, event: 0, text: one.text, files: one.files, first: true, last: true, mark: one.state, reason: one.reason ?? '', trouble: null, until: 0,
    letter: null, passed: null,
  };
}

/**
 * @param {Line[]} drawn
 * @param {number} at
 * @param {string} day of the line before
 */
function beginDay(drawn, at, day) {
  const next = new Date(at).toDateString();
  if (next !== day) drawn.push({ kind: 'day', key: 'd' + next, at });
  return next;
}

/**
 * @param {Line[]} drawn
 * @param {Turn} turn
 */
function addTurn(drawn, turn) {
  const before = drawn.at(-1);
  if (before?.kind === 'turn' && belongTogether(before, turn)) {
    before.last = false;
    turn.first = false;
  }
  drawn.push(turn);
}

/**
 * @param {Turn} one
 * @param {Turn} next
 */
function belongTogether(one, next) {
  const same = one.side === next.side && one.by.kind === next.by.kind && one.by.id === next.by.id;
  // Each letter has its own recipients and its own quotes.
  return same && !one.letter && !next.letter && next.at - one.at < TOGETHER && one.mark === next.mark;
}

/**
 * @param {Line[]} drawn
 * @param {DeskEvent} event
 */
function addFact(drawn, event) {
  const before = drawn.at(-1);
  if (before?.kind === 'facts' && event.at - before.events[before.events.length - 1].at < TOGETHER) before.events.push(event);
  else drawn.push({ kind: 'facts', key: 'f' + event.id, events: [event] });
}

/**
 * @param {Line} one
 * @param {Line} other of the same key
 */
function isSame(one, other) {
  if (one.kind === 'facts') return other.kind === 'facts' && one.events.length === other.events.length;
  if (one.kind !== 'turn' || other.kind !== 'turn') return one.kind === other.kind;
  const files = one.files === other.files || (!one.files.length && !other.files.length);
  const same = one.text === other.text && one.mark === other.mark && one.reason === other.reason && isSameTrouble(one.trouble, other.trouble) && one.until === other.until && files && isSameLetter(one, other);
  return same && one.first === other.first && one.last === other.last;
}

/**
 * @param {import('../types').Trouble | null} one
 * @param {import('../types').Trouble | null} other
 */
const isSameTrouble = (one, other) => one?.code === other?.code && one?.said === other?.said && one?.address === other?.address;

/**
 * What came back is all that can change of a letter.
 * @param {Turn} one
 * @param {Turn} other
 */
function isSameLetter(one, other) {
  return !one.letter === !other.letter && JSON.stringify(one.letter?.returned) === JSON.stringify(other.letter?.returned);
}
