/** A way to answer that a customer types: a mail address or a phone number. The desk checks it again. */

/**
 * @param {string} typed
 * @returns {{email: string} | {phone: string} | null} null if it is neither
 */
export function wayIn(typed) {
  const text = typed.trim();
  if (text.length <= 254 && /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]{2,}$/.test(text)) return { email: text };
  const digits = text.replace(/\D/g, '').length;
  if (digits >= 6 && digits <= 15 && /^\+?[\d\s()./-]{6,40}$/.test(text)) return { phone: text };
  return null;
}

/**
 * Whether to ask where an answer should go: nobody is there, the customer's is the last word, and we know no address.
 * @param {object} model
 * @param {{value: import('./types').Talk}} model.talk
 * @param {{value: import('./types').Inbox}} model.card
 * @param {{value: {name: string, email?: string | null} | false}} model.known
 * @param {{value: {state: string} | null}} model.reach
 */
export function asks({ talk, card, known, reach }) {
  const { events, conversation } = talk.value;
  if (!conversation || conversation.status == 'closed' || reach.value?.state == 'kept') return false;
  if ((card.value.open && card.value.people.length) || (known.value && known.value.email)) return false;
  const here = events.filter((event) => event.conversation == conversation.id);
  if (here.some(({ type }) => type == 'customer.contacted')) return false;
  return here.findLast(({ type }) => type == 'message.received' || type == 'message.sent')?.type == 'message.received';
}
