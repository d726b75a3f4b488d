/** A search as it is typed: its words and its narrowings, read and written again. The desk itself reads it strictly. */

/**
 * @typedef {{name: string, value: string, without: boolean}} Narrowing
 * @typedef {{words: string, narrowings: Narrowing[]}} Asking
 */

/** What the filters offer, in their order; other words for them, in any language, are the desk's to read. */
export const NAMES = ['from', 'to', 'subject', 'filename', 'has', 'in', 'channel', 'label', 'is', 'assigned', 'after', 'before', 'on'];

const PART = /([-−])?(?:([^\s"':“”„]{1,24}):)?(?:["“”„]([^"“”„]*)["“”„]?|(\S+))/gu;

/**
 * @param {string} typed
 * @returns {Asking} narrowings by the names of `NAMES`; whatever else was typed is words
 */
export function read(typed) {
  /** @type {Asking} */
  const asking = { words: '', narrowings: [] };
  const words = [];
  for (const [whole, minus, name, quoted, plain] of typed.matchAll(PART)) {
    const known = name?.toLowerCase();
    if (known && NAMES.includes(known)) asking.narrowings.push({ name: known, value: (quoted ?? plain).trim(), without: !!minus });
    else words.push(whole);
  }
  return { ...asking, words: words.join(' ') };
}

/** @param {Asking} asking */
export function written({ words, narrowings }) {
  return [...narrowings.map(partOf), words.trim()].filter(Boolean).join(' ');
}

/** @param {Narrowing} narrowing */
function partOf({ name, value, without }) {
  const clean = value.replace(/["“”„]/g, '').trim();
  return clean && `${without ? '-' : ''}${name}:${/\s/.test(clean) ? `"${clean}"` : clean}`;
}

/**
 * @param {Asking} asking
 * @param {string} name
 * @returns {string} the value that this narrowing has, '' without one
 */
export const valueOf = ({ narrowings }, name) => narrowings.find((one) => one.name === name && !one.without)?.value ?? '';

/**
 * @param {Asking} asking
 * @param {string} name
 * @param {string} value '' takes it off
 * @returns {Asking}
 */
export function narrowed(asking, name, value) {
  const others = asking.narrowings.filter((one) => one.name !== name || one.without);
  return { ...asking, narrowings: value.trim() ? [...others, { name, value: value.trim(), without: false }] : others };
}

/**
 * @param {Asking} asking
 * @param {number} index
 * @returns {Asking} without this narrowing
 */
export const widened = (asking, index) => ({ ...asking, narrowings: asking.narrowings.filter((_, at) => at !== index) });

/**
 * @param {string} typed
 * @param {string | null} cursor
 * @param {string} zone in which days are meant
 * @returns {string} the question to the desk
 */
export function questionFor(typed, cursor, zone) {
  const query = new URLSearchParams({ q: typed, zone });
  if (cursor) query.set('cursor', cursor);
  return '/search?' + query;
}
