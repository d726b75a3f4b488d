/**
 * Of a long conversation only a stretch is drawn: its end, or where one has scrolled to. It grows towards where one goes
 * and lets go of what is far behind, so that ten thousand messages cost no more than a few hundred.
 */

/**
 * @typedef {import('../types').Line} Line
 *
 * @typedef {object} Stretch by the numbers of events, which stay what they are when older ones join: a day's name and a
 *   quiet line may then stand elsewhere, or hold more
 * @property {number | null} from seq of its first event; null for as far back as it is by itself
 * @property {number | null} to seq of its last event; null for the end, moving on with the conversation
 */

const AT_FIRST = 100;
const STEP = 50;
const MOST = 250;

/** The end of the conversation, moving on with it. @type {Stretch} */
export const END = { from: null, to: null };

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
  return stretch.from !== null ? stretch : between(lines, ...bounds(lines, stretch));
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
 * @returns {[number, number]} its first line, and the one after its last
 */
function bounds(lines, { from, to }) {
  const last = to === null ? -1 : lines.findLastIndex((line) => isOfEvents(line) && seqsOf(line)[0] <= to);
  const end = last < 0 ? lines.length : last + 1;
  let first = from === null ? -1 : lines.findIndex((line) => isOfEvents(line) && seqsOf(line)[1] >= from);
  if (first < 0) return [Math.max(0, end - AT_FIRST), end];
  while (first > 0 && !isOfEvents(lines[first - 1])) first--;
  return [first, end];
}

/**
 * @param {Line[]} lines
 * @param {number} first
 * @param {number} end
 * @returns {Stretch}
 */
function between(lines, first, end) {
  const drawn = lines.slice(first, end).filter(isOfEvents);
  if (!drawn.length) return END;
  const to = seqsOf(drawn[drawn.length - 1])[1];
  return { from: seqsOf(drawn[0])[0], to: end < lines.length && to < UNNUMBERED ? to : null };
}

/** What is on its way has no number yet, and comes after all that have one. */
const UNNUMBERED = Infinity;

/**
 * @param {Line} line
 * @returns {line is Exclude<Line, {kind: 'day' | 'new'}>} days and the mark of what is new belong to what follows them
 */
const isOfEvents = (line) => line.kind === 'turn' || line.kind === 'facts';

/**
 * @param {Exclude<Line, {kind: 'day' | 'new'}>} line
 * @returns {[number, number]} of its first and its last event
 */
function seqsOf(line) {
  if (line.kind === 'facts') return [line.events[0].seq, line.events[line.events.length - 1].seq];
  const seq = line.seq || UNNUMBERED;
  return [seq, seq];
}
