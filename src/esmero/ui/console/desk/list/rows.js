/**
 * Which conversations a list shows, in which order: a pure choice among those that this browser knows. The desk gives
 * pages; what it says live changes the summaries; the list follows by itself.
 */

/**
 * @typedef {import('../types').Summary} Summary
 * @typedef {import('../types').View} View
 * @typedef {import('../types').Sort} Sort
 * @typedef {{value: number, id: number}} Place where the loaded part of a list ends
 */

/**
 * @param {View} view
 * @param {Summary} one
 * @param {number} me
 * @returns {boolean} whether the conversation belongs into the list
 */
export function belongs(view, one, me) {
  if (view.list === 'held' || view.list === 'found') return false;
  if (view.list === 'junk') return !!one.junk && (view.inbox === null || one.inbox === view.inbox);
  if (one.junk) return false;
  if (one.status !== view.status) return false;
  if (view.inbox !== null && one.inbox !== view.inbox) return false;
  if (view.label !== null && !one.labels.includes(view.label)) return false;
  if (view.list === 'mine') return one.assignee === me;
  return view.list === 'all' || one.assignee === null;
}

/**
 * @param {Summary} one
 * @param {Sort} sort
 * @returns {Place}
 */
export const placeOf = (one, sort) => ({ value: sort === 'waiting' ? one.order : one.last.at, id: one.id });

/**
 * @param {Sort} sort
 * @returns {(one: Place, other: Place) => number} "waiting" goes up, "newest" down; the id decides between equals
 */
export const inOrder = (sort) => {
  const way = sort === 'waiting' ? 1 : -1;
  return (one, other) => way * (one.value - other.value || one.id - other.id);
};

/**
 * @param {Iterable<Summary>} known
 * @param {View} view
 * @param {number} me
 * @param {Place | null} end null when the list is loaded to its end
 * @param {number | null} held a conversation that stays in the list while it is open, though it no longer belongs
 * @returns {Summary[]}
 */
export function rows(known, view, me, end, held = null) {
  const compare = inOrder(view.sort);
  const shown = [];
  for (const one of known) {
    if (one.id !== held && !belongs(view, one, me)) continue;
    const place = placeOf(one, view.sort);
    if (one.id !== held && end && compare(place, end) > 0) continue;
    shown.push({ place, one });
  }
  return shown.sort((a, b) => compare(a.place, b.place)).map(({ one }) => one);
}

/**
 * Keep the order that people look at: who is in the list already stays where they are, new ones come in at their place.
 * Used while somebody points at the list or walks through it, so that nothing jumps away under the hand.
 * @param {number[]} before ids as they stand
 * @param {Summary[]} now
 * @returns {Summary[]}
 */
export function steadied(before, now) {
  const standing = new Map(before.map((id, index) => [id, index]));
  const stay = now.filter(({ id }) => standing.has(id)).sort((a, b) => at(standing, a) - at(standing, b));
  const result = [...stay];
  now.forEach((one, index) => {
    if (!standing.has(one.id)) result.splice(Math.min(index, result.length), 0, one);
  });
  return result;
}

/**
 * @param {Summary} one
 * @returns {boolean} whether the customer has written what I have not read
 */
export const isUnread = (one) => newsSeq(one) > (one.read ?? 0);

/** Of the newest that is for us to read: the customer's, or what came back to something that was forwarded. @param {Summary} one */
export const newsSeq = ({ customer_seq, aside_seq = 0 }) => Math.max(customer_seq, aside_seq);

/**
 * @param {Summary[]} shown
 * @param {number | null} id the one that is open
 * @param {1 | -1} step
 * @returns {number | null} the one to open next; the first without any open one, the same at an end
 */
export function neighbour(shown, id, step) {
  if (!shown.length) return null;
  const index = shown.findIndex((one) => one.id === id);
  if (index < 0) return shown[0].id;
  return shown[Math.min(Math.max(index + step, 0), shown.length - 1)].id;
}

/**
 * @param {Summary[]} shown
 * @param {number} id one that is about to leave the list
 * @returns {number | null} the one that takes its place: the next, else the one before
 */
export function successor(shown, id) {
  const index = shown.findIndex((one) => one.id === id);
  return (shown[index + 1] ?? shown[index - 1])?.id ?? null;
}

/**
 * @param {Map<number, number>} standing
 * @param {Summary} one
 */
const at = (standing, one) => standing.get(one.id) ?? 0;
