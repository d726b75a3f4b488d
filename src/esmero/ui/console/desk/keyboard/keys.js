/** Which key means what. Keys of one letter are for whoever is not typing, and can be switched off (WCAG 2.1.4). */

/**
 * @typedef {'next' | 'previous' | 'reply' | 'note' | 'close' | 'assign' | 'snooze' | 'label' | 'unread' | 'begin' | 'forward' | 'search' | 'find' |
 *   'jump' | 'help' | 'back'} Intent
 * @typedef {{key: string, code?: string, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean, isComposing?: boolean}} Key
 * @typedef {{typing: boolean, covered: boolean, letters: boolean}} Place whether the focus is in a field; whether a
 *   dialog or menu is open; whether keys of one letter are switched on
 */

/** In the order in which the help shows them. @type {[Intent, string][]} */
export const LETTERS = [
  ['next', 'j'], ['previous', 'k'], ['reply', 'r'], ['note', 'n'], ['close', 'e'], ['assign', 'a'], ['snooze', 's'],
  ['label', 'l'], ['unread', 'u'], ['forward', 'f'], ['begin', 'c'], ['search', '/'], ['find', 'g'], ['help', '?'],
];

/** @type {Map<string, Intent>} */
const BY_LETTER = new Map(LETTERS.map(([intent, letter]) => [letter, intent]));

/**
 * @param {Key} key
 * @param {Place} place
 * @returns {Intent | null}
 */
export function intentOf(key, place) {
  if (key.isComposing || key.altKey) return null;
  if (key.ctrlKey || key.metaKey) return letterOf(key) === 'k' ? 'jump' : null;
  if (place.covered) return null;
  if (key.key === 'Escape') return 'back';
  if (place.typing || !place.letters) return null;
  return BY_LETTER.get(letterOf(key)) ?? null;
}

/**
 * @param {Key} key
 * @returns {string} the letter, also where the keyboard writes another script: then the key's place on it counts
 */
function letterOf({ key, code = '' }) {
  const letter = key.toLowerCase();
  if (/^[a-z/?]$/.test(letter)) return letter;
  return /^[\p{L}\p{M}]+$/u.test(letter) && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : letter;
}
