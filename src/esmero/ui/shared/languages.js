/** The languages that Esmero speaks, and which of them a person gets. */

/** In the order in which they are offered, each by its own name. */
export const LANGUAGES = Object.freeze({ en: 'English', es: 'Español', hi: 'हिन्दी', hu: 'Magyar' });

const FROM_THE_RIGHT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/**
 * @param {readonly (string | null | undefined)[]} wanted BCP 47, the best first
 * @param {readonly string[]} [offered]
 * @returns {string} the first of the wanted ones that is offered, whatever its region; else the first offered
 */
export function chosen(wanted, offered = Object.keys(LANGUAGES)) {
  for (const tag of wanted) {
    const code = subtagsOf(tag).find((part) => offered.includes(part));
    if (code) return code;
  }
  return offered[0];
}

/**
 * Dates and numbers differ inside one language: who reads English in Britain gets British ones.
 * @param {string} code the language that is spoken
 * @param {readonly string[]} liked the person's languages
 * @returns {string} BCP 47
 */
export function localeFor(code, liked) {
  const close = liked.find((tag) => subtagsOf(tag).includes(code));
  return close && supported(close) ? close : code;
}

/**
 * @param {string} code
 * @returns {'ltr' | 'rtl'}
 */
export function directionOf(code) {
  return FROM_THE_RIGHT.has(code.toLowerCase().split('-')[0]) ? 'rtl' : 'ltr';
}

/**
 * @param {string} code BCP 47
 * @param {string} into the language that is spoken
 * @returns {string} the language's name there, or the code where it has none
 */
export function nameOf(code, into) {
  try {
    return new Intl.DisplayNames([into], { type: 'language', fallback: 'code' }).of(code) || code;
  } catch {
    return code;
  }
}

/** @param {string} tag */
function supported(tag) {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/**
 * es-MX, es
 * @param {string | null | undefined} tag
 */
function subtagsOf(tag) {
  const parts = (tag || '').toLowerCase().split(/[-_]/);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}
