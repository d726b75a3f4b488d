/** A reply that did not arrive, as it is in hand again to be corrected. */

/**
 * @typedef {import('../types').DeskEvent} DeskEvent
 * @typedef {import('../types').Recipient} Recipient
 */

/**
 * @param {DeskEvent} failed
 * @param {DeskEvent[]} events of its conversation
 * @returns {import('./writing.js').Said}
 */
export function rewritten(failed, events) {
  const { text = '', files = [], data } = failed;
  return { kind: 'reply', text, files, seen: null, recipients: { ...whom(failed, backFrom(failed, events)), sender: data.sender || undefined } };
}

/**
 * Whoever has it already does not get it twice: of what came back from some, it goes to those.
 * @param {DeskEvent} failed
 * @param {Set<string>} back addresses that it came back from; empty where it did not leave
 */
function whom({ to = [], cc = [], bcc = [] }, back) {
  const some = (/** @type {Recipient[]} */ all) => all.filter(([address]) => !back.size || back.has(address.toLowerCase())).map(([address, name]) => ({ address, name }));
  const [first, copies, unseen] = [to, cc, bcc].map(some);
  // Nobody stands in To where the desk takes the customer.
  const isCustomers = !to.length && (!back.size || back.size > copies.length + unseen.length);
  if (first.length || isCustomers) return { to: first.length ? first : undefined, cc: copies, bcc: unseen };
  return copies.length ? { to: copies, cc: [], bcc: unseen } : { to: unseen, cc: [], bcc: [] };
}

/**
 * @param {DeskEvent} failed
 * @param {DeskEvent[]} events
 */
function backFrom({ seq }, events) {
  const returned = events.filter(({ type, data }) => type === 'message.bounced' && data.permanent && data.reply_seq === seq);
  return new Set(returned.map(({ fields }) => (fields?.address ?? '').toLowerCase()));
}
