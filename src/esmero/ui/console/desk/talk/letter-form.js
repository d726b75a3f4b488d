/** What a mail has that a line of chat doesn't: who else gets it, what it quotes, which form it came in. */

/**
 * @typedef {import('../types').DeskEvent} DeskEvent
 * @typedef {import('../types').Letter} Letter
 * @typedef {import('../types').Recipient} Recipient
 */

/** What machines write, as `data.kind` says it. */
export const MACHINES = new Set(['bounce', 'auto-reply', 'list', 'receipt', 'calendar']);

/**
 * @param {DeskEvent} event a message
 * @param {import('../types').Returned[]} returned what came back of it
 * @returns {Letter | null} null for what has none of it, as chat
 */
export function letterOf({ type, data, quoted = '', to = [], cc = [], bcc = [], formatted = false, subject = '' }, returned) {
  const machine = MACHINES.has(data.kind) ? data.kind : '';
  const source = data.source_id ?? null;
  const isLetter = type.startsWith('forward.') || quoted || to.length || cc.length || bcc.length || formatted || machine || source || returned.length;
  return isLetter ? { quoted, to, cc, bcc, formatted, subject, machine, source, returned } : null;
}

/**
 * @param {DeskEvent} event
 * @returns {import('../types').Turn['passed']} null for what was neither forwarded nor came back to that
 */
export function passedOf({ type, data, to = [], fields = {} }) {
  if (type === 'forward.queued') return { kind: 'queued', names: to.map(nameIn), answers: !!data.answers_seq, address: '' };
  if (type !== 'forward.answered') return null;
  const { address = '', name = '' } = fields;
  return { kind: 'answered', names: [name || address], answers: false, address };
}

/**
 * @param {Recipient} recipient
 * @returns {string} the name, or the address of who has none
 */
export const nameIn = ([address, name]) => name || address;

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Nothing runs, nothing is fetched: pictures of the mail itself come as data, and those from elsewhere not at all. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
/** On white, as its writer saw it, whatever the desk's own colours are. */
const LOOK = 'margin:16px 18px;background:#fff;color:#1d1b17;color-scheme:light;font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere';

/**
 * @param {string} body HTML that the desk has cleaned
 * @param {string} title for screen readers
 * @returns {string} the page for a frame that runs nothing
 */
export function pageOf(body, title) {
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${escaped(title)}</title>`;
  return `<!doctype html><html><head>${head}</head><body style="${LOOK}">${body}</body></html>`;
}

/** Pixels. A frame that runs nothing can't say how high it is: a guess that is too low scrolls. */
const LOWEST = 120;
const HIGHEST = 480;

/**
 * @param {{letters: number, blocks: number, pictures: number}} measures of what is in it
 * @returns {number} pixels
 */
export function heightFor({ letters, blocks, pictures }) {
  const guess = 64 + Math.ceil(letters / 64) * 23 + blocks * 18 + pictures * 160;
  return Math.min(Math.max(guess, LOWEST), HIGHEST);
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => /** @type {Record<string, string>} */ (ESCAPES)[sign]);
