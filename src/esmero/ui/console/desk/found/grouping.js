/** Hits of a search, by conversation. */

/**
 * @typedef {{id: number, name: string, type: string, size: number, named: boolean}} FoundFile
 * @typedef {{conversation: import('../types').Summary, event: number, seq: number, at: number, kind: string, by: string, by_name?: string,
 *   snippet: string, marks: [number, number][], files: FoundFile[], more: number}} Hit
 * @typedef {{conversation: import('../types').Summary, hits: Hit[], more: number}} Group
 */

/**
 * @param {Group[]} before those of the pages before
 * @param {Hit[]} hits newest first
 * @returns {Group[]} each conversation once, where its newest hit stands
 */
export function grouped(before, hits) {
  const groups = new Map(before.map((group) => [group.conversation.id, { ...group }]));
  for (const hit of hits) {
    const group = groups.get(hit.conversation.id) ?? { conversation: hit.conversation, hits: [], more: 0 };
    if (group.hits.some(({ event }) => event === hit.event)) continue;
    groups.set(hit.conversation.id, { conversation: hit.conversation, hits: [...group.hits, hit], more: group.more + hit.more });
  }
  return [...groups.values()];
}

/**
 * @param {string} text
 * @param {[number, number][]} marks places of words, counted in code points, in order
 * @returns {{text: string, marked: boolean}[]} the text in pieces
 */
export function pieces(text, marks) {
  const letters = [...text];
  const found = [];
  let at = 0;
  for (const [first, last] of marks) {
    if (first < at) continue;
    if (first > at) found.push({ text: letters.slice(at, first).join(''), marked: false });
    found.push({ text: letters.slice(first, last).join(''), marked: true });
    at = last;
  }
  if (at < letters.length) found.push({ text: letters.slice(at).join(''), marked: false });
  return found;
}

/** @param {Hit} hit @returns {{kind: string, id: number}} who wrote it */
export function writerOf({ by }) {
  const [kind, id] = by.split(':');
  return { kind, id: Number(id) };
}
