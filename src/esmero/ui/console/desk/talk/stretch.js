/**
 * Of a long conversation only a stretch is drawn: its end, or where one has scrolled to. It grows towards where one goes
 * and lets go of what is far behind, so that ten thousand messages cost no more than a few hundred.
 */

/**
 * @typedef {import('../types').Line} Line
 * @typedef {{from: string, to: string}} Stretch keys of its first and last line; '' stands for where it is by itself
 */

const AT_FIRST = 100;
const STEP = 50;
const MOST = 250;

/** The end of the conversation, moving on with it. @type {Stretch} */
export const END = { from: '', to: '' };

/**
 * @param {Line[]} lines
 * @param {Stretch} stretch
 * @returns {Line[]}
 */
export function within(lines, stretch) {
  const [first, end] = bounds(lines, stretch);
  return lines.slice(first, end);
}

/**
 * @param {Line[]} lines
 * @param {Stretch} stretch
 * @returns {{before: boolean, after: boolean}} whether there are lines that are not drawn
 */
export function beyond(lines, stretch) {
  const [first, end] = bounds(lines, stretch);
  return { before: first > 0, after: end < lines.length };
}

/**
 * Stay where one is, though the conversation goes on.
 * @param {Line[]} lines
 * @param {Stretch} stretch
 * @returns {Stretch}
 */
export function held(lines, stretch) {
  return stretch.from ? stretch : between(lines, ...bounds(lines, stretch));
}

/**
 * @param {Line[]} lines
 * @param {Stretch} stretch
 * @returns {Stretch} with more above, and what is then too far below let go
 */
export function earlier(lines, stretch) {
  const [first, end] = bounds(lines, stretch);
  const begin = Math.max(0, first - STEP);
  return between(lines, begin, Math.min(end, begin + MOST));
}

/**
 * @param {Line[]} lines
 * @param {Stretch} stretch
 * @returns {Stretch} with more below, and what is then too far above let go
 */
export function later(lines, stretch) {
  const [first, end] = bounds(lines, stretch);
  const stop = Math.min(lines.length, end + STEP);
  return between(lines, Math.max(first, stop - MOST), stop);
}

/**
 * @param {Line[]} lines
 * @param {string} key
 * @returns {Stretch} with this line in its middle
 */
export function around(lines, key) {
  const at = lines.findIndex((line) => line.key === key);
  return between(lines, Math.max(0, at - STEP), Math.min(lines.length, at + STEP));
}

/**
 * @param {Line[]} lines
 * @param {Stretch} stretch
 * @returns {[number, number]} a line that is gone (a day that was drawn for another) counts as where it is by itself
 */
function bounds(lines, { from, to }) {
  const last = to ? lines.findIndex(({ key }) => key === to) : -1;
  const end = last < 0 ? lines.length : last + 1;
  const first = from ? lines.findIndex(({ key }) => key === from) : -1;
  return [first < 0 ? Math.max(0, end - AT_FIRST) : first, end];
}

/**
 * @param {Line[]} lines
 * @param {number} first
 * @param {number} end
 * @returns {Stretch}
 */
function between(lines, first, end) {
  return { from: lines[first]?.key ?? '', to: end < lines.length ? lines[end - 1].key : '' };
}
