/** What a face shows of a name, in any script. */

const TINTS = 6;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * @param {string} name
 * @returns {string} the first letters of its first and last word; a handle keeps its @, and who is known by a number shows
 *   its last digits; '' where there is no letter
 */
export function initials(name) {
  const words = name.normalize('NFC').split(/[\s_]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (!words.length) return '';
  if (words[0].startsWith('@')) return '@' + letterOf(words[0]);
  const number = /^(\p{N}+)\. |\s(\p{N}+)$/u.exec(words.join(' '));
  if (number) return (number[1] || number[2]).slice(-2);
  const both = words.length > 1 ? letterOf(words[0]) + letterOf(words[words.length - 1]) : letterOf(words[0]);
  return both.toLocaleUpperCase();
}

/**
 * @param {string} name
 * @returns {number} 1 to 6, always the same for a name
 */
export function tintOf(name) {
  let hash = 0x811c9dc5; // FNV-1a
  for (const character of name.normalize('NFC').toLowerCase()) {
    hash = Math.imul(hash ^ /** @type {number} */ (character.codePointAt(0)), 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % TINTS + 1;
}

/**
 * The first grapheme that is a letter or a digit: a vowel sign of Devanagari stays with its consonant.
 * @param {string} word
 */
function letterOf(word) {
  for (const { segment } of graphemes.segment(word)) if (/[\p{L}\p{N}]/u.test(segment)) return segment;
  return '';
}
