/** The files of the message that is being written. Most messages have none: what handles them comes with the first. */

import { signal } from './signal.js';

/**
 * @param {Omit<Parameters<typeof import('./attachments.js').attachments>[0], 'all'> & {
 *   keep: {get: (name: string) => string | null, set: (name: string, value: string | null) => void},
 *   owner: () => {person: string, visitor: string},
 * }} ways owner: whom the shop names, and as whom the desk keeps their files
 */
export function files({ keep, owner, ...ways }) {
  const all = signal(/** @type {import('./attachments.js').Attachment[]} */ ([]));
  const part = signal(/** @type {any} */ (null));
  let looked = false;
  let known = '';

  /** @param {Iterable<File>} given */
  async function add(given) {
    // The browser empties its list as soon as we wait.
    const chosen = [...given];
    await fetchPart();
    part.value.add(chosen);
  }

  async function fetchPart() {
    const { attachments, Attached } = await import('./attached.js');
    part.value ||= { ...attachments({ ...ways, all }), Attached };
  }

  /** After each change: what has arrived at the desk can go with the message after a reload too. */
  function remember() {
    const files = all.value.map(({ name, shown }) => ({ name, shown }));
    const now = files.length ? JSON.stringify(files) : '';
    if (now == known) return;
    known = now;
    keep.set('files', now ? JSON.stringify({ at: Date.now(), ...owner(), files }) : null);
  }

  /** What was attached before the page was loaded is there again, once we know who is here. */
  async function restore() {
    if (looked) return;
    looked = true;
    const written = keep.get('files');
    if (!written || all.value.length) return;
    await fetchPart();
    part.value.restore(written, owner());
  }

  /** Somebody else is here. What the one before had attached stays theirs, in the storage. */
  function forget() {
    for (const { stop } of all.value) stop?.abort();
    all.value = [];
    known = '';
    looked = false;
  }

  /** Takes what has arrived out of here and into a message. */
  function take() {
    const there = all.value.flatMap(({ shown }) => (shown ? [shown] : []));
    all.value = [];
    known = '';
    keep.set('files', null);
    return there;
  }

  const settled = () => all.value.every(({ state }) => state == 'there');
  const failed = () => all.value.some(({ state }) => state == 'failed');

  return { all, part, add, remember, restore, forget, take, settled, failed };
}
