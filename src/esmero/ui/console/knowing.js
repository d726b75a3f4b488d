/** Putting together what is known of conversations: pure, so that the order in which things arrive can be tested. */

/** @typedef {import('./desk/types').Summary} Summary */

/**
 * @param {Map<number, Summary>} known
 * @param {Summary[]} told
 * @returns {Map<number, Summary>} a new one: what draws it compares by identity
 */
export function merged(known, told) {
  const next = new Map(known);
  for (const one of told) next.set(one.id, newer(known.get(one.id), one));
  return next;
}

/**
 * @param {Map<number, Summary>} known
 * @param {number} id
 */
export function without(known, id) {
  const next = new Map(known);
  next.delete(id);
  return next;
}

/**
 * JSON writes numbers that are keys as texts.
 * @template T
 * @param {Record<string, T>} values
 * @returns {Map<number, T>}
 */
export function byId(values) {
  return new Map(Object.entries(values).map(([id, value]) => [Number(id), value]));
}

/**
 * An answer can be overtaken by a frame. My own mark stands only in answers: a frame leaves it as it was.
 * @param {Summary | undefined} known
 * @param {Summary} told
 * @returns {Summary}
 */
function newer(known, told) {
  const best = known && known.position > told.position ? known : told;
  return { ...best, read: told.read ?? known?.read ?? 0 };
}
