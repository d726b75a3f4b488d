/** Changing what is known of a customer: only what was changed is sent, so that two colleagues don't undo each other. */

export const FIELDS = /** @type {const} */ (['name', 'email', 'phone', 'language', 'address', 'about']);

/**
 * @typedef {Record<typeof FIELDS[number], string>} Form
 */

/**
 * @param {import('../types').Customer} customer
 * @returns {Form}
 */
export function formOf(customer) {
  return /** @type {Form} */ (Object.fromEntries(FIELDS.map((name) => [name, customer[name] ?? ''])));
}

/**
 * @param {Form} before
 * @param {Form} after
 * @returns {Partial<Form>} an empty text takes away what was known
 */
export function changesOf(before, after) {
  const changed = FIELDS.filter((name) => before[name].trim() !== after[name].trim());
  return Object.fromEntries(changed.map((name) => [name, after[name].trim()]));
}

/**
 * @param {Partial<Form>} changes
 * @returns {Record<string, string>} what can be said before asking the desk, by field: ids of messages
 */
export function wrongIn({ email }) {
  return email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? { email: 'console-field-not-a-mail-address' } : {};
}

/**
 * @param {Iterable<import('../types').Summary>} known
 * @param {number} customer
 * @returns {import('../types').Summary[]} all that we know of, newest first
 */
export function mattersOf(known, customer) {
  return [...known].filter((one) => one.customer.id === customer).sort((one, other) => other.created_at - one.created_at);
}
