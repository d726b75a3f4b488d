/** Finding a command by a few letters of it, in any of the desk's languages, with or without accents. */

/**
 * @typedef {{id: string, title: string, words?: string}} Findable `words` are found too, but count for less
 */

/**
 * @template {Findable} T
 * @param {T[]} all
 * @param {string} query
 * @param {number} limit
 * @returns {T[]} best first, in their own order between equals; all of them without a query
 */
export function found(all, query, limit = 8) {
  const wanted = folded(query);
  if (!wanted) return all.slice(0, limit);
  return all
    .map((one, index) => ({ one, index, rank: rank(one, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.index - b.index)
    .slice(0, limit)
    .map(({ one }) => one);
}

/**
 * @param {string} text
 * @returns {string} in small letters, without Latin accents; signs of other scripts carry meaning and stay
 */
export const folded = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().trim();

/**
 * @param {Findable} one
 * @param {string} wanted folded
 */
function rank({ title, words = '' }, wanted) {
  const name = folded(title);
  if (name.startsWith(wanted)) return 4;
  if (wordsBegin(name, wanted)) return 3;
  if (wordsBegin(folded(words), wanted)) return 2;
  return name.includes(wanted) ? 1 : 0;
}

/**
 * @param {string} text
 * @param {string} wanted each of its words begins a word of the text
 */
function wordsBegin(text, wanted) {
  const words = text.split(/[\s\-–.,:/@_]+/);
  return wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)));
}
