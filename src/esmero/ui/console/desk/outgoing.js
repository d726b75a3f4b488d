/** What was written here and has not been acknowledged: shown in its conversation, and decided about when refused. */

import { wordsFor } from '../words.js';

/**
 * @typedef {import('../../shared/sending.js').Unsent} Unsent
 * @typedef {import('./types').Pending} Pending
 * @typedef {import('./state.js').Current} Current
 */

/**
 * @param {Unsent[]} unsent
 * @param {number} conversation
 * @param {boolean} live whether the desk can be reached
 * @returns {Pending[]} what is on its way in one conversation
 */
export function pendingOf(unsent, conversation, live) {
  return unsent.filter(({ frame }) => frame.conversation === conversation).map((one) => pending(one, live));
}

/**
 * What the desk refused goes back into the hand of whoever wrote it, where there is room; a reply that was overtaken by
 * the customer, so that Enter again sends it.
 * @param {import('../store.js').Store} store
 * @param {Current} current
 */
export function takeBackRefused(store, { opened, composing }) {
  for (const one of store.unsent.value) {
    if (one.frame.conversation !== opened.id || one.state !== 'refused' || !opened.thread.value) continue;
    const { code, seq, conversation } = one.refusal ?? {};
    const newest = code === 'newer_message' && one.frame.kind === 'reply' ? (seq ?? 0) : null;
    const elsewhere = code === 'moved_on' ? (conversation ?? null) : null;
    if (composing.takeBack(saidOf(one), reasonOf(one), newest, elsewhere)) store.outbox.discard(one.id);
  }
}

/**
 * What one does with a message that was refused and had no room, or that has not left.
 * @param {import('./state.js').Desk} desk
 * @param {Current} current
 * @param {string} key of its line: `p` and the message's id, `e` and the event's
 * @param {import('./types').TurnAct} what
 * @param {boolean} [unsure] whether it may have left already
 */
export function actOn(desk, { opened, composing }, key, what, unsure = false) {
  const { outbox } = desk.store;
  const id = key.slice(1);
  if (what === 'recall') return desk.act.recall(opened.id, Number(id));
  if (what === 'resend') return desk.sendAgain(opened.id, Number(id), unsure);
  if (what === 'rewrite') return desk.rewrite(Number(id));
  if (what === 'forward') return desk.forward(Number(id));
  if (what === 'answer') return desk.answerForward(Number(id));
  if (what === 'again') return outbox.retry(id, { seen: opened.newest });
  const dropped = outbox.discard(id);
  if (what === 'edit' && dropped) composing.takeOver(saidOf(dropped));
}

/**
 * @param {Unsent} one
 * @param {boolean} live
 * @returns {Pending}
 */
function pending(one, live) {
  const state = one.state === 'refused' ? 'refused' : live && !one.refusal ? 'sending' : 'kept';
  return { ...saidOf(one), id: one.id, at: one.at, state, reason: reasonOf(one) };
}

/** @param {Unsent} one */
function saidOf({ frame, beside }) {
  const { to, cc, bcc, sender, replaces } = frame;
  const recipients = to || cc || bcc || sender ? { to, cc, bcc, sender } : undefined;
  return { kind: frame.kind, text: frame.text ?? '', files: beside ?? [], seen: frame.seen ?? null, recipients, replaces };
}

/** @param {Unsent} one */
function reasonOf({ refusal }) {
  return refusal ? wordsFor({ ...refusal, message: refusal.detail || refusal.title }) : '';
}
