/** Values inside a sentence, kept from turning it around: a name may be written in the other direction, or want to be. */

import { directionOf } from './languages.js';

const OPENED = '\u2068';
const CLOSED = '\u2069';
// Scripts from right to left, and the characters that steer directions.
const TURNING = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]|[\u{10800}-\u{10fff}]|[\u{1e800}-\u{1efff}]/u;
const STEERING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Wraps the texts that need it in isolates (Unicode UAX 9) and drops steering characters, which need not be balanced.
 * @template {Record<string, string | number>} Values
 * @param {Values} values
 * @param {string} language of the sentence
 * @returns {Values}
 */
export function dress(values, language) {
  const all = directionOf(language) == 'rtl';
  const dressed = Object.entries(values).map(([name, value]) => [
    name,
    typeof value == 'string' && (all || TURNING.test(value)) ? isolated(value) : value,
  ]);
  return Object.fromEntries(dressed);
}

/** @param {string} text */
function isolated(text) {
  return OPENED + text.replace(STEERING, '') + CLOSED;
}
