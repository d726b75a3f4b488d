/** A conversation as one reads it: turns of talk, days between them, and in quiet lines what happened beside. */

/**
 * @typedef {import('../types').DeskEvent} DeskEvent
 * @typedef {import('../types').Line} Line
 * @typedef {import('../types').Turn} Turn
 * @typedef {import('../types').Pending} Pending
 * @typedef {{delivered: number, read: number}} Marks seqs up to which the customer has what we sent
 */

/** Words of one person, and what happened beside, stand together within this time. */
const TOGETHER = 5 * 60_000;

/** What is worth a quiet line; the rest shows elsewhere, or not at all. */
const TOLD = new Set([
  'conversation.opened', 'conversation.assigned', 'conversation.pended', 'conversation.snoozed', 'conversation.woken',
  'conversation.closed', 'conversation.reopened', 'conversation.moved', 'conversation.recognised',
  'conversation.labelled', 'conversation.priority_changed', 'conversation.subject_changed', 'customer.contacted',
]);

/** @type {Record<string, Turn['side']>} */
const SIDES = { 'message.received': 'them', 'message.sent': 'us', 'reply.queued': 'us', 'note.added': 'note' };

/**
 * @param {DeskEvent[]} events in order
 * @param {Marks} marks
 * @param {Pending[]} pending what was written here and is not acknowledged
 * @param {number} divider seq of the last event that was read when the conversation was opened; Infinity for none
 * @returns {Line[]}
 */
export function lines(events, marks, pending = [], divider = Infinity) {
  const fates = fatesOf(events);
  /** @type {Line[]} */
  const drawn = [];
  let day = '';
  let divided = false;
  for (const event of events) {
    const turn = turnOf(event, marks, fates);
    if (!turn && !TOLD.has(event.type)) continue;
    day = beginDay(drawn, event.at, day);
    if (!divided && turn?.side === 'them' && event.seq > divider) {
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
  /** @type {Map<number, {mark: import('../types').Mark, reason: string, seq: number}>} */
  const fates = new Map();
  const marks = { 'message.sent': 'sent', 'message.failed': 'failed', 'message.unknown': 'unknown', 'reply.recalled': 'recalled' };
  for (const { type, seq, data } of events) {
    const mark = /** @type {Record<string, any>} */ (marks)[type];
    if (mark && data.reply_seq) fates.set(data.reply_seq, { mark, reason: data.reason ?? '', seq });
  }
  return fates;
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
  if (!side || (event.type === 'message.sent' && event.data.reply_seq)) return null;
  const fate = fates.get(event.seq);
  return {
    kind: 'turn', key: 'e' + event.id, side, by: event.by, at: event.at, seq: event.seq, event: event.id,
    text: event.text ?? null, files: event.files ?? [], first: true, last: true,
    mark: side === 'us' ? markOf(event, marks, fate) : '', reason: fate?.reason ?? '',
  };
}

/**
 * @param {DeskEvent} event
 * @param {Marks} marks
 * @param {{mark: import('../types').Mark, seq: number} | undefined} fate
 */
function markOf(event, { delivered, read }, fate) {
  if (event.type === 'reply.queued' && fate?.mark !== 'sent') return fate?.mark ?? 'queued';
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
    seq: 0, event: 0, text: one.text, files: one.files, first: true, last: true, mark: one.state, reason: one.reason ?? '',
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
  return same && next.at - one.at < TOGETHER && one.mark === next.mark;
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
  const same = one.text === other.text && one.mark === other.mark && one.reason === other.reason && files;
  return same && one.first === other.first && one.last === other.last;
}
