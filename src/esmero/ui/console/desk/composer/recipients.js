/** Who gets a reply, in channels whose messages have recipients: as written in three fields, and as the desk is told. */

/**
 * @typedef {import('../types').Recipients} Recipients
 * @typedef {{address: string, name: string}} Somebody
 * @typedef {{to: string, cc: string, bcc: string}} Fields as they are written
 * @typedef {{field: Field, code: 'wrong' | 'one' | 'too-many', what: string}} Trouble
 * @typedef {'to' | 'cc' | 'bcc'} Field
 */

export const FIELDS = /** @type {const} */ (['to', 'cc', 'bcc']);
/** Addresses in one field, as the desk takes them. */
export const MOST = 50;

/** Cut at commas and semicolons, but not in quotes or brackets: "Weller, Tom" <tom@weller.example>. */
const PIECES = /(?:"[^"]*"|<[^>]*>|[^,;\n"<])+/g;
const NAMED = /^(.*?)<([^<>]*)>$/s;
/** As much as is certain: something, an @, and a domain with a dot in it. The server of the address knows the rest. */
const ADDRESS = /^[^\s@<>"(),:;[\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/**
 * @param {string} text of one field
 * @returns {Somebody[]} each address once, right or wrong
 */
export function people(text) {
  const all = [...text.matchAll(PIECES)].map(([piece]) => somebody(piece.trim())).filter(({ address }) => address);
  return all.filter((one, index) => all.findIndex((other) => isSame(one, other)) === index);
}

/**
 * @param {Somebody[]} all
 * @returns {string} for a field
 */
export const written = (all) => all.map(({ address, name }) => (name ? `${/[,;"<>@]/.test(name) ? `"${name.replaceAll('"', '')}"` : name} <${address}>` : address)).join(', ');

/**
 * Whom the desk takes by itself: the customer, and in copy those who take part.
 * @param {import('../types').Customer | null} customer
 * @param {import('../types').Taking[]} participants
 * @param {import('../types').DeskEvent[]} events of the conversation
 * @param {(channel: string) => boolean} hasRecipients
 * @returns {Fields}
 */
export function usual(customer, participants, events, hasRecipients) {
  const address = addressOf(customer, events, hasRecipients);
  const to = address ? [{ address, name: customer?.name ?? '' }] : [];
  const cc = participants.filter((one) => !to.some((other) => isSame(one, other)));
  return { to: written(to), cc: written(cc), bcc: '' };
}

/**
 * @param {Fields} fields
 * @param {Fields} before as they would have been
 * @returns {Recipients} what was changed, and nothing else
 */
export function changed(fields, before) {
  const named = FIELDS.filter((field) => written(people(fields[field])) !== written(people(before[field])));
  return Object.fromEntries(named.map((field) => [field, people(fields[field])]));
}

/**
 * @param {Fields} fields
 * @returns {Trouble | null} the first thing that is wrong
 */
export function troubleOf(fields) {
  for (const field of FIELDS) {
    const all = people(fields[field]);
    const wrong = all.find(({ address }) => !ADDRESS.test(address));
    if (wrong) return { field, code: 'wrong', what: wrong.address };
    if (field === 'to' && !all.length) return { field, code: 'one', what: '' };
    if (all.length > MOST) return { field, code: 'too-many', what: '' };
  }
  return null;
}

/**
 * The address in which the conversation began; else one that the customer is known by.
 * @param {import('../types').Customer | null} customer
 * @param {import('../types').DeskEvent[]} events
 * @param {(channel: string) => boolean} hasRecipients
 */
function addressOf(customer, events, hasRecipients) {
  const identities = (customer?.identities ?? []).filter(({ channel }) => hasRecipients(channel));
  const opened = events.find(({ type }) => type === 'conversation.opened');
  const heard = events.findLast(({ type, by }) => type === 'message.received' && by.id === customer?.id);
  const id = opened?.data.identity_id ?? heard?.data.identity_id;
  return (identities.find((one) => one.id === id) ?? identities[0])?.address ?? customer?.email ?? '';
}

/** @param {string} piece @returns {Somebody} */
function somebody(piece) {
  const [, name, address] = NAMED.exec(piece) ?? [];
  return address === undefined ? { address: piece, name: '' } : { address: address.trim(), name: name.replaceAll('"', '').trim() };
}

/** @param {{address: string}} one @param {{address: string}} other */
const isSame = (one, other) => one.address.toLowerCase() === other.address.toLowerCase();
