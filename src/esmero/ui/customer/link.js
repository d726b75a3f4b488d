/** The link by which a customer came: what stands behind the # names one conversation and proves that we sent it. */

const TOKEN = /^#(c1\.[\w-]+\.(\d{1,18}))$/;

/**
 * @param {string} hash of the page's address
 * @returns {{token: string, key: string} | null} key: under which this browser keeps what was begun here
 */
export function linkIn(hash) {
  const [, token, number] = TOKEN.exec(hash) || [];
  return token ? { token, key: 'page-' + number } : null;
}

/**
 * What this browser keeps of a conversation, but for the token: it is in the link, and whoever has the link has it.
 * @param {ReturnType<typeof import('../widget/keep.js').keeper>} keep
 * @param {string} token
 */
export function keepingNoToken(keep, token) {
  return {
    ...keep,
    get: (/** @type {string} */ name) => (name == 'token' ? token : keep.get(name)),
    set: (/** @type {string} */ name, /** @type {string | null} */ value) => void (name != 'token' && keep.set(name, value)),
    watch() {},
  };
}

/**
 * What is known of the inbox before the desk has said anything.
 * @param {string} key
 * @returns {import('../widget/types').Inbox}
 */
export const nothingKnown = (key) => ({
  key, name: '', brand: '', greeting: {}, address: 'formal', languages: [], open: true, until: null, back: null, zone: 'UTC',
  people: [], ways: [],
});
